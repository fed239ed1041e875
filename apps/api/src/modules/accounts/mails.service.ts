import { Problem } from '@gymgenius/contracts'
import { type AccountId, type MailLinkId, minutesAfter } from '@gymgenius/domain'
import { createHmac } from 'node:crypto'
import { appAddress } from '../../platform/config.ts'
import { actingAs, type Ctx, request, system } from '../../platform/context.ts'
import type { JobRequests } from '../../platform/events.ts'
import type { Mail } from '../../platform/ports/mailer.ts'
import { accountByEmail, accountById } from './accounts.repository.ts'
import { hashOf, keyFor } from './keys.ts'
import { keepLink, linkById } from './mail-links.repository.ts'
import { type MailKind, type MailLanguage, mailText } from './mail-texts.ts'
import { storedSettings } from './settings.repository.ts'

type Order = JobRequests['accounts.send_mail']

/** So long a link is good for after it was sent. */
const GOOD_MINUTES = 60

/** The pages that links lead to. What is behind a # is sent to no server and written into no log. */
const PAGES = { reset_password: '/reset-password', change_email: '/confirm-email' } as const

/** What a link carries: worked out from its id and a key of the server, so that a mail can be sent again and nothing of it need be kept. */
export const tokenOf = (ctx: Ctx, id: MailLinkId) => createHmac('sha256', keyFor(ctx.config, 'mail-link')).update(id).digest('base64url')

export const linkEnd = (ctx: Ctx) => minutesAfter(ctx.clock.now(), GOOD_MINUTES)

export function requireMailer({ mailer }: Ctx): void {
  if (mailer.kind === 'none') throw new Problem('auth.no_mail')
}

/** Asks for a mail, in the unit of what it tells of. The queue takes it out, and keeps it while no mail server answers. */
export async function orderMail(ctx: Ctx, kind: MailKind, accountId: AccountId, language: MailLanguage, linkId?: MailLinkId) {
  if (ctx.mailer.kind === 'none') return
  await request(ctx, 'accounts.send_mail', { kind, accountId, language, linkId: linkId ?? ctx.ids.next<MailLinkId>() })
}

/** The job: writes the mail and sends it. Nothing is sent about an account or a link that is not there any more. */
export async function sendMail(ctx: Ctx, order: Order): Promise<void> {
  const mail = await actingAs(ctx, system, (ctx) => write(ctx, order))
  if (mail === undefined) return
  const { kind, accountId } = order
  if ((await ctx.mailer.send(mail)) === 'refused') ctx.log.warn({ accountId, kind }, 'a mail was refused')
  else ctx.log.info({ accountId, kind }, 'a mail was sent')
}

async function write(ctx: Ctx, { kind, accountId, linkId, language }: Order): Promise<Mail | undefined> {
  const found = await accountById(ctx.db, accountId)
  if (found === undefined || found.isDisabled) return undefined
  const link = await linkById(ctx.db, linkId)
  const to = recipient[kind]({ email: found.account.email, newEmail: link?.newEmail, oldEmail: link?.oldEmail })
  if (to === undefined) return undefined
  if (kind === 'change_email' && (await accountByEmail(ctx.db, to)) !== undefined) return undefined // they know who they are
  if ((kind === 'reset_password' || kind === 'change_email') && !(await keep(ctx, kind, accountId, linkId))) return undefined

  const chosen = (await storedSettings(ctx.db, accountId)).language
  const server = appAddress(ctx.config.environment)
  const page = kind === 'reset_password' || kind === 'change_email' ? PAGES[kind] : ''
  const facts = { server, link: `${server}${page}#${tokenOf(ctx, linkId)}`, newEmail: found.account.email }
  return { to, ...mailText(chosen === 'auto' ? language : chosen, kind, facts) }
}

interface Addresses {
  readonly email: string
  readonly newEmail: string | undefined
  readonly oldEmail: string | undefined
}

const recipient: Readonly<Record<MailKind, (addresses: Addresses) => string | undefined>> = {
  reset_password: ({ email }) => email,
  change_email: ({ newEmail }) => newEmail,
  email_changed: ({ oldEmail }) => oldEmail,
  password_changed: ({ email }) => email,
  second_factor_off: ({ email }) => email,
  passkey_added: ({ email }) => email,
  provider_linked: ({ email }) => email,
  signed_out_by_admin: ({ email }) => email,
}

const keep = (ctx: Ctx, purpose: 'reset_password' | 'change_email', accountId: AccountId, id: MailLinkId) =>
  keepLink(ctx.db, { id, accountId, purpose, tokenHash: hashOf(tokenOf(ctx, id)), madeAt: ctx.clock.now(), expiresAt: linkEnd(ctx) })

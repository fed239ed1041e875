import { type login, Problem } from '@gymgenius/contracts'
import type { AccountId } from '@gymgenius/domain'
import type { z } from 'zod'
import { record } from '../../platform/audit.ts'
import { actingAs, type Ctx, system } from '../../platform/context.ts'
import { accountByEmail, holdAccount, replacePasswordHash } from './accounts.repository.ts'
import { challenge } from './challenge.service.ts'
import { emailIdentity } from './emails.ts'
import { hashPassword, isOutdated, isPassword } from './passwords.ts'
import { asksSecondFactor } from './second-factor.service.ts'
import { type Admission, signIn } from './sign-in.service.ts'
import { countGuess, countStranger, forgiveGuesses, isFromFamiliar } from './throttle.service.ts'

/** Signs in with e-mail and password. Unknown, wrong and disabled are answered alike, and take as long. */
export async function logIn(ctx: Ctx, given: z.output<typeof login.body>, address: string): Promise<Admission> {
  const email = emailIdentity(given.email)
  await countGuess(ctx, email, address)
  const { found, isStranger } = await actingAs(ctx, system, async (ctx) => {
    const found = await accountByEmail(ctx.db, email)
    return { found, isStranger: !(await isFromFamiliar(ctx, found?.account.id ?? ctx.ids.next<AccountId>(), address)) }
  })
  if (isStranger) await countStranger(ctx, email)
  const isRight = await isPassword(found?.passwordHash, given.password)
  if (found === undefined || !isRight || found.isDisabled) throw await refused(ctx, found?.account.id)

  const passwordHash = await strengthened(ctx, found.account.id, found.passwordHash, given.password)
  if (await actingAs(ctx, system, (ctx) => asksSecondFactor(ctx, found.account.id))) throw await challenge(ctx, { ...found, passwordHash })
  const admission = await actingAs(ctx, system, async (ctx) => {
    // Somebody may have changed the password since it was checked.
    if (!(await holdAccount(ctx.db, found.account.id, passwordHash))) throw new Problem('auth.invalid_credentials')
    return signIn(ctx, found.account, given, address)
  })
  await forgiveGuesses(ctx, email, address)
  return admission
}

async function refused(ctx: Ctx, accountId: AccountId | undefined) {
  await actingAs(ctx, system, (ctx) => record(ctx, { act: 'accounts.signed_in', as: 'nobody', about: accountId, outcome: 'refused' }))
  ctx.log.warn({ accountId }, 'sign-in refused')
  return new Problem('auth.invalid_credentials')
}

/** Hashes again what was hashed when less was asked; the hash that is kept now. */
async function strengthened(ctx: Ctx, id: AccountId, kept: string, password: string): Promise<string> {
  if (!(await isOutdated(kept))) return kept
  const stronger = await hashPassword(password)
  const isKept = await actingAs(ctx, system, (ctx) => replacePasswordHash(ctx.db, id, kept, stronger))
  return isKept ? stronger : kept
}

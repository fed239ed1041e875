import { Problem, type SecondFactor } from '@gymgenius/contracts'
import { type AccountId, isoOf } from '@gymgenius/domain'
import { record } from '../../platform/audit.ts'
import { actingAs, type Athlete, type Ctx, system } from '../../platform/context.ts'
import { forgive, limitRate, rateRules } from '../../platform/rate-limit.ts'
import { isOutdated, seal, unseal } from '../../platform/sealing.ts'
import { accountByEmail } from './accounts.repository.ts'
import { hashOfCode, looksLikeBackupCode, newBackupCodes } from './backup-codes.ts'
import { emailIdentity } from './emails.ts'
import type { MailLanguage } from './mail-texts.ts'
import { orderMail } from './mails.service.ts'
import { me } from './me.service.ts'
import { requireProof } from './proof.service.ts'
import {
  beginTotp,
  codesLeft,
  confirmTotp,
  deleteTotp,
  replaceCodes,
  resealTotp,
  sealedTotps,
  type StoredTotp,
  takeCode,
  takeStep,
  totpOf,
} from './second-factor.repository.ts'
import { introduction, stepOf, TOTP_SECRET_BYTES } from './totp.ts'

const PURPOSE = 'totp-secret'

export async function secondFactor(ctx: Ctx, { athleteId }: Pick<Athlete, 'athleteId'>): Promise<SecondFactor> {
  const totp = await totpOf(ctx.db, athleteId)
  if (totp?.confirmedAt === undefined) return { isOn: false, backupCodesLeft: 0 }
  return { isOn: true, since: isoOf(totp.confirmedAt), backupCodesLeft: await codesLeft(ctx.db, athleteId) }
}

/** A secret for an authenticator. Nothing changes for signing in until one of its codes is verified. */
export async function beginSecondFactor(ctx: Ctx, actor: Athlete): Promise<{ secret: string; uri: string }> {
  await requireProof(ctx, actor)
  const secret = ctx.secretBytes(TOTP_SECRET_BYTES)
  const sealed = seal(ctx.config.sealingKeys, PURPOSE, actor.athleteId, secret)
  if (!(await beginTotp(ctx.db, actor.athleteId, sealed, ctx.clock.now()))) throw new Problem('auth.second_factor_on')
  return introduction(secret, (await me(ctx, actor)).email)
}

/** Takes the first code of an authenticator; signing in asks for it from now on. The backup codes are told this once. */
export async function confirmSecondFactor(ctx: Ctx, actor: Athlete, code: string): Promise<{ backupCodes: string[] }> {
  const { athleteId } = actor
  await limitCodes(ctx, athleteId)
  return actingAs(ctx, actor, async (ctx) => {
    const totp = await totpOf(ctx.db, athleteId)
    if (totp === undefined) throw new Problem('auth.second_factor_not_begun')
    if (totp.confirmedAt !== undefined) throw new Problem('auth.second_factor_on')
    if (!(await takeTotp(ctx, athleteId, totp, code))) throw new Problem('auth.invalid_code')
    if (!(await confirmTotp(ctx.db, athleteId, ctx.clock.now()))) throw new Problem('auth.second_factor_on')
    await forgiveCodes(ctx, athleteId)
    await record(ctx, { act: 'accounts.second_factor_on', as: 'athlete', by: athleteId, about: athleteId })
    ctx.log.info({ accountId: athleteId }, 'second factor on')
    return freshCodes(ctx, athleteId)
  })
}

/** Ten new backup codes for the old ones. */
export async function exchangeBackupCodes(ctx: Ctx, actor: Athlete): Promise<{ backupCodes: string[] }> {
  return actingAs(ctx, actor, async (ctx) => {
    await requireProof(ctx, actor)
    if ((await totpOf(ctx.db, actor.athleteId))?.confirmedAt === undefined) throw new Problem('auth.second_factor_not_begun')
    await record(ctx, { act: 'accounts.backup_codes_replaced', as: 'athlete', by: actor.athleteId, about: actor.athleteId })
    return freshCodes(ctx, actor.athleteId)
  })
}

export async function endSecondFactor(ctx: Ctx, actor: Athlete, language: MailLanguage): Promise<undefined> {
  await requireProof(ctx, actor)
  await forgetSecondFactor(ctx, actor.athleteId)
  await record(ctx, { act: 'accounts.second_factor_off', as: 'athlete', by: actor.athleteId, about: actor.athleteId })
  await orderMail(ctx, 'second_factor_off', actor.athleteId, language)
}

/** Takes the second factor off an account, for somebody at the server's own command line. */
export async function dropSecondFactor(ctx: Ctx, email: string): Promise<void> {
  await actingAs(ctx, system, async (ctx) => {
    const found = await accountByEmail(ctx.db, emailIdentity(email))
    if (found === undefined) throw new Problem('auth.account_not_found', { email: emailIdentity(email) })
    await forgetSecondFactor(ctx, found.account.id)
    await record(ctx, { act: 'accounts.second_factor_off', as: 'house', about: found.account.id })
  })
}

/** Whether signing in to this account asks for more than the password. */
export async function asksSecondFactor(ctx: Ctx, accountId: AccountId): Promise<boolean> {
  return (await totpOf(ctx.db, accountId))?.confirmedAt !== undefined
}

/**
 * Uses up a code of the authenticator, or a backup code; throws `auth.invalid_code` for every other. Belongs into the unit of what the code
 * allows: when that is undone, the code has not been used.
 */
export async function takeAnyCode(ctx: Ctx, accountId: AccountId, code: string): Promise<void> {
  const isRight = looksLikeBackupCode(code)
    ? await takeCode(ctx.db, accountId, hashOfCode(accountId, code), ctx.clock.now())
    : await takeTotp(ctx, accountId, await totpOf(ctx.db, accountId), code)
  if (isRight) return
  ctx.log.warn({ accountId }, 'second factor refused')
  throw new Problem('auth.invalid_code')
}

/** Counts one more try at the codes of an account. To be called before a unit is opened: a refusal must stay counted. */
export async function limitCodes(ctx: Ctx, accountId: AccountId): Promise<void> {
  await limitRate(ctx, rateRules.codesPerMinute, accountId)
  await limitRate(ctx, rateRules.codesPerDay, accountId)
}

export async function forgiveCodes(ctx: Ctx, accountId: AccountId): Promise<void> {
  await forgive(ctx, rateRules.codesPerMinute, accountId)
  await forgive(ctx, rateRules.codesPerDay, accountId)
}

/** Seals with the newest key what an older one sealed; how many there were. As the system. */
export async function resealSecondFactors(ctx: Ctx): Promise<number> {
  const ring = ctx.config.sealingKeys
  const old = (await sealedTotps(ctx.db)).filter(({ sealed }) => isOutdated(ring, sealed))
  for (const { owner, sealed } of old) {
    await resealTotp(ctx.db, owner, sealed, seal(ring, PURPOSE, owner, unseal(ring, PURPOSE, owner, sealed)))
  }
  return old.length
}

async function takeTotp(ctx: Ctx, accountId: AccountId, totp: StoredTotp | undefined, code: string): Promise<boolean> {
  if (totp === undefined) return false
  const secret = unseal(ctx.config.sealingKeys, PURPOSE, accountId, totp.sealedSecret)
  const step = stepOf(secret, code.replaceAll(' ', ''), ctx.clock.now(), ctx.config.environment.TOTP_SKEW)
  return step !== undefined && (await takeStep(ctx.db, accountId, step))
}

async function freshCodes(ctx: Ctx, accountId: AccountId) {
  const backupCodes = newBackupCodes(ctx.secretBytes)
  const hashes = backupCodes.map((code) => hashOfCode(accountId, code))
  await replaceCodes(ctx.db, accountId, hashes, ctx.clock.now())
  return { backupCodes }
}

async function forgetSecondFactor(ctx: Ctx, accountId: AccountId) {
  await deleteTotp(ctx.db, accountId)
  await replaceCodes(ctx.db, accountId, [], ctx.clock.now())
  ctx.log.info({ accountId }, 'second factor off')
}

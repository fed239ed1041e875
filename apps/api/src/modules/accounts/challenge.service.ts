import { createHash } from 'node:crypto'
import { type answerChallenge, Problem, type proveMyself } from '@gymgenius/contracts'
import { type AccountId, dateOf, isUuidV7, minutesAfter } from '@gymgenius/domain'
import { errors, jwtVerify, SignJWT } from 'jose'
import type { z } from 'zod'
import { type Deed, record } from '../../platform/audit.ts'
import { actingAs, type Athlete, type Ctx, system } from '../../platform/context.ts'
import { forgive, limitRate, networkOf, rateRules } from '../../platform/rate-limit.ts'
import { accountById, holdAccount, type StoredAccount } from './accounts.repository.ts'
import { keyFor } from './keys.ts'
import { isPassword } from './passwords.ts'
import { hasPasskeys } from './ways-in.service.ts'
import { asksSecondFactor, forgiveCodes, limitCodes, takeAnyCode } from './second-factor.service.ts'
import { markProved } from './sessions.repository.ts'
import { type Admission, signIn } from './sign-in.service.ts'

const TYPE = 'challenge+jwt'
const GOOD_MINUTES = 5

/** What somebody who knows the password is told where a second factor is on. The challenge dies with the password that was shown. */
export async function challenge(ctx: Ctx, { account, passwordHash }: StoredAccount): Promise<Problem> {
  const token = await new SignJWT({ pwd: fingerprint(passwordHash) })
    .setProtectedHeader({ alg: 'HS256', typ: TYPE })
    .setSubject(account.id)
    .setExpirationTime(dateOf(minutesAfter(ctx.clock.now(), GOOD_MINUTES)))
    .sign(keyFor(ctx.config, 'challenge'))
  const methods = ['totp', 'backup_code', ...((await actingAs(ctx, system, (ctx) => hasPasskeys(ctx, account.id))) ? ['passkey'] : [])]
  return new Problem('auth.second_factor_required', { challenge: token, methods })
}

/** Finishes a sign-in with a code. The code is used up in the same unit that opens the sign-in. */
export async function passChallenge(ctx: Ctx, given: z.output<typeof answerChallenge.body>, address: string): Promise<Admission> {
  await limitRate(ctx, rateRules.loginByNetwork, networkOf(address))
  const { accountId, password } = await read(ctx, given.challenge)
  await limitCodes(ctx, accountId)
  const admission = await actingAs(ctx, system, async (ctx) => {
    const found = await accountById(ctx.db, accountId)
    if (found === undefined || fingerprint(found.passwordHash) !== password) throw new Problem('auth.invalid_challenge')
    if (!(await holdAccount(ctx.db, accountId, found.passwordHash))) throw new Problem('auth.invalid_challenge')
    await takeAnyCode(ctx, accountId, given.code)
    return signIn(ctx, found.account, given, address)
  }).catch((error: unknown) => noteRefusal(ctx, error, { act: 'accounts.signed_in', as: 'nobody', about: accountId }))
  await forgiveCodes(ctx, accountId)
  return admission
}

/** Shows again who somebody is, on the device they use: with the password, and with a code where a second factor is on. */
export async function prove(ctx: Ctx, actor: Athlete, given: z.output<typeof proveMyself.body>, address: string): Promise<undefined> {
  const { athleteId, loginSessionId } = actor
  const attempt = `password ${athleteId} ${networkOf(address)}`
  await limitRate(ctx, rateRules.loginPerMinute, attempt)
  await limitRate(ctx, rateRules.loginPerHour, attempt)
  const found = await actingAs(ctx, actor, (ctx) => accountById(ctx.db, athleteId))
  const proof = { act: 'accounts.proved', as: 'athlete', by: athleteId, about: athleteId } as const
  if (!(await isPassword(found?.passwordHash, given.password))) await noteRefusal(ctx, new Problem('auth.invalid_credentials'), proof)
  const asksCode = await actingAs(ctx, actor, (ctx) => asksSecondFactor(ctx, athleteId))
  if (asksCode && given.code === undefined) throw new Problem('auth.second_factor_required', { methods: ['totp', 'backup_code'] })
  if (asksCode) await limitCodes(ctx, athleteId)
  await actingAs(ctx, actor, async (ctx) => {
    if (asksCode) await takeAnyCode(ctx, athleteId, given.code ?? '')
    await markProved(ctx.db, athleteId, loginSessionId, ctx.clock.now())
    await record(ctx, proof)
  }).catch((error: unknown) => noteRefusal(ctx, error, proof))
  await forgive(ctx, rateRules.loginPerMinute, attempt)
  await forgive(ctx, rateRules.loginPerHour, attempt)
  if (asksCode) await forgiveCodes(ctx, athleteId)
}

/** Writes down that somebody was refused, in a unit of its own, and goes on refusing. */
async function noteRefusal(ctx: Ctx, error: unknown, deed: Omit<Deed, 'outcome'>): Promise<never> {
  if (error instanceof Problem && (error.code === 'auth.invalid_code' || error.code === 'auth.invalid_credentials'))
    await actingAs(ctx, system, (ctx) => record(ctx, { ...deed, outcome: 'refused' }))
  throw error
}

async function read(ctx: Ctx, token: string): Promise<{ accountId: AccountId; password: string }> {
  const { payload } = await jwtVerify(token, keyFor(ctx.config, 'challenge'), {
    algorithms: ['HS256'],
    typ: TYPE,
    requiredClaims: ['exp', 'sub', 'pwd'],
    currentDate: dateOf(ctx.clock.now()),
  }).catch((error: unknown) => {
    throw error instanceof errors.JOSEError ? new Problem('auth.invalid_challenge', {}, { cause: error }) : error
  })
  const { sub, pwd } = payload
  if (typeof sub !== 'string' || typeof pwd !== 'string' || !isUuidV7(sub)) throw new Problem('auth.invalid_challenge')
  return { accountId: sub as AccountId, password: pwd }
}

/** Says which password was shown without saying anything of it. */
const fingerprint = (passwordHash: string) => createHash('sha256').update(passwordHash).digest('base64url')

import { createHmac } from 'node:crypto'
import type { AccountId } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import { forgive, limitRate, networkOf, rateRules } from '../../platform/rate-limit.ts'
import { isFamiliar, rememberNetwork } from './familiar-networks.repository.ts'
import { keyFor } from './keys.ts'

/** One try at a password. To be counted before a unit is opened: a refusal must stay counted. */
export async function countGuess(ctx: Ctx, email: string, address: string): Promise<void> {
  const network = networkOf(address)
  await limitRate(ctx, rateRules.loginByNetwork, network)
  await limitRate(ctx, rateRules.loginPerMinute, `${email} ${network}`)
  await limitRate(ctx, rateRules.loginPerHour, `${email} ${network}`)
}

/**
 * One try from where nobody has signed in to this account before. All such networks share what is left to strangers, so that a thousand of
 * them guess no quicker than a few; the owner, at home or in their gym, is not among them (docs/decisions/0141).
 */
export async function countStranger(ctx: Ctx, email: string): Promise<void> {
  await limitRate(ctx, rateRules.strangersPerHour, email)
  await limitRate(ctx, rateRules.strangersPerDay, email)
}

/** The right password takes back the mistakes that were made from here. What strangers did elsewhere stays counted. */
export async function forgiveGuesses(ctx: Ctx, email: string, address: string): Promise<void> {
  const attempt = `${email} ${networkOf(address)}`
  await forgive(ctx, rateRules.loginPerMinute, attempt)
  await forgive(ctx, rateRules.loginPerHour, attempt)
}

/** Whether somebody has signed in to this account from there. Asked of nobody's account alike. */
export const isFromFamiliar = (ctx: Ctx, accountId: AccountId, address: string): Promise<boolean> =>
  isFamiliar(ctx.db, accountId, hashOfNetwork(ctx, accountId, address))

/** Somebody has shown who they are, from there. */
export const becomeFamiliar = (ctx: Ctx, accountId: AccountId, address: string): Promise<void> =>
  rememberNetwork(ctx.db, accountId, hashOfNetwork(ctx, accountId, address), ctx.clock.now())

const hashOfNetwork = (ctx: Ctx, accountId: AccountId, address: string) =>
  createHmac('sha256', keyFor(ctx.config, 'network'))
    .update(`${accountId} ${networkOf(address)}`)
    .digest('base64url')

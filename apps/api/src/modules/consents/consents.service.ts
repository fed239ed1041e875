import { type Consent, CONSENT_VERSIONS, Problem } from '@gymgenius/contracts'
import { type AthleteId, isoOf } from '@gymgenius/domain'
import { record } from '../../platform/audit.ts'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { consentsOf, endConsent, insertConsent, type Purpose } from './consents.repository.ts'

export const listConsentsOf = async (ctx: Ctx, { athleteId }: Pick<Athlete, 'athleteId'>): Promise<{ items: Consent[] }> => ({
  items: await consentsOf(ctx.db, athleteId),
})

/** Agrees to the text as it is now; agreeing again changes nothing. */
export async function agreeTo(
  ctx: Ctx,
  { athleteId }: Athlete,
  { purpose, version }: { readonly purpose: Purpose; readonly version: number },
): Promise<Consent> {
  if (version !== CONSENT_VERSIONS[purpose]) throw new Problem('privacy.consent_outdated', { version: CONSENT_VERSIONS[purpose] })
  const standing = await standingConsent(ctx, athleteId, purpose)
  if (standing?.version === version) return standing
  const now = ctx.clock.now()
  await endConsent(ctx.db, athleteId, purpose, now)
  await insertConsent(ctx.db, athleteId, ctx.ids.next(), { purpose, version }, now)
  await record(ctx, { act: 'privacy.agreed', as: 'athlete', by: athleteId, about: athleteId, facts: { purpose, version } })
  return { purpose, version, agreedAt: isoOf(now) }
}

/** Takes back what stands; whether there was something. What it allowed is for the caller to end, in the same unit. */
export async function takeBack(ctx: Ctx, { athleteId }: Athlete, purpose: Purpose): Promise<boolean> {
  if (!(await endConsent(ctx.db, athleteId, purpose, ctx.clock.now()))) return false
  await record(ctx, { act: 'privacy.withdrawn', as: 'athlete', by: athleteId, about: athleteId, facts: { purpose } })
  return true
}

/** Refuses what needs a consent that does not stand, or stands for an older text. */
export async function requireConsent(ctx: Ctx, athleteId: AthleteId, purpose: Purpose): Promise<void> {
  const version = CONSENT_VERSIONS[purpose]
  if ((await standingConsent(ctx, athleteId, purpose))?.version !== version)
    throw new Problem('privacy.consent_required', { purpose, version })
}

const standingConsent = async (ctx: Ctx, athleteId: AthleteId, purpose: Purpose) =>
  (await consentsOf(ctx.db, athleteId)).find((consent) => consent.purpose === purpose && consent.withdrawnAt === undefined)

import type { Effort } from '@gymgenius/contracts'
import { isoOf } from '@gymgenius/domain'
import { biasOf, reserveLeft, tellsBias } from '@gymgenius/engine/sampling'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { fitsOf, informativeSets } from './fits.repository.ts'
import { SETS_NEEDED } from './fits.service.ts'

const SAID = [1, 2, 3, 4]

/** How honest this lifter's RIR is, where their sets tell it. */
export async function showEffort({ db }: Ctx, { athleteId }: Athlete): Promise<Effort> {
  const sets = (await informativeSets(db, [athleteId])).get(athleteId) ?? 0
  if (sets < SETS_NEEDED) return { status: 'too_few', sets, setsNeeded: SETS_NEEDED }
  const fits = await fitsOf(db, athleteId)
  const [newest] = fits
  if (newest === undefined) return { status: 'waiting', sets }
  const trusted = fits.find(({ isTrusted }) => isTrusted)
  if (trusted === undefined || !tellsBias(trusted.posterior, trusted.posterior.madeUnder)) {
    return { status: 'unclear', sets, madeAt: isoOf(newest.madeAt) }
  }
  return {
    status: 'known',
    sets: trusted.setsRead,
    since: isoOf(trusted.firstAt),
    madeAt: isoOf(trusted.madeAt),
    engineVersion: trusted.engineVersion,
    rirBias: biasOf(trusted.posterior),
    readings: SAID.map((said) => reserveLeft(said, trusted.posterior)),
  }
}

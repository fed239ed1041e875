import type { getMacrocycle, OutputOf } from '@gymgenius/contracts'
import { isoOfDay, localDayOf, localDays } from '@gymgenius/domain'
import { macrocycleOf } from '@gymgenius/engine/program-life'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { settingsOf } from '../accounts/index.ts'
import { goalsOf, storedProfile } from './goals.repository.ts'

/** The year that leads to the open goals. It is worked out each time: goals move. */
export async function macrocycle(
  ctx: Ctx,
  { athleteId }: Athlete,
  { from }: { readonly from?: string | undefined },
): Promise<OutputOf<typeof getMacrocycle, 'reply'>> {
  const { timeZone, isNovice } = await settingsOf(ctx, athleteId)
  const start = from === undefined ? localDays(timeZone)(ctx.clock.now()) : localDayOf(from)
  const profile = await storedProfile(ctx.db, athleteId)
  const open = (await goalsOf(ctx.db, athleteId)).filter(({ state }) => state === 'open').map(({ versions }) => versions.at(-1)!)
  const goals = open.map(({ title, kind, by, goals }) => ({ title, kind, by: by === undefined ? undefined : localDayOf(by), goals }))
  const experience = profile.experience ?? (isNovice ? 'novice' : 'intermediate')
  const { daysPerWeek, minutes } = profile.schedule ?? {}
  const blocks = macrocycleOf(start, experience, goals).map(({ startsOn, weeks, emphasis, goals, peaks, reasons }, i) => ({
    block: i + 1,
    startsOn: isoOfDay(startsOn),
    weeks,
    emphasis,
    reasons: reasons.map((reason) => ({ ...reason })),
    request: {
      goals: goals.map((goal) => ({ ...goal })),
      weeks: Math.min(weeks, MOST_WEEKS),
      startsOn: isoOfDay(startsOn),
      ...(peaks && { peaks }),
      ...(daysPerWeek !== undefined && { daysPerWeek }),
      ...(minutes !== undefined && { minutes }),
    },
  }))
  return { from: isoOfDay(start), blocks }
}

/** As long as a program may be. */
const MOST_WEEKS = 16

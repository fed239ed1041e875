import { type AthleteId, localDays, type MovementId } from '@gymgenius/domain'
import type { MovementFacts } from '@gymgenius/engine'
import { Report, type ReportCard } from '@gymgenius/engine/report'
import { changeHead } from '../../platform/changes.ts'
import type { Ctx } from '../../platform/context.ts'
import { settingsOf } from '../accounts/index.ts'
import { bodyMassesOf } from '../diary/index.ts'
import { type DoneSet, nextSets } from '../logging/index.ts'
import { isReadTo } from './beliefs.repository.ts'
import { readingVersion } from './engine-version.ts'
import { forecastsOf } from './forecasts.repository.ts'
import { factsOf } from './reading.service.ts'

/** Sets asked of the database at a time: between two questions others are served. */
const PAGE = 1000

/**
 * What a phone finds by replaying its log, from what was foretold when the sets were read. The curves are left out: what was
 * believed after each set is not kept here.
 */
export async function reportOf(ctx: Ctx, athleteId: AthleteId): Promise<{ readonly card: ReportCard; readonly isWhole: boolean }> {
  const { timeZone } = await settingsOf(ctx, athleteId)
  const masses = await bodyMassesOf(ctx, athleteId)
  const isWhole = await isReadTo(ctx.db, athleteId, readingVersion(), await changeHead(ctx, athleteId))
  const dayOf = localDays(timeZone)
  const report = new Report()
  const facts = new Map<MovementId, MovementFacts>()
  for (let page = await nextSets(ctx, athleteId, null, PAGE); page.length > 0; page = await nextSets(ctx, athleteId, page.at(-1)!, PAGE)) {
    const unheardOf = new Set(page.map(({ movementId }) => movementId).filter((id) => !facts.has(id)))
    for (const [id, fact] of await factsOf(ctx, athleteId, [...unheardOf])) facts.set(id, fact)
    const forecasts = await forecastsOf(ctx.db, athleteId, page)
    for (const set of page) {
      const row = forecasts.get(set.id)
      const movement = facts.get(set.movementId)!
      report.add(
        { ...loggedOf(set), movement, bodyMass: masses.at(set.at), day: dayOf(set.at), setNumber: row?.setNumber ?? 1 },
        row?.told ?? null,
        null,
      )
    }
    if (page.length < PAGE) break
  }
  return { card: report.card(), isWhole }
}

const loggedOf = ({ at, workoutId, kind, load, reps, rir, rest, toFailure }: DoneSet) => ({
  at,
  workoutKey: workoutId,
  kind,
  load,
  reps,
  rir,
  rest,
  toFailure,
})

import { type AthleteId, localDays, type MovementId } from '@gymgenius/domain'
import type { MovementFacts } from '@gymgenius/engine'
import { Report, type ReportCard } from '@gymgenius/engine/report'
import { changeHead } from '../../platform/changes.ts'
import { actingAs, type Athlete, type Ctx } from '../../platform/context.ts'
import { settingsOf } from '../accounts/index.ts'
import { bodyMassesOf } from '../diary/index.ts'
import { type DoneSet, nextSets } from '../logging/index.ts'
import { isReadTo } from './beliefs.repository.ts'
import { readingVersion } from './engine-version.ts'
import { forecastsOf } from './forecasts.repository.ts'
import { factsOf } from './reading.service.ts'

/** Sets asked of the database at a time, each time in a unit of its own: others are served between. */
const PAGE = 1000

/**
 * What a phone finds by replaying its log, from what was foretold when the sets were read. The curves are left out: what was
 * believed after each set is not kept here.
 */
export async function reportOf(ctx: Ctx, actor: Athlete): Promise<{ readonly card: ReportCard; readonly isWhole: boolean }> {
  const { athleteId } = actor
  const { timeZone, masses, isWhole } = await actingAs(ctx, actor, async (ctx) => ({
    timeZone: (await settingsOf(ctx, athleteId)).timeZone,
    masses: await bodyMassesOf(ctx, athleteId),
    isWhole: await isReadTo(ctx.db, athleteId, readingVersion(), await changeHead(ctx, athleteId)),
  }))
  const dayOf = localDays(timeZone)
  const report = new Report()
  const facts = new Map<MovementId, MovementFacts>()
  let page: readonly DoneSet[] = []
  do {
    const after = page.at(-1) ?? null
    const read = await actingAs(ctx, actor, (ctx) => readPage(ctx, athleteId, after, facts))
    page = read.sets
    for (const set of page) {
      const row = read.forecasts.get(set.id)
      const movement = facts.get(set.movementId)!
      report.add(
        { ...loggedOf(set), movement, bodyMass: masses.at(set.at), day: dayOf(set.at), setNumber: row?.setNumber ?? 1 },
        row?.told ?? null,
        null,
      )
    }
  } while (page.length === PAGE)
  return { card: report.card(), isWhole }
}

/** The next sets with what was foretold of them; the facts of movements that are new among them join `facts`. */
async function readPage(ctx: Ctx, athleteId: AthleteId, after: DoneSet | null, facts: Map<MovementId, MovementFacts>) {
  const sets = await nextSets(ctx, athleteId, after, PAGE)
  const unheardOf = new Set(sets.map(({ movementId }) => movementId).filter((id) => !facts.has(id)))
  for (const [id, fact] of await factsOf(ctx, athleteId, [...unheardOf])) facts.set(id, fact)
  return { sets, forecasts: await forecastsOf(ctx.db, athleteId, sets) }
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

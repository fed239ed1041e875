import type { ReportCard } from '@gymgenius/contracts'
import { isoOfDay, type LocalDay, type MovementId } from '@gymgenius/domain'
import { type BestSet, type LiftReport, type StrongestSet, verdictOf } from '@gymgenius/engine/report'
import { actingAs, type Athlete, type Ctx } from '../../platform/context.ts'
import { reportOf } from '../learning/index.ts'
import { movementsFor } from '../movements/index.ts'

/** The history of a lifter as the engine would have foretold it. */
export async function showReportCard(ctx: Ctx, actor: Athlete): Promise<ReportCard> {
  const { card, isWhole } = await reportOf(ctx, actor)
  const { score, years, lifts, consistency, days, weeks, patterns } = card
  const ids = lifts.map(({ movementKey }) => movementKey as MovementId)
  const movements = await actingAs(ctx, actor, (ctx) => movementsFor(ctx, actor.athleteId, ids))
  const names = new Map([...movements].map(([id, { name }]) => [id as string, name]))
  return {
    isWhole,
    score,
    verdict: verdictOf(score),
    years: [...years],
    lifts: lifts.map((lift) => liftOf(lift, names.get(lift.movementKey)!)),
    consistency: { ...consistency, firstDay: dayOf(consistency.firstDay), lastDay: dayOf(consistency.lastDay) },
    days: days.map(([day, sets]) => ({ day: isoOfDay(day), sets })),
    weeks: weeks.map(({ monday, ...week }) => ({ monday: isoOfDay(monday), ...week })),
    patterns: patterns.map(({ pattern, lastDay, weeks }) => ({
      pattern,
      lastDay: isoOfDay(lastDay),
      weeks: weeks.map(({ monday, workouts, sets }) => ({ monday: isoOfDay(monday), workouts, sets })),
    })),
  }
}

const TOP_SETS = 12

function liftOf({ movementKey, sets, lastDay, score, records, curve }: LiftReport, movementName: string): ReportCard['lifts'][number] {
  const { heaviest, strongest, mostReps, atLoads } = records
  return {
    movementId: movementKey as MovementId,
    movementName,
    sets,
    lastDay: isoOfDay(lastDay),
    topSets: curve.slice(-TOP_SETS).toReversed().map(bestOf),
    score,
    records: {
      heaviest: heaviest && bestOf(heaviest),
      strongest: strongest && strongestOf(strongest),
      mostReps: mostReps && bestOf(mostReps),
      atLoads: atLoads.map(bestOf),
    },
  }
}

const bestOf = ({ day, load, reps }: BestSet) => ({ day: isoOfDay(day), loadKg: load, reps })

const strongestOf = ({ e1rm, ...set }: StrongestSet) => ({ ...bestOf(set), e1rmKg: e1rm })

const dayOf = (day: LocalDay | null) => day && isoOfDay(day)

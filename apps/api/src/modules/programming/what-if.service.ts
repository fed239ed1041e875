import type { LiftForecast, PlanChange, WhatIf } from '@gymgenius/contracts'
import {
  type LivedPlan,
  type MovementId,
  type Muscle,
  muscleGroups,
  type ProgramId,
  type ProgramReason,
  type ProgramReport,
  type TrackedMuscle,
  trackedMuscles,
} from '@gymgenius/domain'
import { diffOf } from '@gymgenius/engine/patches'
import { outlookOf } from '@gymgenius/engine/program-life'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { knownOf } from '../learning/index.ts'
import type { Plannable } from '../movements/index.ts'
import { applied } from './changes.keeping.ts'
import { meaningOf, movementsById } from './changes.service.ts'
import { judged } from './judging.service.ts'
import { type Lived, livedProgram } from './lived.service.ts'
import { askerOf } from './making.service.ts'
import { weeksShown } from './planning.ts'

/** What a change would do: its sessions, its volume and what strength is foretold, beside the plan as it stands. Nothing is kept. */
export async function whatIfOf(ctx: Ctx, actor: Athlete, id: ProgramId, change: PlanChange): Promise<WhatIf> {
  const life = await livedProgram(ctx, actor.athleteId, id)
  const { ops, notices } = await meaningOf(ctx, actor, life, change)
  const after = applied(life.plan, ops)
  const [was, is] = [await judged(ctx, actor, life, life.plan), await judged(ctx, actor, life, after)]
  const touched = new Set(
    ops.flatMap((op) => ('session' in op && op.op !== 'skip' && op.op !== 'rest' && op.op !== 'pin' ? [op.session] : [])),
  )
  const sessions = weeksShown(after.weeks).flatMap(({ days }) => days.filter(({ session }) => touched.has(session)))
  return {
    diff: diffOf(ops).map((line) => ({ ...line })),
    sessions,
    weeks: was.volume.map(({ week }) => week),
    volumeBefore: byMuscle(was),
    weeksAfter: is.volume.map(({ week }) => week),
    volumeAfter: byMuscle(is),
    forecast: await forecasts(ctx, actor, life, after, was, is),
    notices: [...notTold(notices, life.report), ...newMisses(was, is)].map((notice) => ({ ...notice })),
  }
}

/** What the program says of itself already is no news. */
function notTold(notices: readonly ProgramReason[], report: ProgramReport | null): readonly ProgramReason[] {
  const told = new Set(report?.notices.map((notice) => JSON.stringify(notice)))
  return notices.filter((notice) => !told.has(JSON.stringify(notice)))
}

const byMuscle = ({ volume }: ProgramReport): Record<string, number[]> =>
  Object.fromEntries(trackedMuscles.map((muscle) => [muscle, volume.map(({ muscles }) => Math.round(muscles[muscle].sets * 10) / 10)]))

/** Figures that were met and would no longer be. */
function newMisses(was: ProgramReport, is: ProgramReport): ProgramReason[] {
  return Object.entries(is.kpis).flatMap(([kpi, { pass, value, why, reasons }]) => {
    const before = was.kpis[kpi as keyof typeof was.kpis]
    const first = reasons?.[0]
    const about = first === undefined ? {} : { ...first.facts, miss: first.code }
    return !pass && value < before.value ? [{ code: 'no_longer_met', facts: { ...about, kpi, why: why.slice(0, 500) } }] : []
  })
}

/** So many lifts say enough. */
const TOLD = 6

/** The lifts that the engine knows the lifter by, among those the plan has or would have. */
async function forecasts(
  ctx: Ctx,
  actor: Athlete,
  { plan, done }: Lived,
  after: LivedPlan,
  was: ProgramReport,
  is: ProgramReport,
): Promise<LiftForecast[]> {
  const { strengths } = await knownOf(ctx, actor.athleteId)
  const planned = new Set([...mainMovements(plan), ...mainMovements(after)])
  const lifts = strengths.filter(({ movementId }) => planned.has(movementId)).toSorted((a, b) => b.sets - a.sets)
  if (lifts.length === 0) return []
  const movements = await movementsById(ctx, actor.athleteId)
  const { experience } = await askerOf(ctx, actor)
  const toCome = (lived: LivedPlan) =>
    new Set(lived.weeks.filter(({ days }) => days.some(({ session }) => !done.has(session))).map(({ week }) => week))
  const [left, leftAfter] = [toCome(plan), toCome(after)]
  return lifts.slice(0, TOLD).flatMap(({ movementId, level, variance }) => {
    const movement = movements.get(movementId)
    const muscle = movement && trackedOf(movement)
    if (movement === undefined || muscle === undefined) return []
    const sets = ({ volume }: ProgramReport, weeks: ReadonlySet<number>) =>
      volume.filter(({ week }) => weeks.has(week)).map(({ muscles }) => muscles[muscle].sets)
    const mav = is.volume[0]?.muscles[muscle].mav ?? 14
    const same = { level, variance, experience, mav }
    const without = outlookOf({ ...same, weeklySets: sets(was, left) })
    const withIt = outlookOf({ ...same, weeklySets: sets(is, leftAfter) })
    return [{ movementId, movement: movement.name, nowKg: without.now, withoutKg: without.later, withKg: withIt.later }]
  })
}

const mainMovements = ({ weeks }: LivedPlan): MovementId[] =>
  weeks.flatMap(({ days }) => days.flatMap(({ sections }) => sections.main.map(({ movementId }) => movementId)))

/** The tracked muscle that a movement trains most. */
function trackedOf({ muscles }: Plannable): TrackedMuscle | undefined {
  const shares = trackedMuscles.map((tracked) =>
    Math.max(0, ...muscles.filter(({ muscle }) => (muscleGroups[tracked] as readonly Muscle[]).includes(muscle)).map(({ share }) => share)),
  )
  const most = Math.max(...shares)
  return most === 0 ? undefined : trackedMuscles[shares.indexOf(most)]
}

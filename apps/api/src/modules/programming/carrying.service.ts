import type { PlanChange } from '@gymgenius/contracts'
import { type AthleteId, evidenceOf, localDays, type LivedPlan, type ProgramDay, type WorkoutId, sessionSections } from '@gymgenius/domain'
import { dayOfSession } from '@gymgenius/engine/patches'
import { carried, type DoneSession } from '@gymgenius/engine/programming'
import type { Ctx } from '../../platform/context.ts'
import { settingsOf } from '../accounts/index.ts'
import { loadsForAll } from '../equipment/index.ts'
import { setsOfThese } from '../logging/index.ts'
import { livePains, movementsForPlans } from '../movements/index.ts'
import type { Lived } from './lived.service.ts'

type Life = Pick<Lived, 'plan' | 'sessions' | 'done' | 'today'>

/**
 * The plan with what the rules of its movements ask for after what was done: reckoned each time from the sets as they are in the log, never kept. So a
 * workout counts once, as it was corrected, and no longer where it was deleted; and undoing a change of the plan restores its bytes.
 */
export async function carriedPlan(ctx: Ctx, athleteId: AthleteId, life: Life): Promise<LivedPlan> {
  const days = await carriedDays(ctx, athleteId, life)
  if (days.size === 0) return life.plan
  const weeks = life.plan.weeks.map((week) => ({ ...week, days: week.days.map((day) => days.get(day.session) ?? day) }))
  return { ...life.plan, weeks }
}

async function carriedDays(ctx: Ctx, athleteId: AthleteId, { plan, sessions, done, today }: Life): Promise<Map<number, ProgramDay>> {
  const lived = [...sessions.values()].flatMap(({ session, workoutId, doneAt }) =>
    done.has(session) && workoutId !== null && doneAt !== null ? [{ session, workoutId, doneAt }] : [],
  )
  if (lived.length === 0) return new Map()
  const { timeZone, unit } = await settingsOf(ctx, athleteId)
  const dayOf = localDays(timeZone)
  const sets = await setsOfWorkouts(
    ctx,
    athleteId,
    lived.map(({ workoutId }) => workoutId),
  )
  const movements = new Map((await movementsForPlans(ctx, athleteId)).map((movement) => [movement.id, movement]))
  const loads = await loadsForAll(ctx, athleteId, unit)
  const now = ctx.clock.now()
  const pains = (await livePains(ctx, athleteId)).filter(({ from }) => from <= now)
  const inOrder = lived.toSorted((a, b) => a.doneAt - b.doneAt || a.session - b.session)
  const days = carried({
    plan,
    done: inOrder.map(({ session, workoutId, doneAt }) => ({ session, day: dayOf(doneAt), sets: sets.get(workoutId) ?? [] })),
    isDone: (session) => done.has(session),
    today,
    loadKindOf: (id) => movements.get(id)?.loadKind,
    loadsOf: (id) => {
      const movement = movements.get(id)
      return movement && loads(movement)
    },
    isSpared: (id) => pains.some(({ excluded, capped }) => excluded.has(id) || capped.has(id)),
  })
  return new Map(days.map((day) => [day.session, day]))
}

async function setsOfWorkouts(ctx: Ctx, athleteId: AthleteId, ids: readonly WorkoutId[]): Promise<Map<WorkoutId, DoneSession['sets']>> {
  const sets = (await setsOfThese(ctx, athleteId, ids)).filter(({ kind }) => evidenceOf(kind) !== 'warm_up')
  const byWorkout = Map.groupBy(sets, ({ workoutId }) => workoutId)
  return new Map(
    [...byWorkout].map(([id, all]) => [
      id,
      all.map(({ movementId, loadKg, reps, rir, durationSeconds, distanceMeters }) => ({
        movementId,
        reps: reps ?? 0,
        ...(loadKg !== null && { loadKg }),
        ...(rir !== null && { rir }),
        ...(durationSeconds !== null && { durationSeconds }),
        ...(distanceMeters !== null && { distanceMeters }),
      })),
    ]),
  )
}

type Edit = Extract<PlanChange, { kind: 'edit' }>

/** A session written by hand, without the loads that it shows because they were earned: they go on being earned. */
export async function withoutCarried(ctx: Ctx, athleteId: AthleteId, life: Life, { session, to }: Edit): Promise<Edit['to']> {
  const shown = (await carriedDays(ctx, athleteId, life)).get(session)
  const kept = dayOfSession(life.plan, session)
  if (shown === undefined || kept === undefined) return to
  const sections = Object.fromEntries(
    sessionSections.map((section) => [
      section,
      to.sections[section].map((item) => {
        const place = shown.sections[section].findIndex(({ movementId }) => movementId === item.movementId)
        const [was, own] = [shown.sections[section][place], kept.sections[section][place]]
        if (was === undefined || own === undefined || was.reason !== item.reason) return item
        const sets = item.sets.map((set, i) => {
          if (own.sets[i]?.loadKg !== undefined || set.loadKg === undefined || set.loadKg !== was.sets[i]?.loadKg) return set
          const { loadKg: _earned, ...rest } = set
          return rest
        })
        return { ...item, sets, reason: own.reason, reasons: own.reasons }
      }),
    ]),
  ) as unknown as Edit['to']['sections']
  return { ...to, sections }
}

import {
  type AthleteId,
  type ImportId,
  type LoginSessionId,
  type MovementId,
  seededRng,
  type SetId,
  type WorkoutId,
} from '@gymgenius/domain'
import { adjustSettings, athleteWithEmail, openAccount, serverInfo } from '../modules/accounts/index.ts'
import { insertImportedWorkouts, makeRoutine } from '../modules/logging/index.ts'
import { matchNames } from '../modules/movements/index.ts'
import { actingAs, type Athlete, type Ctx, system } from '../platform/context.ts'
import { demoHistory, type DemoLifter, demoLifters, type DemoWorkout } from './demo-history.ts'

export const DEMO_PASSWORD = 'demo lifters lift'

/** Moves three lifters with months of made-up training into an empty house; nothing where somebody lives. True if they are there. */
export async function settleDemoLifters(ctx: Ctx): Promise<boolean> {
  if (!(await actingAs(ctx, system, serverInfo)).isFirstAccount) return false
  for (const [seed, lifter] of demoLifters.entries()) await settle(ctx, lifter, demoHistory(lifter, ctx.clock.now(), seededRng(seed + 1)))
  return true
}

/** True where the first demo lifter can sign in: their password may have been changed, or somebody else may live here. */
export const hasDemoLifters = (ctx: Ctx): Promise<boolean> =>
  actingAs(ctx, system, async (ctx) => (await athleteWithEmail(ctx, demoLifters[0]!.email)) !== undefined)

async function settle(ctx: Ctx, lifter: DemoLifter, workouts: readonly DemoWorkout[]) {
  const { id: athleteId } = await openAccount(ctx, { email: lifter.email, password: DEMO_PASSWORD })
  const actor: Athlete = { kind: 'athlete', athleteId, loginSessionId: athleteId as string as LoginSessionId }
  await actingAs(ctx, actor, async (ctx) => {
    await adjustSettings(ctx, actor, { unit: lifter.unit })
    const movements = await movementIds(ctx, athleteId, lifter)
    const written = workouts.map((workout) => ({ ...workout, id: ctx.ids.next<WorkoutId>() }))
    await insertImportedWorkouts(ctx, athleteId, ctx.ids.next<ImportId>(), {
      workouts: written.map(({ id, name, startedAt, endedAt }) => ({ id, name, note: undefined, startedAt, endedAt })),
      sets: written.flatMap((workout) =>
        workout.sets.map(({ lift, kind, at, loadKg, reps, rir }, position) => ({
          id: ctx.ids.next<SetId>(),
          workoutId: workout.id,
          movementId: movements.get(lift)!,
          kind,
          position: position + 1,
          performedAt: at,
          loadKg,
          reps,
          rir,
          effortScale: rir === undefined ? undefined : ('rir' as const),
          toFailure: false,
          durationSeconds: undefined,
          distanceMeters: undefined,
          note: undefined,
        })),
      ),
    })
    for (const name of Object.keys(lifter.routines)) {
      const last = written.findLast((workout) => workout.name === name)
      if (last !== undefined) await makeRoutine(ctx, actor, { name, fromWorkoutId: last.id })
    }
  })
}

async function movementIds(ctx: Ctx, athleteId: AthleteId, { routines }: DemoLifter): Promise<Map<string, MovementId>> {
  const names = Object.values(routines).flatMap((lifts) => lifts.map(({ name }) => name))
  const matches = await matchNames(ctx, athleteId, names)
  return new Map(
    names.map((name) => {
      const match = matches.get(name)
      if (match === undefined) throw new Error(`The library knows no ${name}`)
      return [name, match.movement.id]
    }),
  )
}

import type { WorkoutId } from '@gymgenius/domain'
import { gymLoadingQuery } from '../../lib/gym-loading.ts'
import { inFlight } from '../../lib/in-flight.ts'
import { queries } from '../../lib/queries.ts'
import { rulesNow } from '../../lib/rules.ts'
import { rememberedSettings } from '../../lib/settings.ts'
import { readinessQuery, weighingsQuery } from '../../lib/view/readiness.ts'
import {
  draftQuery,
  loadStepsQuery,
  movementSetsQuery,
  priorQuery,
  routinesQuery,
  snapshotQuery,
  workoutQuery,
} from '../../lib/view/read.ts'
import { withInFlight } from '../../lib/view/shown.ts'
import { rowsOf } from './rows.ts'
import { groundOf } from './use-ground.ts'
import { targetsAhead } from './use-targets.ts'
import { movementsOf, planOf, routineOf } from './use-workout.ts'

/** Reads what the set screen of a workout will ask for, and what it will ask the engine, so that its first frame is whole. */
export async function readAhead(id: WorkoutId) {
  const read = queries.fetchQuery.bind(queries)
  const [stored, draft, routines] = await Promise.all([read(workoutQuery(id)), read(draftQuery(id)), read(routinesQuery())])
  const local = withInFlight(id, stored, inFlight())
  if (local === null || local.workout.endedAt !== undefined) return
  const plan = planOf(local, draft, routineOf(local, routines))
  const movements = await read(movementsOf(plan))
  const item = plan.items[plan.activeItem]
  const movement = item && movements.get(item.movementId)
  if (movement === undefined || plan.circuit !== undefined) return
  const said = rememberedSettings()
  const [weighings, readiness, history, loadSteps, snapshot, prior, gym] = await Promise.all([
    read(weighingsQuery(said.bodyMassKg)),
    read(readinessQuery(movement)),
    read(movementSetsQuery(movement.id)),
    read(loadStepsQuery()),
    read(snapshotQuery(movement.id)),
    read(priorQuery(movement)),
    read(gymLoadingQuery(movement, local.workout.gymId)),
  ])
  const told = { said, rules: rulesNow(), weighings, readiness, history, loadSteps, snapshot, prior, gym }
  await targetsAhead(groundOf(movement, local, told), rowsOf(item!, local.sets))
}

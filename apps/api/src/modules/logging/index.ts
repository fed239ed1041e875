import type { Room } from '../../platform/room.ts'
import { routinesCopy, workoutsPage } from './export.pages.ts'
import { exportRoutes } from './export.routes.ts'
import { mergingRoutes } from './merging-movements.routes.ts'
import { routineRoutes } from './routines.routes.ts'
import { setRoutes } from './sets.routes.ts'
import { endEverySilentWorkout } from './workouts.going-on.ts'
import { workoutRoutes } from './workouts.routes.ts'

export type { TrainedMovement } from './history.repository.ts'
export type { SetRecord } from './records.ts'
export type { AdvisedSet, ChangedSet, DoneSet, SetPlace } from './done-sets.repository.ts'
export {
  changedSets,
  finishedWorkouts,
  nextSets,
  recentSets,
  routineMovements,
  setsAdvisedBy,
  setsOf,
  setsOfThese,
  trainedMovements,
} from './history.service.ts'
export type { ImportedSet, ImportedWorkout, KnownSet } from './imported.repository.ts'
export { listRoutinesOf, makeRoutine, takeRoutinesBack } from './routines.service.ts'
export { existingSetKeys, insertImportedWorkouts, undoImportedWorkouts, workoutsOfImport } from './imported.service.ts'

export { changesSince, type Change, forgetTombstones } from './changes.service.ts'
export { type Clocks, type Hlc, hlcOf, hlcOfStamp, laterOf, laterThan, stampOf } from './clocks.ts'
export type { Applied, DeviceChange } from './devices.ts'
export { workoutsPage } from './export.pages.ts'
export { applyRoutineOp } from './routines.devices.ts'
export { applySetOp, knownSets } from './sets.devices.ts'
export { applyWorkoutOp } from './workouts.devices.ts'
export { dropSessionPlan, keepSessionPlan, type SessionPlan, workoutsThatAreThere } from './routines.sessions.ts'
export { gymOfWorkout, startWorkout, withSets as workoutWithSets } from './workouts.service.ts'
export { endSilentWorkouts } from './workouts.going-on.ts'

/** The logbook: sets, workouts and routines. */
export const loggingRoom: Room = {
  name: 'logging',
  mount: (app, rooms) => {
    exportRoutes(app, rooms)
    setRoutes(app)
    workoutRoutes(app)
    routineRoutes(app)
    mergingRoutes(app)
  },
  personalData: { copy: routinesCopy, pages: { workouts: (ctx, athleteId, after) => workoutsPage(ctx, athleteId, after) } },
  chores: { 'logging.end_silent_workouts': { everySeconds: 60, run: endEverySilentWorkout } },
}

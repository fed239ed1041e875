import type { Room } from '../../platform/room.ts'
import { routineRoutes } from './routines.routes.ts'
import { setRoutes } from './sets.routes.ts'
import { endEverySilentWorkout } from './workouts.going-on.ts'
import { workoutRoutes } from './workouts.routes.ts'

export const loggingRoom: Room = {
  name: 'logging',
  mount: (app) => {
    setRoutes(app)
    workoutRoutes(app)
    routineRoutes(app)
  },
  chores: { 'logging.end_silent_workouts': { everySeconds: 60, run: endEverySilentWorkout } },
}

import { lazy, type ComponentType } from 'react'
import { withWords } from '../lib/language.ts'
import { preparedBy, type Path } from '../lib/router.tsx'

interface Route {
  readonly Screen: ComponentType
  readonly load: () => Promise<unknown>
  /** Screens for someone signed in stand in the shell, above the navigation. */
  readonly isPublic?: boolean
}

/** A screen is code of its own, fetched with its words when it is first needed or about to be. */
const screen = <Name extends string>(load: () => Promise<Readonly<Record<Name, ComponentType>>>, name: Name): Route =>
  firstScreen(withWords(load), name)

/** One of those a workout begins with: their words are there already (`FIRST` in `words-module.ts`). */
function firstScreen<Name extends string>(load: () => Promise<Readonly<Record<Name, ComponentType>>>, name: Name): Route {
  return { load, Screen: lazy<ComponentType>(async () => ({ default: (await load())[name] })) }
}

/** Every screen by its path. `/` leads to today. */
export const routes: Readonly<Record<Exclude<Path, '/'>, Route>> = {
  '/sign-in': { ...screen(() => import('../features/accounts/sign-in-screen.tsx'), 'SignInScreen'), isPublic: true },
  '/sign-up': { ...screen(() => import('../features/accounts/sign-up-screen.tsx'), 'SignUpScreen'), isPublic: true },
  '/today': firstScreen(() => import('./today.tsx'), 'Today'),
  '/workout/$workoutId': firstScreen(() => import('./workout.tsx'), 'Workout'),
  '/history': screen(() => import('../features/history/history-screen.tsx'), 'HistoryScreen'),
  '/history/$workoutId': screen(() => import('../features/history/past-workout-screen.tsx'), 'PastWorkoutScreen'),
  '/progress': screen(() => import('../features/progress/progress-screen.tsx'), 'ProgressScreen'),
  '/progress/report': screen(() => import('../features/report/report-screen.tsx'), 'ReportScreen'),
  '/progress/$movementId': screen(() => import('./movement-progress.tsx'), 'MovementProgress'),
  '/library': screen(() => import('../features/library/library-screen.tsx'), 'LibraryScreen'),
  '/library/new': screen(() => import('../features/library/own-movement-screen.tsx'), 'NewMovementScreen'),
  '/library/circuits': screen(() => import('./circuits.tsx'), 'Circuits'),
  '/library/$movementId': screen(() => import('./movement.tsx'), 'Movement'),
  '/library/$movementId/edit': screen(() => import('../features/library/own-movement-screen.tsx'), 'EditMovementScreen'),
  '/routines': screen(() => import('../features/routines/routines-screen.tsx'), 'RoutinesScreen'),
  '/routines/$routineId': screen(() => import('../features/routines/routine-screen.tsx'), 'RoutineScreen'),
  '/settings': screen(() => import('./settings.tsx'), 'Settings'),
  '/gyms': screen(() => import('../features/gyms/gyms-screen.tsx'), 'GymsScreen'),
  '/gyms/$gymId': screen(() => import('../features/gyms/gym-screen.tsx'), 'GymScreen'),
  '/body-weight': screen(() => import('../features/diary/body-weight-screen.tsx'), 'BodyWeightScreen'),
  '/import': screen(() => import('../features/imports/import-screen.tsx'), 'ImportScreen'),
}

export const paths = Object.keys(routes) as Exclude<Path, '/'>[]

preparedBy((path) => {
  if (path !== '/') routes[path].load().catch(() => undefined) // the press itself will say what is wrong
})

import type { WorkoutId } from '@gymgenius/domain'
import { lazy, type ComponentType } from 'react'
import { withWords } from '../lib/language.ts'
import type { Found } from '../lib/paths.ts'
import { preparedBy, type Path } from '../lib/router.tsx'

interface Route {
  /** Always the same one, however often it is asked for. */
  readonly Screen: ComponentType
  readonly load: () => Promise<unknown>
  /** Reads what the screen shows. */
  readonly readAhead?: (params: Found['params']) => Promise<unknown>
  /** Screens for someone signed in stand in the shell, above the navigation. */
  readonly isPublic?: boolean
}

type More = Pick<Route, 'readAhead' | 'isPublic'>

/** A screen is code of its own, fetched with its words when it is first needed or about to be. */
const screen = <Name extends string>(load: () => Promise<Readonly<Record<Name, ComponentType>>>, name: Name, more: More = {}): Route =>
  firstScreen(withWords(load), name, more)

/** One of those a workout begins with: their words are there already (`FIRST` in `words-module.ts`). */
function firstScreen<Name extends string>(load: () => Promise<Readonly<Record<Name, ComponentType>>>, name: Name, more: More = {}): Route {
  let loaded: ComponentType | undefined
  let chosen: ComponentType | undefined
  const fetched = async () => (loaded = (await load())[name])
  return {
    ...more,
    load: fetched,
    // After a frame without the screen React holds the next one back for 0.3 s; a screen that is there already needs no such frame.
    get Screen() {
      return (chosen ??= loaded ?? lazy(async () => ({ default: await fetched() })))
    },
  }
}

const door = () => import('./doors.tsx')
const gyms = () => import('./gyms.tsx')
const past = () => import('./past.tsx')
const workout = () => import('./workout.tsx')
const people = () => import('./people.tsx')
const programPage = () => import('./program-pages.tsx')

/** Every screen by its path. `/` leads to today. */
export const routes: Readonly<Record<Exclude<Path, '/'>, Route>> = {
  '/sign-in': screen(door, 'SignInScreen', { isPublic: true }),
  '/sign-up': screen(door, 'SignUpScreen', { isPublic: true }),
  '/forgot-password': screen(door, 'ForgotPasswordScreen', { isPublic: true }),
  '/reset-password': screen(door, 'ResetPasswordScreen', { isPublic: true }),
  '/confirm-email': screen(door, 'ConfirmEmailScreen', { isPublic: true }),
  '/server': screen(door, 'ServerScreen', { isPublic: true }),
  '/today': firstScreen(() => import('./today.tsx'), 'Today'),
  '/workout/$workoutId': firstScreen(workout, 'Workout', {
    readAhead: async ({ workoutId }) => (await workout()).readAhead(workoutId as WorkoutId),
  }),
  '/history': screen(past, 'HistoryScreen'),
  '/history/$workoutId': screen(past, 'PastWorkoutScreen'),
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
  '/programs': screen(() => import('../features/programming/programs-screen.tsx'), 'ProgramsScreen'),
  '/programs/new': screen(() => import('../features/programming/new-program-screen.tsx'), 'NewProgramScreen'),
  '/programs/new/$step': screen(() => import('../features/programming/new-program-screen.tsx'), 'NewProgramStepScreen'),
  '/programs/schemes': screen(programPage, 'SchemesScreen'),
  '/programs/schemes/$slug': screen(programPage, 'SchemeScreen'),
  '/programs/text': screen(programPage, 'FromTextScreen'),
  '/programs/by-hand': screen(programPage, 'ByHandScreen'),
  '/programs/$programId/hand/$session': screen(programPage, 'EditSessionScreen'),
  '/programs/$programId/text': screen(programPage, 'ProgramTextScreen'),
  '/programs/$programId/print': screen(programPage, 'PrintScreen'),
  '/programs/$programId/compare/$otherId': screen(programPage, 'CompareScreen'),
  '/shared/programs/$token': screen(programPage, 'SharedProgramScreen', { isPublic: true }),
  '/programs/$programId': screen(() => import('../features/programming/program-screen.tsx'), 'ProgramScreen'),
  '/programs/$programId/changes': screen(programPage, 'ChangesScreen'),
  '/programs/$programId/order': screen(programPage, 'OrderScreen'),
  '/programs/$programId/sessions/$session': screen(() => import('./program-session.tsx'), 'ProgramSession'),
  '/goals': screen(programPage, 'GoalsScreen'),
  '/goals/year': screen(programPage, 'YearScreen'),
  '/goals/$goalId': screen(programPage, 'GoalScreen'),
  '/settings': screen(() => import('./settings.tsx'), 'Settings'),
  '/gyms': screen(gyms, 'GymsScreen'),
  '/gyms/$gymId': screen(gyms, 'GymScreen'),
  '/body-weight': screen(() => import('../features/diary/body-weight-screen.tsx'), 'BodyWeightScreen'),
  '/privacy': screen(people, 'Privacy'),
  '/accounts': screen(people, 'Accounts'),
  '/audit': screen(people, 'AuditScreen'),
  '/doctor': screen(people, 'Doctor'),
  '/athletes': screen(people, 'AthletesScreen'),
  '/athletes/$grantId': screen(people, 'AthleteScreen'),
  '/import': screen(() => import('../features/imports/import-screen.tsx'), 'ImportScreen'),
}

export const paths = Object.keys(routes) as Exclude<Path, '/'>[]

preparedBy((path) => {
  if (path !== '/') routes[path].load().catch(() => undefined) // the press itself will say what is wrong
})

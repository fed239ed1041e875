import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { currentSession } from '../lib/session.ts'
import { NotFound } from './not-found.tsx'
import { Shell } from './shell.tsx'
import { openLogbook } from '../lib/logbook.ts'
import { RouteFault } from './route-fault.tsx'

const root = createRootRoute({ notFoundComponent: NotFound })

/** Screens for someone signed in, under the bottom navigation. A phone that was signed in once stays so without a network. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: () => {
    const { account } = currentSession()
    if (account === undefined) throw redirect({ to: '/sign-in' })
    openLogbook(account.id)
  },
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('../features/accounts/sign-in-screen.tsx'), 'SignInScreen'),
})
const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('../features/accounts/sign-up-screen.tsx'), 'SignUpScreen'),
})
const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/today', replace: true })
  },
})
const today = createRoute({
  getParentRoute: () => shell,
  path: '/today',
  component: lazyRouteComponent(() => import('./today.tsx'), 'Today'),
})
const workout = createRoute({
  getParentRoute: () => shell,
  path: '/workout/$workoutId',
  component: lazyRouteComponent(() => import('./workout.tsx'), 'Workout'),
})
const history = createRoute({
  getParentRoute: () => shell,
  path: '/history',
  component: lazyRouteComponent(() => import('../features/history/history-screen.tsx'), 'HistoryScreen'),
})
const pastWorkout = createRoute({
  getParentRoute: () => shell,
  path: '/history/$workoutId',
  component: lazyRouteComponent(() => import('../features/history/past-workout-screen.tsx'), 'PastWorkoutScreen'),
})
const progress = createRoute({
  getParentRoute: () => shell,
  path: '/progress',
  component: lazyRouteComponent(() => import('../features/progress/progress-screen.tsx'), 'ProgressScreen'),
})
const movementProgress = createRoute({
  getParentRoute: () => shell,
  path: '/progress/$movementId',
  component: lazyRouteComponent(() => import('../features/progress/movement-progress-screen.tsx'), 'MovementProgressScreen'),
})
const routines = createRoute({
  getParentRoute: () => shell,
  path: '/routines',
  component: lazyRouteComponent(() => import('../features/routines/routines-screen.tsx'), 'RoutinesScreen'),
})
const routine = createRoute({
  getParentRoute: () => shell,
  path: '/routines/$routineId',
  component: lazyRouteComponent(() => import('../features/routines/routine-screen.tsx'), 'RoutineScreen'),
})
const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings.tsx'), 'Settings'),
})
const imports = createRoute({
  getParentRoute: () => shell,
  path: '/import',
  component: lazyRouteComponent(() => import('../features/imports/import-screen.tsx'), 'ImportScreen'),
})

const tree = root.addChildren([
  signIn,
  signUp,
  shell.addChildren([home, today, workout, history, pastWorkout, progress, movementProgress, routines, routine, settings, imports]),
])

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  defaultErrorComponent: RouteFault,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

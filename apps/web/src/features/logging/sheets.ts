import { lazy } from 'react'
import { withWords } from '../../lib/language.ts'

/**
 * The panels over the set screen, what stands there when the workout is over, and the rest after a set. None is needed to log a set,
 * so they come after the first paint; the service worker keeps them for when there is no network.
 */
const load = {
  kind: withWords(() => import('./kind-sheet.tsx')),
  measured: withWords(() => import('./measured-entry.tsx')),
  open: withWords(() => import('./open-set.tsx')),
  edit: withWords(() => import('./edit-set-sheet.tsx')),
  finish: withWords(() => import('./finish-sheet.tsx')),
  finished: withWords(() => import('./finished-workout.tsx')),
  history: withWords(() => import('./history-sheet.tsx')),
  options: withWords(() => import('./movement-options-sheet.tsx')),
  picker: withWords(() => import('../../lib/movement-picker.tsx')),
  plan: withWords(() => import('./plan-sheet.tsx')),
  rest: withWords(() => import('./rest-bar.tsx')),
  why: withWords(() => import('./why-sheet.tsx')),
}

export const KindSheet = lazy(async () => ({ default: (await load.kind()).KindSheet }))
export const MeasuredEntry = lazy(async () => ({ default: (await load.measured()).MeasuredEntry }))
export const OpenSet = lazy(async () => ({ default: (await load.open()).OpenSet }))
export const EditSetSheet = lazy(async () => ({ default: (await load.edit()).EditSetSheet }))
export const FinishSheet = lazy(async () => ({ default: (await load.finish()).FinishSheet }))
export const FinishedWorkout = lazy(async () => ({ default: (await load.finished()).FinishedWorkout }))
export const HistorySheet = lazy(async () => ({ default: (await load.history()).HistorySheet }))
export const MovementOptionsSheet = lazy(async () => ({ default: (await load.options()).MovementOptionsSheet }))
export const MovementPicker = lazy(async () => ({ default: (await load.picker()).MovementPicker }))
export const PlanSheet = lazy(async () => ({ default: (await load.plan()).PlanSheet }))
export const RestBar = lazy(async () => ({ default: (await load.rest()).RestBar }))
export const WhySheet = lazy(async () => ({ default: (await load.why()).WhySheet }))

/** Fetches them while nobody waits, so that the first press on one opens it at once. */
export const loadSheets = async () => {
  await Promise.allSettled(Object.values(load).map((each) => each()))
}

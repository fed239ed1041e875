import { lazy } from 'react'
import { withWords } from '../../lib/language.ts'

/** None of this is needed to log a set, so it comes after the first paint; the service worker keeps it for when there is no network. */
const panels = withWords(() => import('./panels.ts'))
const aside = () => import('./aside.ts')

export const CircuitRunner = lazy(async () => ({ default: (await panels()).CircuitRunner }))
export const FinishSheet = lazy(async () => ({ default: (await panels()).FinishSheet }))
export const FinishedWorkout = lazy(async () => ({ default: (await panels()).FinishedWorkout }))
export const KeysSheet = lazy(async () => ({ default: (await panels()).KeysSheet }))
export const MeasuredEntry = lazy(async () => ({ default: (await panels()).MeasuredEntry }))
export const MovementPanels = lazy(async () => ({ default: (await panels()).MovementPanels }))
export const OpenSet = lazy(async () => ({ default: (await panels()).OpenSet }))
export const PickSheet = lazy(async () => ({ default: (await panels()).PickSheet }))
export const PlanSheet = lazy(async () => ({ default: (await panels()).PlanSheet }))
export const IntervalBand = lazy(async () => ({ default: (await aside()).IntervalBand }))
export const PlatesLine = lazy(async () => ({ default: (await aside()).PlatesLine }))
export const RestBar = lazy(async () => ({ default: (await aside()).RestBar }))

/** So long a slow phone takes to show the first set from nothing. */
const LATER_MS = 1500

/** What the set screen does once it stands. */
export const Standing = lazy(async () => {
  await new Promise((later) => setTimeout(later, LATER_MS))
  return { default: (await aside().catch(() => undefined))?.Standing ?? (() => null) }
})

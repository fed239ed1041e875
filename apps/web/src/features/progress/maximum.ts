import type { LoadSteps, Movement, PerformedSet } from '@gymgenius/contracts'
import { kg, type Instant, type Kilograms } from '@gymgenius/domain'
import { type MovementPrior, prescribe, type TrainingSnapshot } from '@gymgenius/engine'
import type { Settings } from '../../lib/settings.ts'
import { snapshotOf } from '../../lib/snapshot.ts'

/** What targets follow from beside the sets. */
export interface Ground {
  readonly settings: Settings
  readonly loadSteps: readonly LoadSteps[]
  readonly synced: TrainingSnapshot | undefined
  readonly prior?: MovementPrior | null | undefined
}

/**
 * The maximum that the next target follows from: the number that "Why" names, from the very function that names it. Undefined
 * where a load says nothing by itself (the body counts too), and before the first workout.
 */
export function maximumNow(movement: Movement, sets: readonly PerformedSet[], ground: Ground, at: Instant): Kilograms | undefined {
  if (movement.loadKind !== 'external' && movement.loadKind !== 'machine_stack') return undefined
  const { settings, loadSteps, synced, prior } = ground
  const { reasons } = prescribe(snapshotOf(movement, sets, settings, loadSteps, synced, undefined, prior), {
    setNumber: 1,
    workoutId: null,
    at,
    goalStrength: settings.goalStrength,
    repLow: null,
    repHigh: null,
    rir: null,
  })
  const e1rmKg = reasons.find(({ code }) => code === 'strength')?.['e1rmKg']
  return typeof e1rmKg === 'number' ? kg(e1rmKg) : undefined
}

import type { LoadSteps, Movement, PerformedSet } from '@gymgenius/contracts'
import { kg, type Instant, type Kilograms } from '@gymgenius/domain'
import type { MovementPrior, Prescription, TrainingSnapshot } from '@gymgenius/engine'
import type { Asked } from '../../lib/engine/questions.ts'
import type { Settings } from '../../lib/settings.ts'
import { snapshotOf } from '../../lib/snapshot.ts'

/** What targets follow from beside the sets. */
export interface Ground {
  readonly settings: Settings
  readonly loadSteps: readonly LoadSteps[]
  readonly synced: TrainingSnapshot | undefined
  readonly prior?: MovementPrior | null | undefined
}

/** What the engine is asked for the maximum: the next first set, as "Why" asks. Undefined where a load says nothing by itself: the body counts too. */
export function maximumQuestion(
  movement: Movement,
  sets: readonly PerformedSet[],
  ground: Ground,
  at: Instant,
): Asked['prescriptions'] | undefined {
  if (movement.loadKind !== 'external' && movement.loadKind !== 'machine_stack') return undefined
  const { settings, loadSteps, synced, prior } = ground
  const next = { setNumber: 1, workoutId: null, at, goalStrength: settings.goalStrength, repLow: null, repHigh: null, rir: null }
  return { snapshot: snapshotOf(movement, sets, settings, loadSteps, synced, undefined, prior), targets: [next] }
}

/** The maximum that the next target follows from: the number that "Why" names. Undefined before the first workout. */
export function maximumIn([prescription]: readonly Prescription[]): Kilograms | undefined {
  const e1rmKg = prescription?.reasons.find(({ code }) => code === 'strength')?.['e1rmKg']
  return typeof e1rmKg === 'number' ? kg(e1rmKg) : undefined
}

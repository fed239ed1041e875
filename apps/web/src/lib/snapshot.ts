import type { LoadSteps, Movement, PerformedSet } from '@gymgenius/contracts'
import {
  bodyMassAt,
  evidenceOf,
  instantOf,
  kg,
  KG_PER_POUND,
  type Equipment,
  type Kilograms,
  type Reps,
  type Rir,
  type WeighedAt,
} from '@gymgenius/domain'
import { type Loadable, type MovementPrior, type Readiness, type SnapshotSet, type TrainingSnapshot, weighedSets } from '@gymgenius/engine'
import type { Settings } from './settings.ts'

/** The engine reads no more than this; older sets say little. */
const MOST_SETS = 120

/** What the engine is told: what the server last sent of this movement, or what this phone knows of it, and always the sets of here. */
export function snapshotOf(
  movement: Movement,
  sets: readonly PerformedSet[],
  settings: Settings,
  loadSteps: readonly LoadSteps[],
  synced: TrainingSnapshot | undefined,
  ofGym?: Loadable,
  prior?: MovementPrior | null,
  readiness?: Readiness | null,
  weighings: readonly WeighedAt[] = [],
): TrainingSnapshot {
  const bodyMass = settings.bodyMassKg ?? null
  return {
    movement: { id: movement.id, pattern: movement.pattern, loadKind: movement.loadKind, equipment: movement.equipment },
    athlete: { bodyMass, isNovice: settings.isNovice, hasPain: settings.hasPain },
    loads: ofGym ?? synced?.loads ?? loadsOf(movement, loadSteps, settings.unit),
    sets: weighedSets(movement.loadKind, sets.slice(-MOST_SETS).map(asSnapshotSet), bodyMass, (at) => bodyMassAt(weighings, at, bodyMass)),
    ...(prior && { prior }),
    ...(readiness && { readiness }),
    ...(synced?.traits && { traits: synced.traits }),
  }
}

const asSnapshotSet = (set: PerformedSet): SnapshotSet => ({
  workoutId: set.workoutId,
  at: instantOf(set.performedAt),
  kind: evidenceOf(set.kind),
  load: set.loadKg ?? null,
  reps: set.reps ?? null,
  rir: set.rir ?? null,
  toFailure: set.toFailure,
})

function loadsOf(movement: Movement, loadSteps: readonly LoadSteps[], unit: Settings['unit']): Loadable {
  const said = loadSteps.find(({ equipment }) => equipment === movement.equipment)
  const step = said?.stepKg ?? (unit === 'lb' ? kg(5 * KG_PER_POUND) : kg(2.5))
  // Weight on a belt and help from a stack begin at nothing, whatever the bar weighs.
  if (movement.loadKind !== 'external') return { min: kg(0), step }
  return { min: said?.minKg ?? lightest(movement.equipment, unit), step }
}

/** Until the server has said what this gym has. */
function lightest(equipment: Equipment, unit: Settings['unit']): Kilograms {
  const bar = unit === 'lb' ? 45 * KG_PER_POUND : 20
  return kg(equipment === 'barbell' || equipment === 'smith_machine' ? bar : 0)
}

export const asReps = (value: number | undefined) => (value ?? null) as Reps | null
export const asRir = (value: number | undefined) => (value ?? null) as Rir | null

import type { Movement, PerformedSet } from '@gymgenius/contracts'
import { bodyMassAt, instantOf, type WeighedAt } from '@gymgenius/domain'
import type { MovementPrior, Readiness } from '@gymgenius/engine'
import { useQuery } from '@tanstack/react-query'
import { timeNow } from '../../lib/clock.ts'
import { type GymLoading, gymLoadingQuery } from '../../lib/gym-loading.ts'
import { useRules } from '../../lib/rules.ts'
import { type Settings, useSettings } from '../../lib/settings.ts'
import { readinessQuery, weighingsQuery } from '../../lib/view/readiness.ts'
import { loadStepsQuery, movementSetsQuery, priorQuery, snapshotQuery } from '../../lib/view/read.ts'
import type { StoredSnapshot } from '../../lib/view/schema.ts'
import type { Ground } from './target.ts'
import type { WorkoutUnderWay } from './use-workout.ts'

/** All that the next target of one movement follows from; undefined while it is read. */
export function useGround(movement: Movement, { workout, sets }: Pick<WorkoutUnderWay, 'workout' | 'sets'>): Ground | undefined {
  const said = useSettings()
  const weighings = useQuery(weighingsQuery(said.bodyMassKg)).data
  const readiness = useQuery(readinessQuery(movement)).data
  const rules = useRules()
  const history = useQuery(movementSetsQuery(movement.id)).data
  const loadSteps = useQuery(loadStepsQuery()).data
  const snapshot = useQuery(snapshotQuery(movement.id)).data
  const prior = useQuery(priorQuery(movement)).data
  const gym = useQuery(gymLoadingQuery(movement, workout.gymId)).data
  if (weighings === undefined || readiness === undefined) return undefined
  if (gym === undefined || prior === undefined || history === undefined || loadSteps === undefined || snapshot === undefined)
    return undefined
  return groundOf(movement, { workout, sets }, { said, rules, weighings, readiness, history, loadSteps, snapshot, prior, gym })
}

/** What the ground of a target is made of, as it was read. */
interface Read extends Pick<Ground, 'rules' | 'loadSteps'> {
  readonly said: Settings
  readonly weighings: readonly WeighedAt[]
  readonly readiness: Readiness | null
  readonly history: readonly PerformedSet[]
  readonly snapshot: StoredSnapshot | null
  readonly prior: MovementPrior | null
  readonly gym: GymLoading | null
}

export function groundOf(
  movement: Movement,
  { workout, sets }: Pick<WorkoutUnderWay, 'workout' | 'sets'>,
  { said, rules, weighings, readiness, history, loadSteps, snapshot, prior, gym }: Read,
): Ground {
  const bodyMass = bodyMassAt(weighings, timeNow(), null)
  return {
    movement,
    // The sets of this workout as the screen shows them: newer than the history by what is on its way to the disk.
    sets: [...history.filter((set) => set.workoutId !== workout.id), ...sets.filter((set) => set.movementId === movement.id)],
    workoutId: workout.id,
    startedAt: instantOf(workout.startedAt),
    settings: { ...said, ...(bodyMass !== null && { bodyMassKg: bodyMass }) },
    weighings,
    rules,
    loadSteps,
    synced: snapshot?.snapshot,
    gym: gym ?? undefined,
    prior,
    readiness,
  }
}

/** The same ground with one more set on it. */
export const withSet = (ground: Ground, set: PerformedSet): Ground => ({ ...ground, sets: [...ground.sets, set] })

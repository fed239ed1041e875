import type { Gym, Movement } from '@gymgenius/contracts'
import type { Kilograms } from '@gymgenius/domain'
import type { Loading, NotLoadable, WantedSet } from '@gymgenius/engine/loading'
import { queryOptions } from '@tanstack/react-query'
import { gymsQuery, VIEW } from './view/read.ts'
import { queries } from './queries.ts'

/** What the gym can load on one movement, with the questions that a screen has about it. */
export interface GymLoading extends Pick<Loading, 'loads' | 'plated'> {
  readonly gym: Gym
  readonly whyNot: (load: number) => NotLoadable | undefined
  /**
   * The plates of one side for the set at `index` of several, innermost first, so that the fewest are moved from set to set;
   * undefined where its load is not made of plates.
   */
  /** Loads within what these sets want that move the fewest plates from one to the next. */
  readonly fewest: (wanted: readonly WantedSet[]) => readonly Kilograms[]
  readonly platesAmong: (loads: readonly number[], index: number) => readonly Kilograms[] | undefined
}

/**
 * For the gym of the workout, else the one the lifter is in; null where nobody said what it has for this movement. The code that
 * works it out is fetched only for lifters with a gym: the set screen must load fast.
 */
export const gymLoadingQuery = ({ id, equipment, loadKind }: Movement, gymId: string | undefined) =>
  queryOptions({
    queryKey: [VIEW, 'loading', id, gymId],
    queryFn: async (): Promise<GymLoading | null> => {
      const gyms = await queries.fetchQuery(gymsQuery())
      const gym = gyms.find((one) => one.id === gymId) ?? gyms[0]
      if (gym === undefined) return null
      const { fewestChanges, loadingOf, platesAmong, whyNot } = await import('@gymgenius/engine/loading')
      const loading = loadingOf(gym.items, { id, equipment, loadKind })
      if (loading === undefined) return null
      const { loads, plated } = loading
      return {
        gym,
        loads,
        plated,
        whyNot: (load) => whyNot(loading, load),
        fewest: (wanted) => fewestChanges(loading, wanted).map(({ load }) => load),
        platesAmong: (loads, index) => platesAmong(loading, loads, index),
      }
    },
    staleTime: Infinity,
    gcTime: 300_000,
    networkMode: 'always',
    structuralSharing: false,
  })

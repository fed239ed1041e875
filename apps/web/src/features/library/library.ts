import type { Circuit } from '@gymgenius/catalog/circuit'
import { queryOptions } from '@tanstack/react-query'
import type { BeyondTheIndex } from 'virtual:library'

export type { Circuit } from '@gymgenius/catalog/circuit'
export type Details = BeyondTheIndex

export interface Library {
  /** By the id of the movement. A movement of one's own has none. */
  readonly details: ReadonlyMap<string, Details>
  readonly idOfSlug: ReadonlyMap<string, string>
  readonly circuits: readonly Circuit[]
}

/** The files of the library, which are a file of this app: there without a network. */
export const libraryQuery = () =>
  queryOptions({
    queryKey: ['library'],
    queryFn: async (): Promise<Library> => {
      const { details, circuits } = await import('virtual:library')
      return {
        details: new Map(details.map((one) => [one.id, one])),
        idOfSlug: new Map(details.map(({ slug, id }) => [slug, id])),
        circuits,
      }
    },
    staleTime: Infinity,
    gcTime: Infinity,
    structuralSharing: false,
  })

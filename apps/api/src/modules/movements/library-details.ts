import { allMovementDetails, type Circuit, circuits, type MovementDetails } from '@gymgenius/catalog'
import type { MovementId } from '@gymgenius/domain'

let byId: ReadonlyMap<MovementId, MovementDetails> | undefined
let bySlug: ReadonlyMap<string, MovementDetails> | undefined
let allCircuits: readonly Circuit[] | undefined

/** All that the library says, by id; its files are read once, at the first question. */
export const libraryDetails = (): ReadonlyMap<MovementId, MovementDetails> =>
  (byId ??= new Map(allMovementDetails().map((one) => [one.id, one])))

export function detailsOfSlug(slug: string): MovementDetails | undefined {
  bySlug ??= new Map([...libraryDetails().values()].map((one) => [one.slug, one]))
  return bySlug.get(slug)
}

/** The circuit templates that have this movement as a station. */
export function circuitsWith(slug: string): Circuit[] {
  allCircuits ??= circuits()
  return allCircuits.filter(({ stations }) => stations.some(({ movement }) => movement === slug))
}

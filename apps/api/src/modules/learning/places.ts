import type { SetPlace } from '../logging/index.ts'

/** Negative where `a` comes first. Ids compare as Postgres compares them. */
export function comparePlaces(a: SetPlace, b: SetPlace): number {
  return a.at - b.at || a.position - b.position || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** The first of some places; null of none. */
export function firstPlace(places: readonly (SetPlace | null)[]): SetPlace | null {
  return places.reduce((first, place) => (first === null || (place !== null && comparePlaces(place, first) < 0) ? place : first), null)
}

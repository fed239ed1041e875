import type { Seconds } from '@gymgenius/domain'

/** A movement of a plan, as far as it may be alternated with others: those of one number are a superset, three or more a circuit. */
export interface Grouped {
  readonly superset?: number | undefined
  readonly roundRestSeconds?: Seconds | undefined
}

export const isLinked = (items: readonly Grouped[], place: number) =>
  items[place]?.superset !== undefined && items[place].superset === items[place + 1]?.superset

/** Alternates a movement and the next one, together with what either is alternated with. */
export function withLink<Item extends Grouped>(items: readonly Item[], place: number): readonly Item[] {
  const [here, next] = [items[place], items[place + 1]]
  if (here === undefined || next === undefined) return items
  const group = here.superset ?? next.superset ?? freeNumber(items)
  const joining = new Set([here.superset, next.superset].filter((number) => number !== undefined))
  const rest = here.roundRestSeconds ?? next.roundRestSeconds
  return items.map((item, at) =>
    at === place || at === place + 1 || joining.has(item.superset as number) ? { ...item, superset: group, roundRestSeconds: rest } : item,
  )
}

/** Parts a superset after a movement; who stays alone is in none. */
export function withoutLink<Item extends Grouped>(items: readonly Item[], place: number): readonly Item[] {
  const group = items[place]?.superset
  const other = freeNumber(items)
  return tidied(items.map((item, at) => (at > place && item.superset === group ? { ...item, superset: other } : item)))
}

/** A superset is of two at least. */
export const tidied = <Item extends Grouped>(items: readonly Item[]): readonly Item[] =>
  items.map((item) => {
    if (item.superset === undefined || items.some((each) => each !== item && each.superset === item.superset)) return item
    const { superset: _alone, roundRestSeconds: _rest, ...others } = item
    return others as Item
  })

export const withRoundRest = <Item extends Grouped>(items: readonly Item[], group: number, rest: Seconds | undefined): readonly Item[] =>
  items.map((item) => (item.superset === group ? { ...item, roundRestSeconds: rest } : item))

/** `A` for the first superset of a plan, `B` for the next; with the place in it `A1`, `A2`. */
export function supersetMark(items: readonly Grouped[], place: number): string | undefined {
  const group = items[place]?.superset
  if (group === undefined) return undefined
  const groups = [...new Set(items.flatMap(({ superset }) => superset ?? []))]
  const before = items.slice(0, place).filter(({ superset }) => superset === group).length
  return `${String.fromCodePoint(65 + (groups.indexOf(group) % 26))}${before + 1}`
}

/** The last of its superset, where the rest after a round is said. */
export const endsSuperset = (items: readonly Grouped[], place: number) =>
  items[place]?.superset !== undefined && !items.slice(place + 1).some(({ superset }) => superset === items[place]!.superset)

const freeNumber = (items: readonly Grouped[]) => {
  const taken = new Set(items.map(({ superset }) => superset))
  let number = 0
  while (taken.has(number)) number += 1
  return number
}

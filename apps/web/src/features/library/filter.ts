import { doableIn } from '@gymgenius/catalog/gym'
import { searchMovements } from '@gymgenius/catalog/names'
import type { Gym, Movement } from '@gymgenius/contracts'
import type { Discipline, Equipment, MovementPattern, MovementTier, Muscle } from '@gymgenius/domain'
import { findMovements, rarity } from '../../lib/movement-search.ts'
import type { Trained } from '../../lib/view/trained.ts'
import type { Details } from './library.ts'

/** What a lifter asks of the library. Within one list any will do; between the lists all have to. An empty one asks nothing. */
export interface Filter {
  readonly text: string
  readonly patterns: readonly MovementPattern[]
  readonly muscles: readonly Muscle[]
  readonly equipment: readonly Equipment[]
  readonly disciplines: readonly Discipline[]
  /** Those I made, have trained, or like best. */
  readonly whose: 'all' | 'own' | 'trained' | 'favourites'
  /** Only what can be done in the gym the lifter is in, with what is there now. */
  readonly isInMyGym: boolean
}

export const everything: Filter = { text: '', patterns: [], muscles: [], equipment: [], disciplines: [], whose: 'all', isInMyGym: false }

export const isNarrowed = ({ text, ...rest }: Filter) =>
  text.trim() !== '' ||
  rest.whose !== 'all' ||
  rest.isInMyGym ||
  [rest.patterns, rest.muscles, rest.equipment, rest.disciplines].some(({ length }) => length > 0)

export interface Known {
  readonly movements: ReadonlyMap<string, Movement>
  readonly details: ReadonlyMap<string, Details>
  /** The latest first. */
  readonly trained: readonly Trained[]
  /** Those that come before others: what the lifter likes, then what they trained. */
  readonly first: readonly Pick<Trained, 'movementId'>[]
  readonly favourites: readonly string[]
  /** The one the lifter is in; undefined for who has made none. */
  readonly gym: Gym | undefined
}

/**
 * The movements that fit, best first. With text: the nearest names, and mistyped ones where nothing else is found. Without: what
 * the muscles asked for move most, then what this lifter likes and what they trained lately, then main lifts before the rest and bases before variants, on the
 * most usual equipment first.
 */
export function fitting({ text, ...filter }: Filter, { movements, details, trained, first, favourites, gym }: Known): readonly Movement[] {
  const whose = {
    all: undefined,
    own: undefined,
    trained: new Set(trained.map(({ movementId }) => movementId)),
    favourites: new Set(favourites),
  }[filter.whose] as ReadonlySet<string> | undefined
  const isDoable = filter.isInMyGym && gym !== undefined ? doableIn(gym) : () => true
  const all = [...movements.values()].filter((movement) => fits(movement, filter, details.get(movement.id), whose) && isDoable(movement))
  if (text.trim() === '') return all.sort(byWorth(filter.muscles, details, first))
  const found = findMovements(all, text, first, all.length)
  return found.length > 0 ? found : searchMovements(text, all)
}

function fits(
  movement: Movement,
  filter: Omit<Filter, 'text'>,
  details: Details | undefined,
  among: ReadonlySet<string> | undefined,
): boolean {
  const { patterns, muscles, equipment, disciplines, whose } = filter
  if (whose === 'own' && !movement.isCustom) return false
  if (among !== undefined && !among.has(movement.id)) return false
  return (
    (patterns.length === 0 || patterns.includes(movement.pattern)) &&
    (muscles.length === 0 || movement.muscles.some(({ muscle }) => muscles.includes(muscle))) &&
    (equipment.length === 0 || equipment.includes(movement.equipment)) &&
    (disciplines.length === 0 || details?.disciplines.some((one) => disciplines.includes(one)) === true)
  )
}

const tiers: readonly MovementTier[] = ['main', 'assistance', 'accessory', 'drill']

function byWorth(muscles: readonly Muscle[], details: ReadonlyMap<string, Details>, first: Known['first']) {
  const lately = new Map<string, number>(first.map(({ movementId }, place) => [movementId, place]))
  const ranks = new Map<string, readonly [number, number, number, number]>()
  const rankOf = (movement: Movement) => {
    const known = ranks.get(movement.id)
    if (known !== undefined) return known
    const said = details.get(movement.id)
    const tier = said === undefined ? tiers.length : tiers.indexOf(said.tier)
    const rank = [
      -shareOf(movement, muscles),
      lately.get(movement.id) ?? lately.size,
      tier * 2 + (said?.base === undefined ? 0 : 1),
      rarity(movement),
    ] as const
    ranks.set(movement.id, rank)
    return rank
  }
  return (a: Movement, b: Movement) => {
    const [ofA, ofB] = [rankOf(a), rankOf(b)]
    return ofA[0] - ofB[0] || ofA[1] - ofB[1] || ofA[2] - ofB[2] || ofA[3] - ofB[3] || a.name.localeCompare(b.name, 'en')
  }
}

/** The most that a set of it counts for any of these muscles. */
const shareOf = (movement: Movement, muscles: readonly Muscle[]) =>
  Math.max(0, ...movement.muscles.flatMap(({ muscle, share }) => (muscles.includes(muscle) ? [share] : [])))

import type { Movement } from '@gymgenius/contracts'

/** How much each thing that two movements share speaks for one in the other's place. Judgement. */
const WEIGHT = { pattern: 3, primeMovers: 4, helpers: 1, name: 2, equipment: 1, load: 1, laterality: 0.5 } as const

/**
 * How well `other` does the work of `movement`, from what a phone knows of both: the same way to move, the same prime
 * movers and helpers, the same exercise on other equipment, the same equipment. 0 is nothing in common.
 */
export function likeness(movement: Movement, other: Movement): number {
  // "Isolation" says one joint, not which: only the muscles tell a curl from a calf raise.
  const isSamePattern = movement.pattern === other.pattern && movement.pattern !== 'isolation'
  const primeMovers = shared(movement, other, 'prime_mover')
  if (!isSamePattern && primeMovers === 0) return 0
  return (
    (isSamePattern ? WEIGHT.pattern : 0) +
    WEIGHT.primeMovers * primeMovers +
    WEIGHT.helpers * shared(movement, other, 'synergist') +
    (exerciseOf(movement) === exerciseOf(other) ? WEIGHT.name : 0) +
    (movement.equipment === other.equipment ? WEIGHT.equipment : 0) +
    (isLoaded(movement) === isLoaded(other) ? WEIGHT.load : 0) +
    (movement.laterality === other.laterality ? WEIGHT.laterality : 0)
  )
}

/** Every other movement, the likest first; among equally like ones those of `trained` in its order, then by name. */
export function likestFirst(
  movement: Movement,
  others: Iterable<Movement>,
  trained: readonly { readonly movementId: Movement['id'] }[],
): readonly Movement[] {
  const lately = new Map(trained.map(({ movementId }, place) => [movementId, place]))
  const placeOf = ({ id }: Movement) => lately.get(id) ?? lately.size
  return [...others]
    .filter(({ id }) => id !== movement.id)
    .map((other) => ({ other, score: likeness(movement, other) }))
    .sort((a, b) => b.score - a.score || placeOf(a.other) - placeOf(b.other) || a.other.name.localeCompare(b.other.name))
    .map(({ other }) => other)
}

/** The share of muscles of a role in common: 1 when they are the same, 0 when none is. */
function shared(a: Movement, b: Movement, role: Role): number {
  const [ofA, ofB] = [musclesOf(a, role), musclesOf(b, role)]
  const all = new Set([...ofA, ...ofB])
  return all.size === 0 ? 0 : [...ofA].filter((muscle) => ofB.has(muscle)).length / all.size
}

type Role = Movement['muscles'][number]['role']

const musclesOf = ({ muscles }: Movement, wanted: Role) => new Set(muscles.flatMap(({ muscle, role }) => (role === wanted ? [muscle] : [])))

const isLoaded = ({ loadKind }: Movement) => loadKind !== 'body_weight'

/** `Bench Press (Dumbbell)` and `Bench Press (Barbell)` are one exercise. */
const exerciseOf = ({ name }: Movement) => name.replace(/\s*\(.*$/, '').toLowerCase()

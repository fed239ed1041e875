import { emptyLifter, observe } from '@gymgenius/engine'
import { kindOf, relatedBy, relations, relationOf, type Related } from '../packages/engine/src/capacity/related.ts'
import { movementFactsReader } from '../apps/api/src/cli/engine.facts.ts'
import type { TrainingLog } from './training-logs.ts'

/** How maxima of different kinds of movement compare within one lifter: what `capacity/transfer-ratios.ts` holds. */
export interface TransferTable {
  readonly offsets: Readonly<Record<string, number>>
  readonly variances: Readonly<Record<(typeof relations)[number], number>>
}

/** A kind of movement that fewer lifters did is left out; nothing of a single lifter is told. */
export const FEWEST_LIFTERS = 5
const FEWEST_SETS = 15
const ROUNDS = 30
/** Two movements further apart than this, in ln, are one machine in other units, or one name for two things. */
const MOST = 1.2

export interface Known {
  readonly lifter: string
  readonly related: Related
  readonly kind: string
  readonly level: number
}

export const factsOf = movementFactsReader()

/** The maxima of one lifter's movements with enough sets. */
export function knownOf({ lifter, sets }: TrainingLog): Known[] {
  let belief = emptyLifter()
  for (const set of sets) belief = observe(belief, { ...set, movement: { ...factsOf(set.movement.key), key: set.movement.key } })
  return Object.entries(belief.movements).flatMap(([key, { level, sets: count }]) => {
    const facts = factsOf(key)
    const related = relatedBy(facts)
    return count < FEWEST_SETS || facts.loadKind === 'body_weight' ? [] : [{ lifter, related, kind: kindOf(related), level }]
  })
}

/** level = lifter + kind, by alternating means; then how far pairs of one lifter lie from that. */
export function tableFrom(known: readonly Known[]): TransferTable {
  const kinds = new Map<string, number>()
  const lifters = new Map<string, number>()
  for (let round = 0; round < ROUNDS; round++) {
    fit(
      known,
      lifters,
      ({ lifter }) => lifter,
      ({ level, kind }) => level - (kinds.get(kind) ?? 0),
    )
    fit(
      known,
      kinds,
      ({ kind }) => kind,
      ({ level, lifter }) => level - (lifters.get(lifter) ?? 0),
    )
  }
  const counted = new Map<string, Set<string>>()
  for (const { kind, lifter } of known) counted.set(kind, (counted.get(kind) ?? new Set()).add(lifter))
  const told = new Map([...kinds].filter(([kind]) => counted.get(kind)!.size >= FEWEST_LIFTERS).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  const squares = Object.fromEntries(relations.map((relation) => [relation, [] as number[]])) as Record<
    (typeof relations)[number],
    number[]
  >
  for (const [i, a] of known.entries()) {
    for (const b of known.slice(i + 1)) {
      if (a.lifter !== b.lifter || !told.has(a.kind) || !told.has(b.kind)) continue
      squares[relationOf(a.related, b.related)].push(
        Math.min(MOST, Math.abs(a.level - told.get(a.kind)! - b.level + told.get(b.kind)!)) ** 2,
      )
    }
  }
  return {
    offsets: Object.fromEntries(told),
    variances: Object.fromEntries(relations.map((relation) => [relation, mean(squares[relation])])) as TransferTable['variances'],
  }
}

function fit(known: readonly Known[], into: Map<string, number>, keyOf: (one: Known) => string, valueOf: (one: Known) => number) {
  for (const [key, group] of Map.groupBy(known, keyOf)) into.set(key, mean(group.map(valueOf)))
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

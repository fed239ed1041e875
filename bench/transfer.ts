import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { emptyLifter, observe } from '@gymgenius/engine'
import { movementFactsReader } from '../apps/api/src/cli/engine.facts.ts'
import { kindOf, relatedBy, relations, relationOf, type Related } from '../packages/engine/src/capacity/related.ts'
import { readLogs } from './training-logs.ts'

/**
 * Learns how maxima of different kinds of movement compare within one lifter, from logs of real lifters, and writes the
 * table that a first load of a new movement comes from: node bench/transfer.ts [FOLDER]. A kind of movement that fewer than
 * five lifters did is left out; nothing of a single lifter is written.
 */
const FEWEST_LIFTERS = 5
const FEWEST_SETS = 15
const ROUNDS = 30
/** Two movements further apart than this, in ln, are one machine in other units, or one name for two things. */
const MOST = 1.2
const OUT = join(import.meta.dirname, '../packages/engine/src/capacity/transfer-ratios.ts')

interface Known {
  readonly lifter: string
  readonly related: Related
  readonly kind: string
  readonly level: number
}

const factsOf = movementFactsReader()
const known = readLogs(process.argv[2]).flatMap(({ lifter, sets }): Known[] => {
  let belief = emptyLifter()
  for (const set of sets) belief = observe(belief, { ...set, movement: { ...factsOf(set.movement.key), key: set.movement.key } })
  return Object.entries(belief.movements).flatMap(([key, { level, sets: count }]) => {
    const facts = factsOf(key)
    const related = relatedBy(facts)
    return count < FEWEST_SETS || facts.loadKind === 'body_weight' ? [] : [{ lifter, related, kind: kindOf(related), level }]
  })
})

/** level = lifter + kind, by alternating means; the mean over lifters is what `usualMaximum` would have to be. */
const kinds = new Map<string, number>()
const lifters = new Map<string, number>()
for (let round = 0; round < ROUNDS; round++) {
  fit(
    lifters,
    ({ lifter }) => lifter,
    ({ level, kind }) => level - (kinds.get(kind) ?? 0),
  )
  fit(
    kinds,
    ({ kind }) => kind,
    ({ level, lifter }) => level - (lifters.get(lifter) ?? 0),
  )
}

const counted = new Map<string, Set<string>>()
for (const { kind, lifter } of known) counted.set(kind, (counted.get(kind) ?? new Set()).add(lifter))
const offsets = [...kinds].filter(([kind]) => counted.get(kind)!.size >= FEWEST_LIFTERS).toSorted(([a], [b]) => (a < b ? -1 : 1))
const told = new Map(offsets)

const squares = Object.fromEntries(relations.map((relation) => [relation, [] as number[]])) as Record<(typeof relations)[number], number[]>
for (const [i, a] of known.entries()) {
  for (const b of known.slice(i + 1)) {
    if (a.lifter !== b.lifter || !told.has(a.kind) || !told.has(b.kind)) continue
    squares[relationOf(a.related, b.related)].push(Math.min(MOST, Math.abs(a.level - told.get(a.kind)! - b.level + told.get(b.kind)!)) ** 2)
  }
}
const byGroup = Map.groupBy(offsets, ([kind]) => kind.slice(0, kind.lastIndexOf(' ')))
const lines = [...byGroup].map(([group, kinds]) => {
  const told = kinds.map(([kind, offset]) => `${kind.slice(group.length + 1)} ${Math.round(offset * 100)}`)
  return `${group.replace('isolation of ', '*')}: ${told.join(', ')}`
})
const variances = relations.map((relation) => `  ${relation}: ${mean(squares[relation]).toFixed(3)},`)
writeFileSync(
  OUT,
  `// Written by bench/transfer.ts from the logs of ${new Set(known.map(({ lifter }) => lifter)).size} lifters; at least ${FEWEST_LIFTERS} a line.

/**
 * ln of the maximum of a kind of movement against the lifter's own middle, in hundredths: a line for each group (\`*\` an isolation
 * of that muscle), then equipment and number in turn. Text, because a phone loads it.
 */
export const KIND_OFFSETS = \`
${lines.join('\n')}
\`

/** Mean square of how far two movements of one lifter lie from what their kinds say, by how they are related. */
export const PAIR_VARIANCES = {
${variances.join('\n')}
} as const
`,
)
for (const relation of relations)
  console.log(relation, squares[relation].length, 'pairs, sd of one', Math.sqrt(mean(squares[relation]) / 2).toFixed(3))
console.log(offsets.length, 'kinds,', known.length, 'movements of lifters')

function fit(into: Map<string, number>, keyOf: (one: Known) => string, valueOf: (one: Known) => number) {
  const groups = Map.groupBy(known, keyOf)
  for (const [key, group] of groups) into.set(key, mean(group.map(valueOf)))
}

function mean(values: readonly number[]) {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

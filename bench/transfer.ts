import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { relations } from '../packages/engine/src/capacity/related.ts'
import { readLogs } from './training-logs.ts'
import { FEWEST_LIFTERS, knownOf, tableFrom } from './transfer-table.ts'

/**
 * Learns how maxima of different kinds of movement compare within one lifter, from logs of real lifters, and writes the
 * table that a first load of a new movement comes from: node bench/transfer.ts [FOLDER]. A kind of movement that fewer than
 * five lifters did is left out; nothing of a single lifter is written. How good it is: bench/transfer-scores.ts.
 */
const OUT = join(import.meta.dirname, '../packages/engine/src/capacity/transfer-ratios.ts')

const known = readLogs(process.argv[2]).flatMap(knownOf)
const { offsets, variances } = tableFrom(known)
const byGroup = Map.groupBy(Object.entries(offsets), ([kind]) => kind.slice(0, kind.lastIndexOf(' ')))
const lines = [...byGroup].map(([group, kinds]) => {
  const told = kinds.map(([kind, offset]) => `${kind.slice(group.length + 1)} ${Math.round(offset * 100)}`)
  return `${group.replace('isolation of ', '*')}: ${told.join(', ')}`
})
const spreads = relations.map((relation) => `  ${relation}: ${variances[relation].toFixed(3)},`)
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
${spreads.join('\n')}
} as const
`,
)
for (const relation of relations) console.log(relation, 'sd of one', Math.sqrt(variances[relation] / 2).toFixed(3))
console.log(Object.keys(offsets).length, 'kinds,', known.length, 'movements of lifters')

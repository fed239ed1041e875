import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { circuitFaultsIn } from '../packages/catalog/src/check-circuits.ts'
import { faultsIn, type MovementFile } from '../packages/catalog/src/check.ts'
import type { LibraryMovement, MovementDetails } from '../packages/catalog/src/movement.ts'

/** Reads every movement and circuit file, refuses what is wrong with them, and writes the one file that the program loads. */
const folder = new URL('../packages/catalog/data/movements/', import.meta.url)
const circuitFolder = new URL('../packages/catalog/data/circuits/', import.meta.url)
const target = new URL('../packages/catalog/src/movements.generated.json', import.meta.url)

const files = filesIn(folder)
const details = files.map(({ content }) => content as MovementDetails)
const faults = faultsIn(files)
if (faults.length === 0) faults.push(...circuitFaultsIn(filesIn(circuitFolder), details))
if (faults.length > 0) {
  for (const fault of faults) console.error(fault)
  console.error(`${faults.length} faults in ${files.length} movements`)
  process.exit(1)
}

const idOfSlug = new Map(details.map(({ slug, id }) => [slug, id]))
const movements = details.map((movement) => JSON.stringify(loadedOf(movement)))
const hash = hashOf(movements.join('\n'))
const detailsHash = hashOf(details.map((movement) => JSON.stringify(movement)).join('\n'))
// One movement a line, so that a change reads well in a diff.
const text = `{"hash":"${hash}","detailsHash":"${detailsHash}","movements":[\n${movements.join(',\n')}\n]}\n`
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) throw new Error('movements.generated.json is not fresh: run `pnpm catalog`')
} else {
  writeFileSync(target, text)
}
console.log(`catalogue: ${files.length} movements`)

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** The details stay in the files: phones and servers load what they use for every movement. */
function loadedOf(details: MovementDetails): LibraryMovement {
  const { id, slug, name, aliases, base, pattern, muscles, equipment, laterality, loadKind, tier, contraindications, needs } = details
  const counted = muscles.map(({ muscle, role, share }) => ({ muscle, role, share }))
  const variant = base === undefined ? {} : { base, baseId: idOfSlug.get(base)! }
  return { id, slug, name, aliases, ...variant, tier, pattern, muscles: counted, equipment, laterality, loadKind, contraindications, needs }
}

function filesIn(folder: URL): MovementFile[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({
      fileName: name.replace(/\.json$/, ''),
      content: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown,
    }))
}

import { readFileSync, writeFileSync } from 'node:fs'
import { disciplines, equipmentKinds, movementPatterns, muscleGroups } from '@gymgenius/domain'
import { allMovementDetails, choicesFor, circuits, type Kit, kits, type MainPattern, mainPatterns } from '../packages/catalog/src/index.ts'

/** Prints the counts of the library into its room's page; `--check` only says whether they are fresh. */
const page = new URL('../docs/rooms/movements.md', import.meta.url)
const [begin, end] = ['<!-- counts: printed by `node tools/gen-movement-counts.ts` -->', '<!-- end of counts -->']

const movements = allMovementDetails()
const text = readFileSync(page, 'utf8')
const fresh = `${text.slice(0, text.indexOf(begin))}${begin}\n\n${counts()}\n${text.slice(text.indexOf(end))}`
if (!process.argv.includes('--check')) writeFileSync(page, fresh)
else if (text !== fresh) throw new Error('the counts in docs/rooms/movements.md are not fresh: run `node tools/gen-movement-counts.ts`')

function counts(): string {
  const base = movements.filter(({ base }) => base === undefined).length
  const intro = `${movements.length} movements, ${base} of them bases, and ${circuits().length} circuits.`
  const tables = [
    table('Pattern', movementPatterns, (name) => movements.filter(({ pattern }) => pattern === name).length),
    table('Equipment', equipmentKinds, (name) => movements.filter(({ equipment }) => equipment === name).length),
    table('Discipline', disciplines, (name) => movements.filter((movement) => movement.disciplines.includes(name)).length),
    muscleTable(),
    kitTable(),
  ]
  return `${[intro, ...tables].join('\n\n')}\n`
}

function table<Name extends string>(title: string, names: readonly Name[], countOf: (name: Name) => number): string {
  return [`| ${title} | Movements |`, '|---|---|', ...names.map((name) => `| ${spoken(name)} | ${countOf(name)} |`)].join('\n')
}

function muscleTable(): string {
  const rows = Object.entries(muscleGroups).flatMap(([group, muscles]) =>
    muscles.map(
      (muscle) => `| ${spoken(group)} | ${spoken(muscle)} | ${withRole(muscle, 'prime_mover')} | ${withRole(muscle, 'synergist')} |`,
    ),
  )
  return ['| Group | Muscle | Prime mover in | Synergist in |', '|---|---|---|---|', ...rows].join('\n')
}

function kitTable(): string {
  const owned = Object.keys(kits) as Kit[]
  const rows = (Object.keys(mainPatterns) as MainPattern[]).map(
    (pattern) => `| ${spoken(pattern)} | ${owned.map((kit) => choicesFor(kit, pattern, movements).length).join(' | ')} |`,
  )
  return [`| Choices, drills left out | ${owned.map(spoken).join(' | ')} |`, `|---|${'---|'.repeat(owned.length)}`, ...rows].join('\n')
}

function spoken(name: string): string {
  return name.replaceAll('_', ' ')
}

function withRole(muscle: string, role: string): number {
  return movements.filter(({ muscles }) => muscles.some((one) => one.muscle === muscle && one.role === role)).length
}

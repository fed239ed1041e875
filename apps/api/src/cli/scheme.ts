import { readFile } from 'node:fs/promises'
import { allMovementDetails } from '@gymgenius/catalog'
import { expandScheme, knownSchemes, type Scheme, schemeNamed } from '@gymgenius/engine/programming'
import { printScheme, readScheme } from '@gymgenius/program-text'
import { type Command, Usage } from './command.ts'

export const schemeCommand: Command = {
  usage: '[NAME | FILE.yaml]',
  summary: 'Print a well-known program as text, or check one that you wrote',
  help: `Without a name the known programs are listed. A name prints that program as text, to read, change and share:

  gymgenius scheme novice-linear > mine.yaml

A file is read and checked: what cannot be read is told with line and column, what the library does not know by its name, and what the
program misses of the figures of quality. Ends with 1 when something is wrong. Needs no data folder and keeps nothing.`,
  options: {},
  run: async ({ positionals: [name, ...more] }) => {
    if (more.length > 0) throw new Usage('One program at a time: gymgenius scheme NAME')
    if (name === undefined) return list()
    const known = schemeNamed(name)
    if (known !== undefined) return void process.stdout.write(printScheme(known))
    const { told, isWrong } = checkText(await textOf(name), name)
    for (const line of told) console.log(line)
    return isWrong ? 1 : 0
  },
}

function list(): void {
  const width = Math.max(...knownSchemes.map(({ slug }) => slug.length))
  for (const { slug, name } of knownSchemes) console.log(`${slug.padEnd(width)}  ${name}`)
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new Usage(`"${file}" is neither a known program nor a file that can be read. gymgenius scheme lists the known ones.`)
  }
}

/** What there is to say of a program somebody wrote, one line each. */
export function checkText(text: string, file: string): { readonly told: readonly string[]; readonly isWrong: boolean } {
  const read = readScheme(text)
  if ('problems' in read) {
    return { told: read.problems.map(({ line, column, expected }) => `${file}:${line}:${column} expected ${expected}`), isWrong: true }
  }
  const movements = allMovementDetails()
  const slugs = new Set(movements.map(({ slug }) => slug))
  const unknown = namedIn(read.scheme).filter((slug) => !slugs.has(slug))
  const { weeks, report } = expandScheme(read.scheme, { movements })
  const missed = Object.entries(report.kpis).flatMap(([kpi, { pass, why }]) => (pass ? [] : [`${kpi.replaceAll('_', ' ')}: ${why}`]))
  return {
    told: [
      `${read.scheme.name}: ${weeks.length} weeks, ${weeks.flatMap(({ days }) => days).length} sessions`,
      ...unknown.map((slug) => `The library has no movement "${slug}".`),
      ...missed,
      ...report.waivers.map(({ rule, why }) => `set aside, ${rule.replaceAll('_', ' ')}: ${why}`),
    ],
    isWrong: unknown.length + missed.length > 0,
  }
}

const namedIn = ({ phases }: Scheme) => [
  ...new Set(
    phases.flatMap(({ days }) =>
      days.flatMap(({ sections }) => Object.values(sections).flatMap((items) => items.flatMap(({ movements }) => movements))),
    ),
  ),
]

import { existsSync, globSync, readFileSync, readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import web from '../apps/web/vite.config.ts'

/**
 * Adds up what a phone must load before the first set can be logged: the entry, everything it imports at once, and the
 * same of the route; the workers of journal and engine beside it. Fails past the budget. Build the app first.
 * The engine has a budget of its own: all of it that advises in the app, in its worker or not, with plates and sentences. What the report
 * card replays a history with is a place of its own, fetched when that is opened, and printed beside it.
 */
const BUDGET_KB = 150
const ENGINE_BUDGET_KB = 25
const REPORT = '@gymgenius/engine/report'
/** Fetched by lifters who note how they slept or what is sore. */
const READINESS = '@gymgenius/engine/readiness'
const dist = 'apps/web/dist'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}

const manifest = JSON.parse(readFileSync(`${dist}/.vite/manifest.json`, 'utf8')) as Record<string, Chunk>
const logging = 'src/routes/workout.tsx'
if (!(logging in manifest)) throw new Error(`${logging} is no chunk of its own any more: which one is the logging route?`)

const rows = ['src/routes/today.tsx', logging, 'src/routes/settings.tsx'].map((route) => ({
  route,
  kb: kilobytes(graphOf(['index.html', 'src/start.tsx', route])),
}))
for (const { route, kb } of rows) console.log(`${kb.toFixed(1).padStart(7)} KB  ${route} with all it needs at once`)
const workersKb = ['journal', 'engine'].map((name) => {
  const files = readdirSync(`${dist}/assets`).filter((file) => file.startsWith(`${name}.worker-`) && file.endsWith('.js'))
  if (files.length !== 1) throw new Error(`${files.length} files of the ${name} worker: which one is it?`)
  const kb = kilobytes(withWhatTheyImport(files.map((file) => `assets/${file}`)))
  console.log(`${kb.toFixed(1).padStart(7)} KB  ${name} worker (in a thread of its own)`)
  return kb
})

const first = workersKb.reduce((sum, kb) => sum + kb, rows.find(({ route }) => route === logging)!.kb)
console.log(`${first.toFixed(2).padStart(7)} KB  first load of the logging route, workers included, gzipped, of ${BUDGET_KB}`)
const { names, entries } = engineOfTheApp()
const reexported = [`export { ${[...names].join()} } from '@gymgenius/engine'`, ...entries.map((path) => `export * from '${path}'`)]
const engineKb = await kilobytesOf(reexported.join('\n'))
console.log(
  `${engineKb.toFixed(1).padStart(7)} KB  the engine that advises (${names.size} functions, and ${entries.join()}), gzipped, of ${ENGINE_BUDGET_KB}`,
)
console.log(`${(await kilobytesOf(`export * from '${READINESS}'`)).toFixed(1).padStart(7)} KB  how rested a lifter is, when that was noted`)
const reportKb = await kilobytesOf(`export * from '${REPORT}'`)
console.log(`${reportKb.toFixed(1).padStart(7)} KB  the engine of the report card, when it is opened`)
if (first > BUDGET_KB || engineKb > ENGINE_BUDGET_KB) process.exitCode = 1

/** What the app's code takes from the engine: names of its index, and its other entries as a whole. */
function engineOfTheApp() {
  const sources = globSync('apps/web/src/**/*.{ts,tsx}').filter((path) => !/\.test\.|\/testing\//.test(path))
  const text = sources.map((path) => readFileSync(path, 'utf8')).join('\n')
  const imports = [...text.matchAll(/^import \{([^}]*)\} from '@gymgenius\/engine'/gm)].flatMap(([, list]) => list!.split(','))
  const names = new Set(imports.map((name) => name.trim()).filter((name) => name !== '' && !name.startsWith('type ')))
  const others = [...text.matchAll(/(?:^import \{[^}]*\} from |import\()'(@gymgenius\/engine\/[a-z]+)'/gm)].map(([, path]) => path!)
  const entries = [...new Set(others)].filter((path) => path !== REPORT && path !== READINESS)
  if (!names.has('prescribe')) throw new Error('the app prescribes nothing: how does it import the engine now?')
  return { names, entries }
}

async function kilobytesOf(code: string): Promise<number> {
  const entry = 'engine-budget'
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [
      {
        name: entry,
        resolveId: (id) => (id === entry ? `\0${entry}` : undefined),
        load: (id) => (id === `\0${entry}` ? code : undefined),
      },
    ],
    build: {
      write: false,
      target: web.build!.target!,
      minify: web.build!.minify!,
      terserOptions: web.build!.terserOptions!,
      rolldownOptions: { ...web.build!.rolldownOptions, input: entry, preserveEntrySignatures: 'strict' },
    },
  })
  const { output } = built as { readonly output: readonly { readonly code?: string }[] }
  return output.reduce((sum, { code = '' }) => sum + gzipSync(code).length, 0) / 1000
}

function graphOf(entries: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>()
  const seen = new Set<string>()
  const visit = (name: string) => {
    if (seen.has(name)) return
    seen.add(name)
    const chunk = manifest[name]
    if (chunk === undefined) throw new Error(`${name} is not in the manifest`)
    files.add(chunk.file)
    chunk.imports?.forEach(visit)
  }
  entries.forEach(visit)
  return files
}

/** The manifest knows the files of the page alone: those of a worker say themselves what they need at once. */
function withWhatTheyImport(entries: readonly string[]): ReadonlySet<string> {
  const files = new Set(entries)
  for (const file of files)
    for (const [, path] of readFileSync(`${dist}/${file}`, 'utf8').matchAll(/(?:\bfrom|\bimport) ?["'`]\.\/([^"'`]+\.js)["'`]/g))
      files.add(`assets/${path}`)
  return files
}

function kilobytes(files: ReadonlySet<string>) {
  const bytes = [...files]
    .filter((file) => file.endsWith('.js') && existsSync(`${dist}/${file}`))
    .reduce((sum, file) => sum + gzipSync(readFileSync(`${dist}/${file}`)).length, 0)
  return bytes / 1000
}

import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import web from '../apps/web/vite.config.ts'

/**
 * Adds up what a phone must load before the first set can be logged: the entry, everything it imports at once, and the
 * same of the route; the workers of journal and engine beside it. Fails past the budget. Build the app first.
 * The engine has a budget of its own: all that prescribes, observes and forecasts, whatever part of it a route needs.
 */
const BUDGET_KB = 150
const ENGINE_BUDGET_KB = 25
const ENGINE_FUNCTIONS = 'prescribe, priorFor, observe, capacityForecast, movementBelief, observeHabit, forecastReps'
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
  kb: kilobytes(graphOf(['index.html', route])),
}))
for (const { route, kb } of rows) console.log(`${kb.toFixed(1).padStart(7)} KB  ${route} with all it needs at once`)
const workersKb = ['journal', 'engine'].map((name) => {
  const files = readdirSync(`${dist}/assets`).filter((file) => file.startsWith(`${name}.worker-`) && file.endsWith('.js'))
  if (files.length !== 1) throw new Error(`${files.length} files of the ${name} worker: which one is it?`)
  const kb = kilobytes(new Set(files.map((file) => `assets/${file}`)))
  console.log(`${kb.toFixed(1).padStart(7)} KB  ${name} worker (in a thread of its own)`)
  return kb
})

const first = workersKb.reduce((sum, kb) => sum + kb, rows.find(({ route }) => route === logging)!.kb)
console.log(`${first.toFixed(1).padStart(7)} KB  first load of the logging route, workers included, gzipped, of ${BUDGET_KB}`)
const engineKb = await engineKilobytes()
console.log(`${engineKb.toFixed(1).padStart(7)} KB  the engine (prescribe, observe, forecast), gzipped, of ${ENGINE_BUDGET_KB}`)
if (first > BUDGET_KB || engineKb > ENGINE_BUDGET_KB) process.exitCode = 1

async function engineKilobytes(): Promise<number> {
  const entry = 'engine-budget'
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [
      {
        name: entry,
        resolveId: (id) => (id === entry ? `\0${entry}` : undefined),
        load: (id) => (id === `\0${entry}` ? `export { ${ENGINE_FUNCTIONS} } from '@gymgenius/engine'` : undefined),
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

function kilobytes(files: ReadonlySet<string>) {
  const bytes = [...files]
    .filter((file) => file.endsWith('.js') && existsSync(`${dist}/${file}`))
    .reduce((sum, file) => sum + gzipSync(readFileSync(`${dist}/${file}`)).length, 0)
  return bytes / 1000
}

import { stripVTControlCharacters } from 'node:util'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { canStandBy } from '../apps/api/src/testing/standby.ts'
import { parityEngines } from './parity.ts'

/**
 * Runs every test that this machine can run, and says in one line which were left out and how to get them.
 * `--server` runs instead the API suite on the Postgres server of TEST_DATABASE_URL.
 * Counts are added up in build/test-counts.json, so that a CI script can report several runs as one.
 */
interface Counts {
  readonly passed: number
  readonly failed: number
  /** What failed, as a person would look for it. */
  readonly names: readonly string[]
}

const counts = 'build/test-counts.json'
mkdirSync('build', { recursive: true })

const chromium = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
)
const onServer = process.argv.includes('--server')
const runs: Counts[] = []
const leftOut: string[] = []
const again: string[] = []

if (onServer) {
  if (process.env['TEST_DATABASE_URL'] === undefined) throw new Error('--server needs TEST_DATABASE_URL=postgres://…')
  runs.push(vitest(['--project', 'api']))
  if (!canStandBy) leftOut.push('reading from a standby (Debian’s package postgresql and its account postgres)')
} else {
  runs.push(vitest([]))
  if (existsSync('apps/web/dist/.vite/manifest.json')) runs.push(tool('tools/check-bundle.ts'))
  else leftOut.push('the bundle budget (make build first)')
  if (chromium === undefined) leftOut.push('browser journeys (install Chromium, e.g. `apt-get install chromium`, or set CHROMIUM=/path)')
  else runs.push(playwright(chromium))
  runs.push(tool('tools/parity.ts'))
  for (const { path, how } of parityEngines) if (path === undefined) leftOut.push(`the engine's bytes in ${how}`)
  if (process.env['TEST_DATABASE_URL'] === undefined)
    leftOut.push('the API on server Postgres (TEST_DATABASE_URL=postgres://… node tools/test.ts --server)')
}

const none: Counts = { passed: 0, failed: 0, names: [] }
const total = runs.reduce(together, none)
const before = existsSync(counts) ? (JSON.parse(readFileSync(counts, 'utf8')) as Counts) : none
writeFileSync(counts, JSON.stringify(together(before, total)))
for (const name of total.names) console.log(`failed: ${name}`)
for (const file of again) console.log(`run again, because it was cut short: ${file}`)
if (leftOut.length > 0) console.log(`Left out on this machine: ${leftOut.join('; ')}.`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

function together(one: Counts, other: Counts): Counts {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed, names: [...one.names, ...other.names] }
}

/** One tool that passes or fails as a whole: the logging route within its kilobytes, the engine's bytes in every JavaScript engine. */
function tool(path: string): Counts {
  const { status } = spawnSync(process.execPath, [path], { stdio: 'inherit' })
  return status === 0 ? { passed: 1, failed: 0, names: [] } : wentWrong(path)
}

function wentWrong(name: string): Counts {
  return { passed: 0, failed: 1, names: [name] }
}

/** A file that was cut short has neither passed nor failed: it is run once more, and that is said (decision 0203). */
function vitest(more: readonly string[]): Counts {
  const first = vitestOnce(more)
  if (first === undefined) return wentWrong('vitest')
  const cutShort = first.files.filter(isCutShort)
  if (cutShort.length === 0 || first.files.some(({ tests }) => tests.some(hasFailed))) return countsOf(first)
  for (const { name, message } of cutShort) again.push(`${name}: ${oneLine(message || 'its process ended')}`)
  const second = vitestOnce([...more, ...cutShort.map(({ name }) => name)])
  if (second === undefined) return wentWrong('vitest')
  const whole = countsOf({ files: first.files.filter((file) => !isCutShort(file)), status: 0 })
  return together(whole, countsOf(second))
}

interface TestedFile {
  readonly name: string
  readonly status: string
  readonly message: string
  readonly tests: readonly { readonly fullName: string; readonly status: string; readonly failureMessages: readonly string[] }[]
}

interface VitestRun {
  readonly files: readonly TestedFile[]
  readonly status: number | null
}

function hasFailed({ status }: TestedFile['tests'][number]): boolean {
  return status === 'failed'
}

function isCutShort({ status, tests }: TestedFile): boolean {
  return status === 'failed' && !tests.some(hasFailed)
}

function vitestOnce(more: readonly string[]): VitestRun | undefined {
  const report = 'build/vitest.json'
  rmSync(report, { force: true })
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...more],
    { stdio: 'inherit' },
  )
  if (!existsSync(report)) return undefined
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as VitestReport
  return { status, files: testResults.map(({ assertionResults, ...file }) => ({ ...file, tests: assertionResults })) }
}

function countsOf({ files, status }: VitestRun): Counts {
  const tests = files.flatMap((file) => file.tests)
  const names = files
    .filter((file) => file.status === 'failed')
    .flatMap(({ name, message, tests }) => [
      said(name, message === '' ? undefined : message),
      ...tests.filter(hasFailed).map((test) => said(test.fullName, test.failureMessages[0])),
    ])
  // A file that fails to load fails no test of its own; the exit status knows.
  const failed = status === 0 ? 0 : Math.max(1, tests.filter(hasFailed).length)
  return { passed: tests.filter((test) => test.status === 'passed').length, failed, names }
}

interface VitestReport {
  readonly testResults: readonly (Omit<TestedFile, 'tests'> & { readonly assertionResults: TestedFile['tests'] })[]
}

function playwright(executable: string): Counts {
  const report = 'build/playwright.json'
  rmSync(report, { force: true })
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', '--project=phone', '--project=desktop', '--reporter=list,json'],
    {
      stdio: 'inherit',
      env: { ...process.env, CHROMIUM: executable, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    },
  )
  if (!existsSync(report)) return wentWrong('the journeys')
  const { stats, suites } = JSON.parse(readFileSync(report, 'utf8')) as PlaywrightReport
  const names = suites.flatMap((file) =>
    file.specs
      .filter((spec) => !spec.ok)
      .map((spec) => said(`${file.title} ${spec.title}`, spec.tests[0]?.results.flatMap(({ errors }) => errors)[0]?.message)),
  )
  return { passed: stats.expected, failed: status === 0 && stats.flaky === 0 ? 0 : Math.max(1, stats.unexpected + stats.flaky), names }
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number }
  readonly suites: readonly { readonly title: string; readonly specs: readonly PlaywrightSpec[] }[]
}

interface PlaywrightSpec {
  readonly title: string
  readonly ok: boolean
  readonly tests: readonly { readonly results: readonly { readonly errors: readonly { readonly message?: string }[] }[] }[]
}

/** A test that failed and the beginning of what it said, in one line: the end of a log is all that some readers get. */
function said(name: string, message: string | undefined): string {
  return message === undefined ? name : `${name}: ${oneLine(message)}`
}

function oneLine(message: string): string {
  return stripVTControlCharacters(message).replaceAll(/\s+/g, ' ').slice(0, 600)
}

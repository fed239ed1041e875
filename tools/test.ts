import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { parityEngines } from './parity.ts'

/**
 * Runs every test that this machine can run, and says in one line which were left out and how to get them.
 * `--server` runs instead the API suite on the Postgres server of TEST_DATABASE_URL.
 * Counts are added up in build/test-counts.json, so that a CI script can report several runs as one.
 */
interface Counts {
  readonly passed: number
  readonly failed: number
}

const counts = 'build/test-counts.json'
mkdirSync('build', { recursive: true })

const chromium = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
)
const onServer = process.argv.includes('--server')
const runs: Counts[] = []
const leftOut: string[] = []

if (onServer) {
  if (process.env['TEST_DATABASE_URL'] === undefined) throw new Error('--server needs TEST_DATABASE_URL=postgres://…')
  runs.push(vitest(['--project', 'api']))
} else {
  runs.push(vitest([]))
  if (existsSync('apps/web/dist/.vite/manifest.json')) runs.push(budget())
  else leftOut.push('the bundle budget (make build first)')
  if (chromium === undefined) leftOut.push('browser journeys (install Chromium, e.g. `apt-get install chromium`, or set CHROMIUM=/path)')
  else runs.push(playwright(chromium))
  runs.push(parity())
  for (const { path, how } of parityEngines) if (path === undefined) leftOut.push(`the engine's bytes in ${how}`)
  if (process.env['TEST_DATABASE_URL'] === undefined)
    leftOut.push('the API on server Postgres (TEST_DATABASE_URL=postgres://… node tools/test.ts --server)')
}

const total = runs.reduce((sum, run) => ({ passed: sum.passed + run.passed, failed: sum.failed + run.failed }), { passed: 0, failed: 0 })
const before = existsSync(counts) ? (JSON.parse(readFileSync(counts, 'utf8')) as Counts) : { passed: 0, failed: 0 }
writeFileSync(counts, JSON.stringify({ passed: before.passed + total.passed, failed: before.failed + total.failed }))
if (leftOut.length > 0) console.log(`Left out on this machine: ${leftOut.join('; ')}.`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

/** The logging route stays within its kilobytes. */
function budget(): Counts {
  const { status } = spawnSync(process.execPath, ['tools/check-bundle.ts'], { stdio: 'inherit' })
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** The engine answers with the same bytes in every JavaScript engine that this machine has. */
function parity(): Counts {
  const { status } = spawnSync(process.execPath, ['tools/parity.ts'], { stdio: 'inherit' })
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function vitest(more: readonly string[]): Counts {
  const report = 'build/vitest.json'
  rmSync(report, { force: true })
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...more],
    { stdio: 'inherit' },
  )
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number }
  // A file that fails to load fails no test of its own; the exit status knows.
  return { passed: numPassedTests, failed: status === 0 ? 0 : Math.max(1, numFailedTests) }
}

function playwright(executable: string): Counts {
  const report = 'build/playwright.json'
  rmSync(report, { force: true })
  const { status } = spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'], {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM: executable, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  })
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { stats } = JSON.parse(readFileSync(report, 'utf8')) as { stats: { expected: number; unexpected: number; flaky: number } }
  return { passed: stats.expected, failed: status === 0 && stats.flaky === 0 ? 0 : Math.max(1, stats.unexpected + stats.flaky) }
}

import { spawn, spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { type LifterGym, lifterGyms, movementsIn, randomLifter } from '../bench/program-lifters.ts'
import { type AskedPrograms, CASES_PER_DIGEST, parityDigests, programDigests } from '../packages/engine/src/testing/parity.ts'
import { chromiumFlags, findChromium } from './product.ts'

/**
 * One engine, one answer: random lifters are asked about and programs made for them here, in a web worker of each browser that this machine has,
 * and in JavaScriptCore's shell, and the bytes of all answers are compared. Ends with 1 where a machine answers otherwise.
 */
const CASES = Number(process.env['CASES'] ?? 3000)
const PROGRAMS = Number(process.env['PROGRAMS'] ?? 120)
const PATIENCE_MS = 120_000

/** The JavaScript engines that this machine has, beside Node's, and how to get those it lacks. */
export const parityEngines: readonly { readonly name: string; readonly path: string | undefined; readonly how: string }[] = [
  { name: 'Chromium', path: findChromium(), how: 'Chromium (apt-get install chromium)' },
  { name: 'Firefox', path: ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync), how: 'Firefox (apt-get install firefox-esr)' },
  {
    name: 'JavaScriptCore',
    path: globSync(['/usr/bin/jsc', '/usr/lib/*/{webkit2gtk,javascriptcoregtk,libjavascriptcoregtk}*/jsc'])[0],
    how: 'JavaScriptCore (apt-get install libjavascriptcoregtk-4.0-bin)',
  },
]

if (import.meta.main) {
  const programs = askedPrograms()
  const expected: Answers = { lifters: parityDigests(CASES), programs: programDigests(programs) }
  const program = `${await bundled()}\nconst answers = () => JSON.stringify({ lifters: parity.parityDigests(${CASES}), programs: parity.programDigests(${JSON.stringify(programs)}) })`
  const folder = mkdtempSync(join(tmpdir(), 'gg-parity-'))
  let failed = 0
  for (const { name, path } of parityEngines) {
    if (path === undefined) continue
    const started = performance.now()
    const answered = name === 'JavaScriptCore' ? inShell(path, program, folder) : await inBrowser(name, path, program, folder)
    const otherwise = answered === undefined ? 'not answered' : (differenceOf(expected, answered) ?? '')
    const isSame = otherwise === ''
    if (!isSame) failed++
    console.log(
      `${isSame ? '✓' : '✗'} ${name}: ${CASES} random lifters and ${PROGRAMS} programs ${isSame ? 'answered with the bytes of Node' : otherwise} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
    )
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  process.exitCode = failed > 0 ? 1 : 0
}

interface Answers {
  readonly lifters: readonly string[]
  readonly programs: readonly string[]
}

function firstOther(all: readonly string[], some: readonly string[]): number {
  return all.findIndex((digest, i) => digest !== some[i])
}

/** Where the answers part, in words; undefined where they do not. */
function differenceOf(expected: Answers, { lifters, programs }: Answers): string | undefined {
  const [lifter, program] = [firstOther(expected.lifters, lifters), firstOther(expected.programs, programs)]
  if (lifter >= 0) return `answered otherwise, first between case ${lifter * CASES_PER_DIGEST} and ${(lifter + 1) * CASES_PER_DIGEST}`
  return program < 0 ? undefined : `planned otherwise, first for lifter ${program}`
}

/** Random lifters of every gym; all but each tenth with a short program, which tells as much for its time. */
function askedPrograms(): AskedPrograms {
  const gyms = Object.keys(lifterGyms) as LifterGym[]
  const requests = Array.from({ length: PROGRAMS }, (_, seed) => {
    const { gym, request } = randomLifter(seed)
    const { movements: _movements, ...asked } = request
    return { ...asked, library: gym, ...(seed % 10 > 0 && asked.blocks === undefined && { weeks: 3 + (seed % 3) }) }
  })
  // As JSON: what is undefined here is absent there.
  return JSON.parse(
    JSON.stringify({ libraries: Object.fromEntries(gyms.map((gym) => [gym, movementsIn(gym)])), requests }),
  ) as AskedPrograms
}

/** The engine and its questions as one script that leaves `parityDigests` behind. */
async function bundled(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2023',
      lib: {
        entry: fileURLToPath(new URL('../packages/engine/src/testing/parity.ts', import.meta.url)),
        formats: ['iife'],
        name: 'parity',
      },
    },
  })
  const [{ output }] = made as unknown as readonly [{ readonly output: readonly [{ readonly code: string }] }]
  return output[0].code
}

function inShell(path: string, program: string, folder: string): Answers {
  const file = join(folder, 'parity.js')
  writeFileSync(file, `${program}\nprint(answers())`)
  const { stdout, stderr, status } = spawnSync(path, [file], { encoding: 'utf8', timeout: PATIENCE_MS, maxBuffer: 1 << 26 })
  if (status !== 0) throw new Error(`jsc ended with ${status}: ${stderr}`)
  return JSON.parse(stdout) as Answers
}

/** Opens a page whose worker works it out and whose script sends it home. Needs no remote control, so any browser will do. */
async function inBrowser(name: string, path: string, program: string, folder: string): Promise<Answers | undefined> {
  const { promise: answer, resolve: heard } = Promise.withResolvers<Answers | undefined>()
  const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
    '/': [
      'text/html',
      `<!doctype html><script>new Worker('/worker.js').onmessage = ({ data }) => fetch('/answer', { method: 'POST', body: data })</script>`,
    ],
    '/worker.js': ['text/javascript', `${program}\npostMessage(answers())`],
  }
  const server = createServer((request, response) => {
    const [type, text] = files[request.url ?? ''] ?? ['text/plain', '']
    response.setHeader('content-type', type).end(text)
    if (request.url !== '/answer') return
    let body = ''
    request.on('data', (chunk) => (body += String(chunk))).on('end', () => heard(JSON.parse(body) as Answers))
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const profile = join(folder, name)
  mkdirSync(profile)
  const flags = name === 'Firefox' ? ['--headless', '--no-remote', '--new-instance', '--profile'] : ['--headless=new', ...chromiumFlags]
  const child = spawn(path, name === 'Firefox' ? [...flags, profile, url] : [...flags, `--user-data-dir=${profile}`, url], {
    stdio: 'ignore',
    env: { ...process.env, HOME: folder },
  })
  const impatience = setTimeout(() => heard(undefined), PATIENCE_MS)
  child.once('exit', () => heard(undefined))
  const digests = await answer
  clearTimeout(impatience)
  child.kill()
  server.close()
  server.closeAllConnections()
  return digests
}

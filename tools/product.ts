import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The product as a process of its own, on a fresh data folder: for pictures, measurements and journeys. */
export interface Served {
  readonly url: string
  readonly port: number
  readonly startSeconds: number
  readonly pid: number
  stop(): Promise<void>
}

export async function serveProduct(environment: Readonly<Record<string, string>> = {}, fixedPort?: number): Promise<Served> {
  const data = mkdtempSync(join(tmpdir(), 'gymgenius-'))
  const port = fixedPort ?? (await freePort())
  const started = performance.now()
  const child = spawn('bin/gymgenius', ['serve', '--data', data, '--port', String(port)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      LOG_LEVEL: 'warn',
      REGISTRATION: 'open',
      RATE_LIMIT_PER_MINUTE: '1000000',
      REGISTRATIONS_PER_HOUR: '1000',
      ...environment,
    },
  })
  const url = `http://localhost:${port}`
  await until(async () => (await fetch(`${url}/readyz`)).ok)
  return {
    url,
    port,
    startSeconds: (performance.now() - started) / 1000,
    pid: child.pid!,
    stop: async () => {
      await ended(child)
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Where this machine's Chromium is; undefined when it has none. */
export const findChromium = () =>
  [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path !== undefined && existsSync(path),
  )

/** Quiet, offline, and without the sandbox only where root would be refused one. */
export const chromiumFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

export async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 180_000 // an empty database takes a minute on a machine with ten times too much to do
  while (performance.now() < end) {
    if (await holds().catch(() => false)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the server did not come up within 3 minutes')
}

export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

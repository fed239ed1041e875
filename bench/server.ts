import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The product as a process of its own, on a fresh data folder. */
export interface Served {
  readonly port: number
  readonly startSeconds: number
  readonly pid: number
  stop(): Promise<void>
}

export async function serveProduct(): Promise<Served> {
  const data = mkdtempSync(join(tmpdir(), 'gymgenius-bench-'))
  const port = await freePort()
  const started = performance.now()
  const child = spawn('bin/gymgenius', ['serve', '--data', data, '--port', String(port)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, LOG_LEVEL: 'warn', RATE_LIMIT_PER_MINUTE: '1000000' },
  })
  await until(async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok)
  return {
    port,
    startSeconds: (performance.now() - started) / 1000,
    pid: child.pid!,
    stop: async () => {
      await ended(child)
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** The physical limit beside it: a bare node:http server that answers 2 bytes, in a process of its own. */
export async function serveNothing(): Promise<Pick<Served, 'port' | 'stop'>> {
  const port = await freePort()
  const program = `require('node:http').createServer((q, r) => { q.resume(); q.on('end', () => r.end('ok')) }).listen(${port}, '127.0.0.1')`
  const child = spawn(process.execPath, ['-e', program], { stdio: 'ignore' })
  await until(async () => (await fetch(`http://127.0.0.1:${port}/`)).ok)
  return { port, stop: () => ended(child) }
}

/** Resident memory of a process and its children, in MB (Linux). */
export function residentMb(pid: number): number {
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  return Number(kb ?? 0) / 1024 + children.reduce((sum, child) => sum + residentMb(Number(child)), 0)
}

async function until(holds: () => Promise<boolean>) {
  const end = performance.now() + 60_000
  while (performance.now() < end) {
    if (await holds().catch(() => false)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the server did not come up within 60 s')
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

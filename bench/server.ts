import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { ended, freePort, type Served, until } from '../tools/product.ts'

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

/** Processor time of a process and its children so far, in seconds (Linux, where a tick is a hundredth). */
export function processorSeconds(pid: number): number {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ').slice(11, 13)
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  return (Number(user) + Number(system)) / 100 + children.reduce((sum, child) => sum + processorSeconds(Number(child)), 0)
}

/** Opens an account on a fresh server; answers its access token. */
export async function signUp(base: string): Promise<string> {
  const reply = await fetch(`${base}/v1/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'bench@example.test', password: 'a long bench password', client: 'cli' }),
  })
  return ((await reply.json()) as { accessToken: string }).accessToken
}

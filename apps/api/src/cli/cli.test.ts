import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test as base, vi } from 'vitest'
import { startServer as start } from '../testing/server-process.ts'

const program = fileURLToPath(new URL('../../../../bin/gymgenius', import.meta.url))

async function startServer(folder: string) {
  const server = await start(folder)
  onTestFinished(() => server.kill())
  return server
}

const test = base.extend('folder', async ({}, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'gg-cli-'))
  onCleanup(() => rm(folder, { recursive: true, force: true }))
  return folder
})

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 }) // each command is a process, and this machine may be busy

function gymgenius(args: string[], environment: Record<string, string> = {}): Promise<{ code: number | null; said: string }> {
  const child = spawn(program, args, { env: { PATH: process.env['PATH'], ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const hear = (chunk: Buffer) => {
    said += String(chunk)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })))
}

test('every command says what it does and what it takes', async () => {
  const { code, said } = await gymgenius(['--help'])
  expect(code).toBe(0)
  const names = [...said.matchAll(/^ {2}(\w+) {2,}/gm)].map((match) => match[1]!)
  expect(names).toEqual(expect.arrayContaining(['serve', 'dev', 'migrate', 'backup', 'restore', 'import', 'account', 'doctor']))
  const helps = await Promise.all(names.map((name) => gymgenius([name, '--help'])))
  for (const [i, name] of names.entries()) expect(helps[i]!.said).toContain(`gymgenius ${name}`)
})

test('a command on a folder that nobody has begun says so in a sentence', async ({ folder }) => {
  for (const command of [['replay', '01932c07-0000-7000-8000-000000000000'], ['account', 'make-admin', 'a@b.test'], ['fit']]) {
    const { code, said } = await gymgenius([...command, '--data', folder])
    expect([command[0], code]).toEqual([command[0], 65])
    expect(said).toMatch(/^This database holds nothing of GymGenius yet\. .*\n$/)
  }
})

test('a mistake in the command is answered with one sentence and code 64', async () => {
  for (const args of [['serv'], ['serve', '--prot', '1'], ['restore'], ['import', 'a.csv'], ['account', 'promote', 'a@b.test']]) {
    const { code, said } = await gymgenius(args)
    expect([args[0], code]).toEqual([args[0], 64])
    expect(said).not.toMatch(/\n\s+at /)
  }
})

test('a bad configuration names every fault at once, tells no secret, and ends with code 78', async () => {
  const { code, said } = await gymgenius(['serve'], { PORT: 'many', DATABASE_URL: `mysql://root:${'hunter2'}@db`, REGISTRATION: 'maybe' })
  expect(code).toBe(78)
  for (const name of ['PORT', 'DATABASE_URL', 'REGISTRATION']) expect(said).toContain(name)
  expect(said).not.toContain('hunter2')
})

test('while a server runs, commands reach its database, and what would harm it is refused', async ({ folder }) => {
  const server = await startServer(folder)
  const second = await gymgenius(['serve', '--data', folder, '--port', '0'])
  expect([second.code, second.said]).toEqual([69, expect.stringContaining('has')])
  const file = join(folder, 'copy.jsonl.gz')
  const scoring = join(folder, 'scoring/scoring.yaml')
  await mkdir(join(folder, 'scoring'), { recursive: true })
  await writeFile(scoring, 'version: 7\n')
  expect(await gymgenius(['backup', '--data', folder, '--to', file])).toMatchObject({ code: 0 })
  expect(await gymgenius(['restore', file, '--data', folder])).toMatchObject({ code: 69 })
  expect((await gymgenius(['account', 'make-admin', 'nobody@example.test', '--data', folder])).said).toContain('nobody@example.test')
  expect((await fetch(`${server.address}/readyz`)).status).toBe(200)
  expect(await server.stop()).toBe(0)
  await writeFile(scoring, 'version: 8\n')
  expect(await gymgenius(['restore', file, '--data', folder])).toMatchObject({ code: 0 })
  expect(await readFile(scoring, 'utf8')).toBe('version: 7\n')
})

test('a server that is told to stop finishes what it was asked', async ({ folder }) => {
  const server = await startServer(folder)
  const body = JSON.stringify({ email: 'late@example.test', password: 'a long enough password', client: 'cli' })
  const register = request(`${server.address}/v1/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': body.length, expect: '100-continue' },
  })
  register.flushHeaders()
  await once(register, 'continue') // the server has the request in hand
  const answered = once(register, 'response') as Promise<[IncomingMessage]>
  register.end(body)
  const stopped = server.stop()
  const [answer] = await answered
  answer.resume()
  expect(answer.statusCode).toBe(201)
  expect(await stopped).toBe(0)
})

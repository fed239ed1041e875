import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DAY_MS } from '@gymgenius/domain'
import { expect, onTestFinished, test } from 'vitest'
import { startServer } from '../testing/server-process.ts'

const program = fileURLToPath(new URL('../../../../bin/gymgenius', import.meta.url))
const email = 'ann@example.test'

const fit = (...args: string[]) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    execFile(program, ['fit', ...args], (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), said: out + err }))
  })

async function aServer() {
  const folder = await mkdtemp(join(tmpdir(), 'gg-fit-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const server = await startServer(folder)
  onTestFinished(() => server.kill())
  let token = ''
  const ask = async <T = unknown>(path: string, body?: unknown): Promise<T> => {
    const reply = await fetch(`${server.address}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json', ...(token !== '' && { authorization: `Bearer ${token}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    expect(reply.ok, await reply.clone().text()).toBe(true)
    return (await reply.json()) as T
  }
  token = (await ask<{ accessToken: string }>('/v1/auth/register', { email, password: 'a long enough password', client: 'cli' }))
    .accessToken
  return { folder, ask }
}

test('while the server runs, a lifter is fitted at the command line, and asks what their RIR means', async () => {
  const { folder, ask } = await aServer()
  const movementId = (await ask<{ items: { id: string }[] }>('/v1/movements?limit=1')).items[0]!.id
  await ask('/v1/sets', { movementId, loadKg: 60, reps: 8, rir: 1 })
  // Looked at now, so that the server's own chore leaves this lifter to us.
  expect(await fit('--data', folder)).toMatchObject({ code: 0, said: 'Nobody has enough new sets.\n' })
  expect(await fit('--email', email, '--data', folder)).toMatchObject({ code: 0, said: expect.stringContaining('fewer than 60') })
  expect(await fit('--email', 'nobody@example.test', '--data', folder)).toMatchObject({
    code: 1,
    said: expect.stringContaining('nobody@'),
  })

  const began = Date.now() - 60 * DAY_MS
  for (let i = 0; i < 72; i++) {
    const performedAt = new Date(began + Math.floor(i / 4) * 3 * DAY_MS + (i % 4) * 180_000).toISOString()
    const effort = i % 3 === 0 ? { toFailure: true, reps: 9 } : { rir: i % 3, reps: 8 - ((i >> 2) % 2) }
    await ask('/v1/sets', { movementId, loadKg: 60 + 2.5 * ((i >> 3) % 3), performedAt, ...effort })
  }
  expect(await ask('/v1/effort')).toEqual({ status: 'waiting', sets: 73 })
  expect(await fit('--data', folder)).toMatchObject({ code: 0, said: expect.stringMatching(/^Lifters fitted: 1; trusted: [01]\.\n$/) })
  expect(await fit('--email', email, '--data', folder)).toMatchObject({ code: 0, said: expect.stringMatching(/rusted.*: \d+ sets, R-hat/) })
  expect((await ask<{ status: string }>('/v1/effort')).status).toMatch(/known|unclear/)
})

test('a mistyped command is answered with one sentence', async () => {
  expect(await fit(email)).toMatchObject({ code: 64, said: expect.stringContaining('--email') })
})

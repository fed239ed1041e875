import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ask, askForWork, type Lifter, logSet, type Machines, nextId, openMachines, signUp, until, work } from '../testing/machines.ts'
import { type ServerProcess, startServer } from '../testing/server-process.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 }) // processes start, and this machine may be busy

let machines: Machines
let api: ServerProcess
let worker: ServerProcess
let lifter: Lifter

// They meet an empty database at the same moment.
beforeAll(async () => {
  machines = await openMachines()
  ;[api, worker] = (await Promise.all([machines.start({ ROLE: 'api' }), machines.start({ ROLE: 'worker' })])) as [
    ServerProcess,
    ServerProcess,
  ]
  lifter = await signUp(api)
})
afterAll(() => machines?.close())

test('what a lifter asks of the one is done by the other', async () => {
  await askForWork(api, lifter)
  await until(async () => (await work(machines)).every(({ done }) => done))
  expect(await work(machines)).toEqual([{ attempts: 1, done: true }])
})

test('a worker has no door but that of its health', async () => {
  for (const path of ['/healthz', '/readyz']) expect((await ask(worker, 'GET', path)).status).toBe(200)
  for (const path of ['/', '/v1/me', '/openapi.json']) expect((await ask(worker, 'GET', path, { token: lifter.token })).status).toBe(404)
})

test('without a worker nothing is lost and nothing is done; the next one does it', async () => {
  await worker.stop()
  expect(await logSet(api, lifter, nextId(), 5)).toBe(201)
  await askForWork(api, lifter)
  expect(await work(machines)).toEqual([
    { attempts: 1, done: true },
    { attempts: 0, done: false },
  ])
  worker = await machines.start({ ROLE: 'worker' })
  await until(async () => (await work(machines)).every(({ done }) => done))
})

test('an embedded database has no room for two processes, and says so before it is opened', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gg-role-'))
  try {
    await expect(startServer(folder, { ROLE: 'worker' })).rejects.toThrow(
      /ended with 78 .*ROLE: worker needs DATABASE_URL: the embedded database belongs to one process/s,
    )
  } finally {
    await rm(folder, { recursive: true })
  }
})

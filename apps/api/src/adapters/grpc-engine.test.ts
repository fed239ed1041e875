import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Server, ServerCredentials } from '@grpc/grpc-js'
import { DAY_MS, type MovementId, type RecommendationId } from '@gymgenius/domain'
import { type EngineServer, EngineService } from '@gymgenius/engine-rpc'
import { onTestFinished } from 'vitest'
import { recommend, replay } from '../modules/prescription/index.ts'
import { recommendationById } from '../modules/prescription/recommendations.repository.ts'
import { engineInside, type EnginePort } from '../platform/ports/engine.ts'
import { knownBy } from '../platform/request-here.ts'
import { aMovement } from '../testing/builders.ts'
import { startServer } from '../testing/server-process.ts'
import { type Caller, expect, type StillWorld, test } from '../testing/test.ts'
import { grpcEngine } from './grpc-engine.ts'

/** The engine's own service in a process of its own. */
async function aService() {
  const program = fileURLToPath(new URL('../../../engine/src/main.ts', import.meta.url))
  const child = spawn(process.execPath, [program], { env: { ENGINE_PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said = await new Promise<string>((resolve) => child.stdout.once('data', (text) => resolve(String(text))))
  return { url: `grpc://${/at (\S+)/.exec(said)![1]!}`, child }
}

function engineAt(url: string, deadlineMs = 1500 /* this machine may be busy */) {
  const warnings: string[] = []
  const time = { aheadMs: 0 }
  const log = { warn: (facts: object) => void warnings.push(String((facts as { reason: string }).reason)) }
  const engine = grpcEngine({ url, now: () => Date.now() + time.aheadMs, log, deadlineMs })
  onTestFinished(() => engine.close())
  return { engine, warnings, time }
}

const actorOf = (api: Caller) => ({ kind: 'athlete', athleteId: api.athleteId, loginSessionId: 'none' as never }) as const

/** What four recommendations of an ordinary week say, as they were kept. */
async function aWeek(engine: EnginePort, api: Caller, ctx: StillWorld, movementId: MovementId) {
  const asked = [
    { setNumber: 1 },
    { setNumber: 1, repLow: 6, repHigh: 8, rir: 2 },
    { setNumber: 3, goalStrength: 1 },
    { setNumber: 2, rir: 0 },
  ]
  const answers = []
  for (const request of asked) {
    const { id, source } = await recommend({ ...ctx, engine }, actorOf(api), { movementId, ...request } as Parameters<typeof recommend>[2])
    answers.push({
      source,
      kept: (await recommendationById(ctx.db, id))!.prescription,
      isSame: (await replay(ctx, id as RecommendationId)).isSame,
    })
  }
  return answers
}

async function aTrainedMovement(api: Caller, ctx: StillWorld) {
  const movementId = await aMovement(ctx)
  for (const [daysAgo, loadKg] of [21, 14, 7, 7].map((daysAgo, i) => [daysAgo, 80 + 2.5 * i] as const)) {
    const performedAt = new Date(ctx.clock.now() - daysAgo * DAY_MS).toISOString()
    await api.post('/v1/sets', { movementId, loadKg, reps: 7, rir: 1.5, performedAt })
  }
  return movementId
}

test('advice from the service is the advice from inside, byte for byte, and can be replayed', async ({ api, ctx }) => {
  const { url } = await aService()
  const { engine, warnings } = engineAt(url)
  const movementId = await aTrainedMovement(api, ctx)
  const inside = await aWeek(engineInside, api, ctx, movementId)
  expect(await aWeek(engine, api, ctx, movementId)).toEqual(inside)
  expect(inside.every(({ source, isSame }) => source === 'engine' && isSame)).toBe(true)
  expect(warnings).toEqual([])
})

test('while the service is dead the engine inside answers the same and says so, and the service is taken back', async ({ api, ctx }) => {
  const { url, child } = await aService()
  const { engine, warnings, time } = engineAt(url)
  const movementId = await aTrainedMovement(api, ctx)
  const [before] = await aWeek(engine, api, ctx, movementId)
  child.kill('SIGSTOP') // it hears and does not answer
  const fallen = [...(await aWeek(engine, api, ctx, movementId)), ...(await aWeek(engine, api, ctx, movementId))]
  expect(fallen.every(({ source }) => source === 'fallback')).toBe(true)
  expect(fallen[0]).toEqual({ ...before, source: 'fallback' })
  expect(warnings).toHaveLength(5) // then it is left alone
  child.kill('SIGCONT')
  expect((await aWeek(engine, api, ctx, movementId))[0]!.source).toBe('fallback')
  time.aheadMs = 6000
  expect((await aWeek(engine, api, ctx, movementId)).at(-1)!.source).toBe('engine')
})

test('F25 a service that never answers costs a lifter no second, and is not asked a sixth time', async ({ api, ctx }) => {
  const movementId = await aTrainedMovement(api, ctx)
  const { engine, warnings } = engineAt(await serviceThat(() => {}), 250)
  const actor = actorOf(api)
  const waited: number[] = []
  for (let i = 0; i < 6; i++) {
    const began = performance.now()
    const { source } = await recommend({ ...ctx, engine }, actor, { movementId, setNumber: 1 })
    waited.push(performance.now() - began)
    expect(source).toBe('fallback')
  }
  expect(Math.min(...waited)).toBeLessThan(1000) // a busy machine may be late with one of them, not with all
  expect(warnings).toHaveLength(5)
})

test('F52 a service that was left alone under a clock that was ahead is asked again when the clock is right', async ({ api, ctx }) => {
  const movementId = await aTrainedMovement(api, ctx)
  const { engine, warnings, time } = engineAt(await serviceThat(() => {}), 50)
  const ask = () => recommend({ ...ctx, engine }, actorOf(api), { movementId, setNumber: 1 })
  for (let i = 0; i < 5; i++) await ask()
  await ask()
  expect(warnings).toHaveLength(5)
  time.aheadMs = -3_600_000
  await ask()
  expect(warnings).toHaveLength(6)
})

test('the service hears which request it is asked for', async ({ api, ctx }) => {
  const heard: unknown[] = []
  const url = await serviceThat(({ metadata }, done) => {
    heard.push(...metadata.get('x-request-id'))
    done(null, { prescription: usual, engineVersion: 'odd' })
  })
  const { engine } = engineAt(url)
  const movementId = await aTrainedMovement(api, ctx)
  await knownBy('from-the-phone', () => recommend({ ...ctx, engine }, actorOf(api), { movementId, setNumber: 1 }))
  expect(heard).toEqual(['from-the-phone'])
})

const usual = {
  loadKg: 80,
  exactLoadKg: 80,
  repLow: 6,
  repHigh: 8,
  rir: 2,
  restSeconds: 180,
  confidence: 0.5,
  interval: { low: 6, high: 8, probability: 0.8 },
  reasons: [],
  flags: [],
}

/** A service of another make; where it answers. */
async function serviceThat(predictSet: EngineServer['predictSet']): Promise<string> {
  const server = new Server()
  const odd: Partial<EngineServer> = { predictSet }
  server.addService(EngineService, odd as EngineServer)
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => (error === null ? resolve(port) : reject(error)))
  })
  onTestFinished(() => server.forceShutdown())
  return `grpc://127.0.0.1:${port}`
}

test.for([
  ['no number', { loadKg: Number.NaN }],
  ['an absurd load', { loadKg: 5000 }],
  ['a range upside down', { repLow: 9, repHigh: 3 }],
  ['half an answer', { interval: undefined }],
] as const)('a service that answers %s is not believed', async ([, oddity], { api, ctx }) => {
  const movementId = await aTrainedMovement(api, ctx)
  const url = await serviceThat((_, done) => done(null, { prescription: { ...usual, ...oddity }, engineVersion: 'odd' }))
  const { engine } = engineAt(url)
  const inside = await aWeek(engineInside, api, ctx, movementId)
  expect(await aWeek(engine, api, ctx, movementId)).toEqual(inside.map((answer) => ({ ...answer, source: 'fallback' })))
})

test('a server that is told of the service asks it, and goes on without it', async () => {
  const { url, child } = await aService()
  const folder = await mkdtemp(join(tmpdir(), 'gg-engine-url-'))
  const server = await startServer(folder, { ENGINE_URL: url, REGISTRATION: 'open' })
  onTestFinished(async () => {
    await server.kill()
    await rm(folder, { recursive: true, force: true })
  })
  const ask = async (path: string, body: object, token = '') => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const reply = await fetch(server.address + path, { method: 'POST', headers, body: JSON.stringify(body) })
    return (await reply.json()) as { accessToken: string; source: string; loadKg: number }
  }
  const { accessToken } = await ask('/v1/auth/register', { email: 'a@example.test', password: 'a long enough password', client: 'cli' })
  const found = await fetch(`${server.address}/v1/movements?limit=1&q=squat`, { headers: { authorization: `Bearer ${accessToken}` } })
  const [movement] = ((await found.json()) as { items: { id: string }[] }).items
  const recommendation = () => ask('/v1/recommendations', { movementId: movement!.id, setNumber: 1 }, accessToken)
  await expect.poll(async () => (await recommendation()).source, { timeout: 20_000 }).toBe('engine') // a busy machine may be late at first
  const { loadKg } = await recommendation()
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  expect(await recommendation()).toMatchObject({ source: 'fallback', loadKg })
})

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import {
  type Client,
  credentials,
  loadPackageDefinition,
  makeGenericClientConstructor,
  Metadata,
  type ServerUnaryCall,
  status,
} from '@grpc/grpc-js'
import { loadSync } from '@grpc/proto-loader'
import { type Instant, kg, type MovementId, reps, rir, type WorkoutId } from '@gymgenius/domain'
import { ENGINE_VERSION, prescribe, type SnapshotSet, type Target, type TrainingSnapshot } from '@gymgenius/engine'
import {
  EngineClient,
  type PredictSetRequest,
  type PredictSetResponse,
  prescriptionFromWire,
  setToWire,
  snapshotToWire,
  targetToWire,
  type WarmStartRequest,
  type WarmStartResponse,
} from '@gymgenius/engine-rpc'
import { service as healthDefinition } from 'grpc-health-check'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from './config.ts'
import { engineService } from './engine.ts'
import { serve } from './serve.ts'

const NOW = Date.UTC(2026, 2, 2, 18) as Instant
const DAY = 86_400_000

const benchSet = (daysAgo: number, set: number): SnapshotSet => ({
  workoutId: `day -${daysAgo}` as WorkoutId,
  at: (NOW - daysAgo * DAY + set * 180_000) as Instant,
  kind: 'working',
  load: kg(80),
  reps: reps(8),
  rir: rir(2),
  toFailure: false,
})
const sets = [21, 14, 7].flatMap((daysAgo) => [1, 2, 3].map((set) => benchSet(daysAgo, set)))
const snapshot: TrainingSnapshot = {
  movement: { id: 'bench' as MovementId, pattern: 'horizontal_push', loadKind: 'external', equipment: 'barbell' },
  athlete: { bodyMass: null, isNovice: false, hasPain: false },
  loads: { min: kg(20), step: kg(2.5) },
  sets,
}
const target: Target = {
  setNumber: 1,
  workoutId: 'today' as WorkoutId,
  at: NOW,
  goalStrength: 0.5,
  repLow: reps(6),
  repHigh: reps(8),
  rir: rir(2),
}
const request: PredictSetRequest = { ground: { $case: 'snapshot', value: snapshotToWire(snapshot) }, target: targetToWire(target) }

async function aService(address = '127.0.0.1:0') {
  const served = await serve({ address })
  const client = new EngineClient(served.address, credentials.createInsecure())
  onTestFinished(async () => {
    client.close()
    await served.close()
  })
  return { ...served, client, ...askerOf(client) }
}

const askerOf = (client: EngineClient) => ({
  predict: promisify<PredictSetRequest, PredictSetResponse>(client.predictSet.bind(client)),
  warm: promisify<WarmStartRequest, WarmStartResponse>(client.warmStart.bind(client)),
})

test('the service prescribes what the engine inside prescribes, byte for byte', async () => {
  const { predict } = await aService()
  const { prescription, engineVersion } = await predict(request)
  expect(JSON.stringify(prescriptionFromWire(prescription!))).toBe(JSON.stringify(prescribe(snapshot, target)))
  expect(engineVersion).toBe(ENGINE_VERSION)
})

test('after a warm start only the sets since are sent', async () => {
  const { predict, warm } = await aService()
  const later = { ...benchSet(0, 1), workoutId: 'today' as WorkoutId, reps: reps(5), rir: rir(0) }
  const second = { ...target, setNumber: 2, at: (NOW + 600_000) as Instant }
  await warm({ key: 'ada bench', snapshot: snapshotToWire(snapshot) })
  const { prescription } = await predict({
    ground: { $case: 'warm', value: { key: 'ada bench', laterSets: [setToWire(later)] } },
    target: targetToWire(second),
  })
  expect(prescriptionFromWire(prescription!)).toEqual(prescribe({ ...snapshot, sets: [...sets, later] }, second))
  const cold: PredictSetRequest = { ...request, ground: { $case: 'warm', value: { key: 'bob bench', laterSets: [] } } }
  await expect(predict(cold)).rejects.toMatchObject({ code: status.NOT_FOUND })
})

test('what is no question is refused with a code, and the service goes on', async () => {
  const { predict, warm } = await aService()
  const nan = { ...snapshotToWire(snapshot), loads: { minKg: Number.NaN, stepKg: 1, maxKg: undefined, listKg: [] } }
  const huge = { ...snapshotToWire(snapshot), sets: Array.from({ length: 50_000 }, () => setToWire(benchSet(1, 1))) }
  await expect(predict({ ground: undefined, target: targetToWire(target) })).rejects.toMatchObject({ code: status.INVALID_ARGUMENT })
  await expect(predict({ ...request, target: undefined })).rejects.toMatchObject({ code: status.INVALID_ARGUMENT })
  await expect(predict({ ...request, ground: { $case: 'snapshot', value: nan } })).rejects.toMatchObject({ code: status.INVALID_ARGUMENT })
  await expect(predict({ ...request, ground: { $case: 'snapshot', value: huge } })).rejects.toMatchObject({
    code: status.RESOURCE_EXHAUSTED,
  })
  await expect(warm({ key: '', snapshot: snapshotToWire(snapshot) })).rejects.toMatchObject({ code: status.INVALID_ARGUMENT })
  const empty = { ...snapshot, sets: [] }
  const { prescription } = await predict({ ...request, ground: { $case: 'snapshot', value: snapshotToWire(empty) } })
  expect(prescription!.flags).toContain('guided_test')
})

test('what breaks inside is told by its method and its request; what was asked wrongly is not', () => {
  const told: unknown[] = []
  const { predictSet } = engineService({ tell: (error, fault) => void told.push([error, fault]), close: async () => {} })
  const metadata = new Metadata()
  metadata.set('x-request-id', 'r-1')
  const broken = new RangeError('no')
  const ask = (request: object) => {
    let refused: unknown
    predictSet(aCall(request, metadata) as never, (error) => void (refused = error))
    return refused
  }
  expect(ask({ target: undefined })).toMatchObject({ code: status.INVALID_ARGUMENT })
  expect(told).toEqual([])
  const breaking = {
    target: targetToWire(target),
    get ground(): never {
      throw broken
    },
  }
  expect(ask(breaking)).toEqual({ code: status.INTERNAL, details: 'Something broke in the engine' })
  expect(told).toEqual([[broken, { says: 'engine failed', at: 'gymgenius.engine.v1.Engine/PredictSet', requestId: 'r-1' }]])
})

test('for who has waited beyond their deadline, or hung up, nothing is worked out any more', () => {
  const { predictSet } = engineService({ tell: () => {}, close: async () => {} })
  let read = 0
  const counted = {
    target: targetToWire(target),
    get ground() {
      read += 1
      return request.ground
    },
  }
  const ask = (waiting: Partial<ServerUnaryCall<unknown, unknown>>) => {
    let answered: unknown
    predictSet({ ...aCall(counted), ...waiting } as never, (error) => void (answered = error?.code))
    return answered
  }
  expect(ask({ getDeadline: () => new Date(Date.now() - 1) })).toBe(status.DEADLINE_EXCEEDED)
  expect(ask({ cancelled: true })).toBe(status.DEADLINE_EXCEEDED)
  expect(read).toBe(0)
  expect(ask({ getDeadline: () => new Date(Date.now() + 60_000) })).toBeUndefined()
  expect(read).toBe(1)
})

/** As it comes from the wire, of somebody who waits as long as it takes. */
const aCall = (asked: object, metadata = new Metadata()) => ({ request: asked, metadata, cancelled: false, getDeadline: () => Infinity })

test('it says whether it is well and what it can be asked, to anyone who speaks the standard protocols', async () => {
  const { address } = await aService()
  const Health = makeGenericClientConstructor(healthDefinition, 'Health')
  const health = new Health(address, credentials.createInsecure())
  onTestFinished(() => health.close())
  const check = promisify<object, { status: string }>(
    (health as unknown as Record<string, (...a: never[]) => void>)['check']!.bind(health) as never,
  )
  expect(await check({ service: 'gymgenius.engine.v1.Engine' })).toMatchObject({ status: 'SERVING' })
  expect(await servicesAt(address)).toEqual(['gymgenius.engine.v1.Engine'])
})

/** As grpcurl lists them: the standard reflection service, spoken from its own definition. */
async function servicesAt(address: string): Promise<string[]> {
  const reflection = fileURLToPath(import.meta.resolve('@grpc/reflection/build/proto/grpc/reflection/v1/reflection.proto'))
  const loaded = loadPackageDefinition(loadSync(reflection, { keepCase: true })) as unknown as {
    grpc: {
      reflection: { v1: { ServerReflection: new (...of: unknown[]) => Client & { ServerReflectionInfo(): NodeJS.ReadWriteStream } } }
    }
  }
  const client = new loaded.grpc.reflection.v1.ServerReflection(address, credentials.createInsecure())
  const stream = client.ServerReflectionInfo()
  const answered = new Promise<{ list_services_response: { service: { name: string }[] } }>((resolve, reject) => {
    stream.once('data', resolve).once('error', reject)
  })
  ;(stream as unknown as { write(said: object): void }).write({ list_services: '' })
  const { list_services_response } = await answered
  stream.end()
  client.close()
  return list_services_response.service.map(({ name }) => name)
}

test('it listens where it is told, a Unix socket among it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gg-engine-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { predict } = await aService(readConfig({ ENGINE_SOCKET: join(folder, 's') }).address)
  expect((await predict(request)).engineVersion).toBe(ENGINE_VERSION)
  expect(readConfig({})).toEqual({ address: '127.0.0.1:5000' })
  expect(readConfig({ ENGINE_HOST: '::', ENGINE_PORT: '0' })).toEqual({ address: '[::]:0' })
  expect(() => readConfig({ ENGINE_PORT: 'many' })).toThrow('ENGINE_PORT')
  expect(() => readConfig({ SENTRY_DSN: 'http://key@sentry.example/1' })).toThrow('SENTRY_DSN')
})

test('the program ends with 0 when told to stop, and with a sentence when it cannot listen', async () => {
  const program = fileURLToPath(new URL('main.ts', import.meta.url))
  const start = (environment: Record<string, string>) => {
    const child = spawn(process.execPath, [program], { env: { ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    return { child, ended }
  }
  const { child, ended } = start({ ENGINE_PORT: '0' })
  const said = await new Promise<string>((resolve) => child.stdout.once('data', (text) => resolve(String(text))))
  expect(said).toMatch(/at 127\.0\.0\.1:\d+/)
  const taken = /:(\d+)/.exec(said)![1]!
  expect(await start({ ENGINE_PORT: taken }).ended).toBe(69)
  expect(await start({ ENGINE_PORT: '-1' }).ended).toBe(78)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})

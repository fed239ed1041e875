import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openTraces } from '@gymgenius/traces'
import { onTestFinished } from 'vitest'
import { aCollector } from '../testing/collector.ts'
import { freePort } from '../testing/free-port.ts'
import { ask, askForWork, signUp } from '../testing/machines.ts'
import { anApp } from '../testing/server.ts'
import { startServer } from '../testing/server-process.ts'
import { expect, test } from '../testing/test.ts'
import { traceRequests } from './trace-requests.ts'

const ELSEWHERE = '0af7651916cd43dd8448eb211c80319c'
const traceparent = `00-${ELSEWHERE}-b7ad6b7169203331-01`
const engineProgram = fileURLToPath(new URL('../../../engine/src/main.ts', import.meta.url))

async function anEngine(environment: Record<string, string>) {
  const child = spawn(process.execPath, [engineProgram], {
    env: { ENGINE_PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const said = await new Promise<string>((resolve) => child.stdout.once('data', (text) => resolve(String(text))))
  const stop = () => {
    child.kill('SIGTERM')
    return ended
  }
  return { url: `grpc://${/at (\S+)/.exec(said)![1]!}`, stop }
}

async function aServer(environment: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'gg-otlp-'))
  const server = await startServer(folder, { REGISTRATION: 'open', ...environment })
  onTestFinished(async () => {
    await server.kill()
    await rm(folder, { recursive: true, force: true })
  })
  return server
}

test('one trace goes from the proxy over the request and its statements to the engine and to the work it asked for', async () => {
  const collector = await aCollector()
  const told = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint, OTEL_EXPORTER_OTLP_HEADERS: 'x-key=of%20ours' }
  const engine = await anEngine(told)
  const server = await aServer({ ...told, ENGINE_URL: engine.url, TRUST_PROXY: 'true' })
  const lifter = await signUp(server)
  const headers = { traceparent, 'x-request-id': 'from-the-phone' }
  const recommended = async () => {
    const body = { movementId: lifter.movementId, setNumber: 1 }
    return JSON.parse((await ask(server, 'POST', '/v1/recommendations', { token: lifter.token, headers, body })).text) as { source: string }
  }
  await expect.poll(async () => (await recommended()).source, { timeout: 20_000 }).toBe('engine') // a busy machine may be late at first
  await askForWork(server, lifter, headers)
  const worked = () => collector.spans().some(({ name }) => name === 'job:movements.embed_own')
  await expect.poll(worked, { timeout: 60_000 }).toBe(true)
  expect(await server.stop()).toBe(0)
  await engine.stop()

  const spans = collector.spans().filter(({ traceId }) => traceId === ELSEWHERE)
  const parentOf = (name: string, service: string) => {
    const parent = spans.findLast((span) => span.name === name && span.service === service)?.parentSpanId
    return spans.find(({ spanId }) => spanId === parent)?.name
  }
  expect(parentOf('gymgenius.engine.v1.Engine/PredictSet', 'gymgenius-engine')).toBe('gymgenius.engine.v1.Engine/PredictSet')
  expect(parentOf('gymgenius.engine.v1.Engine/PredictSet', 'gymgenius')).toBe('POST /v1/recommendations')
  expect(parentOf('insert recommendation', 'gymgenius')).toBe('POST /v1/recommendations')
  expect(parentOf('job:movements.embed_own', 'gymgenius')).toBe('POST /v1/movements')
  for (const name of ['POST /v1/movements', 'gymgenius.engine.v1.Engine/PredictSet', 'job:movements.embed_own'])
    expect(spans.findLast((span) => span.name === name)?.facts).toMatchObject({ 'gymgenius.request_id': 'from-the-phone' })
  expect(spans.find(({ name }) => name === 'POST /v1/movements')?.facts).toMatchObject({
    'http.request.method': 'POST',
    'http.route': '/v1/movements',
    'http.response.status_code': 201,
  })
  expect(new Set(collector.headers.map((header) => header['x-key']))).toEqual(new Set(['of ours']))
})

test('no span holds what a lifter wrote or lifted, who they are or where they came from', async () => {
  const collector = await aCollector()
  const server = await aServer({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint, TRUST_PROXY: 'true' })
  const email = 'canary.ann@example.test'
  const account = { email, password: 'canary long password', client: 'cli' }
  const headers = { 'x-forwarded-for': '203.0.113.77', 'user-agent': 'canary-phone' }
  const registered = await ask(server, 'POST', '/v1/auth/register', { body: account, headers })
  const { accessToken: token, account: kept } = JSON.parse(registered.text) as { accessToken: string; account: { id: string } }
  await ask(server, 'POST', '/v1/auth/login', { body: { ...account, password: 'canary wrong password' }, headers })
  const found = await ask(server, 'GET', '/v1/movements?q=canarysquat', { token, headers })
  const first = await ask(server, 'GET', '/v1/movements?limit=1&q=squat', { token, headers })
  const [movement] = (JSON.parse(first.text) as { items: { id: string }[] }).items
  const set = { movementId: movement!.id, loadKg: 91.77, reps: 5, note: 'canary knee hurts' }
  const logged = await ask(server, 'POST', '/v1/sets', { body: set, token, headers })
  const absent = await ask(server, 'GET', '/v1/workouts/019caf80-0000-7000-8000-00000000dead', { token, headers })
  const bad = await ask(server, 'POST', '/v1/sets', { body: { ...set, movementId: 'canary' }, token, headers })
  expect([registered, found, logged, absent, bad].map(({ status }) => status)).toEqual([201, 200, 201, 404, 422])
  expect(await server.stop()).toBe(0)

  const routes = collector.spans().map(({ name }) => name)
  expect(routes).toContain('POST /v1/sets')
  expect(routes).toContain('select log_set')
  const all = collector.bodies.join('\n')
  for (const secret of ['canary', '91.77', '203.0.113.77', '00000000dead', kept.id, movement!.id, token]) expect(all).not.toContain(secret)
})

const noticing = `
import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
registerHooks({ load(url, context, next) {
  if (/@opentelemetry\\+(?!api@)|packages\\/traces/.test(url)) appendFileSync(process.env.LOADED, url + '\\n')
  return next(url, context)
} })`

test('without a collector nothing of OpenTelemetry is loaded, in the server or the engine', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gg-loaded-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'noticing.mjs'), noticing)
  const loadedWith = async (name: string, environment: Record<string, string>) => {
    const LOADED = join(folder, name)
    await writeFile(LOADED, '')
    const noticed = { ...environment, LOADED, NODE_OPTIONS: `--import=${join(folder, 'noticing.mjs')}` }
    const engine = await anEngine(noticed)
    const server = await aServer({ ...noticed, ENGINE_URL: engine.url })
    await signUp(server)
    await server.stop()
    await engine.stop()
    return (await readFile(LOADED, 'utf8')).split('\n').filter(Boolean)
  }
  expect(await loadedWith('off', {})).toEqual([])
  expect((await loadedWith('on', { OTEL_EXPORTER_OTLP_ENDPOINT: (await aCollector()).endpoint })).length).toBeGreaterThan(10)
})

test('with a dead collector everything is answered as ever, and the server ends as it should', async () => {
  const server = await aServer({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${await freePort()}` })
  const lifter = await signUp(server)
  for (let reps = 1; reps <= 5; reps++) {
    const body = { movementId: lifter.movementId, loadKg: 100, reps }
    expect((await ask(server, 'POST', '/v1/sets', { token: lifter.token, body })).status).toBe(201)
  }
  expect(await server.stop()).toBe(0)
})

async function traced() {
  const collector = await aCollector()
  const warnings: string[] = []
  const open = (endpoint: string) =>
    openTraces({ endpoint, share: 1, service: 'test', version: '0', warn: (_, text) => void warnings.push(text) })
  return { collector, warnings, open }
}

test('a dead collector is said once, however much is dropped', async () => {
  const { warnings, open } = await traced()
  const traces = open(`http://127.0.0.1:${await freePort()}`)
  for (let i = 0; i < 3000; i++) traces.begin({ name: 'a set', kind: 'server' }).end()
  await traces.close()
  await expect.poll(() => warnings.length, { timeout: 60_000 }).toBe(1)
})

test('a stranger cannot say which trace they belong to; a proxy that is believed can', async ({ ctx }) => {
  const { collector, open } = await traced()
  const traces = open(collector.endpoint)
  for (const TRUST_PROXY of [false, true]) {
    const app = anApp(ctx)
    traceRequests(app.http, traces, { TRUST_PROXY })
    for (const named of [traceparent, 'nonsense'])
      await app.http.inject({ method: 'POST', url: '/v1/echo', headers: { traceparent: named }, payload: { note: 'a' } })
  }
  await traces.close()
  expect(collector.spans().map(({ traceId }) => traceId === ELSEWHERE)).toEqual([false, false, true, false])
})

test('an error is told by its kind and never by its words', async () => {
  const { collector, open } = await traced()
  const traces = open(collector.endpoint)
  const failing = traces.during({ name: 'job', kind: 'consumer' }, async () => {
    throw Object.assign(new Error('Ann has a bad knee'), { code: '23505', detail: 'Ann' })
  })
  await expect(failing).rejects.toThrow('Ann')
  await traces.close()
  expect(collector.spans()).toMatchObject([{ name: 'job', isError: true, facts: { 'error.type': '23505' } }])
  expect(collector.bodies.join('')).not.toContain('Ann')
})

test('a share of none keeps nothing of what begins here, and what was kept elsewhere', async () => {
  const collector = await aCollector()
  const traces = openTraces({ endpoint: collector.endpoint, share: 0, service: 'test', version: '0', warn: () => {} })
  await traces.during({ name: 'here', kind: 'server' }, async () => traces.ended({ name: 'select', kind: 'client' }, 1))
  await traces.during({ name: 'elsewhere', kind: 'server', after: traceparent }, async () => {})
  await traces.close()
  expect(collector.spans().map(({ name }) => name)).toEqual(['elsewhere'])
})

import { expect, onTestFinished, test } from 'vitest'
import { aCollector } from '../testing/collector.ts'
import { askForWork, openMachines, signUp } from '../testing/machines.ts'

test('work that one process asked for and another did is of one trace', async () => {
  const collector = await aCollector()
  const machines = await openMachines()
  onTestFinished(() => machines.close())
  const told = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint }
  const api = await machines.start({ ...told, ROLE: 'api' })
  await askForWork(api, await signUp(api))
  expect(await api.stop()).toBe(0)
  const worker = await machines.start({ ...told, ROLE: 'worker' })
  const worked = () => collector.spans().find(({ name }) => name === 'job:movements.embed_own')
  await expect.poll(worked, { timeout: 60_000 }).toBeDefined()
  expect(await worker.stop()).toBe(0)

  const work = worked()!
  const asked = collector.spans().find(({ name }) => name === 'POST /v1/movements')!
  expect([asked.service, work.service]).toEqual(['gymgenius-api', 'gymgenius-worker'])
  expect(work).toMatchObject({ traceId: asked.traceId, parentSpanId: asked.spanId })
  const statements = collector.spans().filter(({ parentSpanId, service }) => parentSpanId === work.spanId && service === work.service)
  expect(statements.length).toBeGreaterThan(0)
})

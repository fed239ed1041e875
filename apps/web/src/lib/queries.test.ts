import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { call } from './api.ts'
import { Problem } from './problem.ts'
import { queries } from './queries.ts'
import { beginAt } from './server.ts'

interface No {
  readonly code: string
  readonly status: number
  readonly retryAfter?: number
}

const busy: No = { code: 'server.busy', status: 503, retryAfter: 2 }

/** A server that says no so often before it answers; `asked` are the times at which it was asked. */
async function aServer(nos: readonly No[]) {
  const asked: number[] = []
  const server = createServer((_, reply) => {
    const no = nos[asked.length]
    asked.push(performance.now())
    const { code, status, retryAfter } = no ?? { status: 200 }
    if (retryAfter !== undefined) reply.setHeader('retry-after', String(retryAfter))
    reply.writeHead(status, { 'content-type': 'application/json' })
    reply.end(JSON.stringify(no === undefined ? { name: 'Iron cellar' } : { code, title: 'No', status, facts: { retryAfter } }))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  beginAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  onTestFinished(() => {
    beginAt(undefined)
    queries.clear()
    server.close()
    server.closeAllConnections()
  })
  return { asked, look: () => queries.fetchQuery({ queryKey: [asked], queryFn: () => call('GET /v1/server', {}) }) }
}

test('a screen that was turned away by a busy server comes back, not sooner than it was told to, and shows what it then hears', async () => {
  const { asked, look } = await aServer([busy])
  expect(await look()).toMatchObject({ name: 'Iron cellar' })
  expect(asked).toHaveLength(2)
  expect(asked[1]! - asked[0]!).toBeGreaterThanOrEqual(2000)
})

test('phones that were turned away together do not come back together', () => {
  const delay = queries.getDefaultOptions().queries!.retryDelay as (failures: number, error: unknown) => number
  const waits = Array.from({ length: 50 }, () => delay(0, new Problem('server.busy', 'Busy', { retryAfter: 5 })))
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(5000)
  expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(500)
})

test('a server that stays busy is asked four times, and then the screen says so', async () => {
  const { asked, look } = await aServer(Array.from({ length: 10 }, () => ({ ...busy, retryAfter: 0 })))
  await expect(look()).rejects.toMatchObject({ code: 'server.busy' })
  expect(asked).toHaveLength(4)
})

test.each<No>([
  { code: 'movements.movement_not_found', status: 404 },
  { code: 'request.too_many', status: 429, retryAfter: 40 },
])('$code is no reason to ask again', async (no) => {
  const { asked, look } = await aServer([no])
  await expect(look()).rejects.toMatchObject({ code: no.code })
  expect(asked).toHaveLength(1)
})

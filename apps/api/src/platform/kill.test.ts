import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Rng, seededRng, uuidV7Maker } from '@gymgenius/domain'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { type ServerProcess, startServer } from '../testing/server-process.ts'
import { embeddedConnection } from './embedded.ts'

const KILLS = Number(process.env['KILLS'] ?? 10)
const SEED = Number(process.env['SEED'] ?? 20_261_121)
const PHONES = 4

const nextId = uuidV7Maker(Date.now, (into) => crypto.getRandomValues(into))

/** What the phones remember: sets the server said it has, and sets it was sent and never answered. */
interface Memory {
  readonly acknowledged: Map<string, number>
  readonly unanswered: Map<string, number>
}

test(
  `${KILLS} kills in the middle of logging: no acknowledged set is lost, none is doubled`,
  { timeout: 60_000 + KILLS * 30_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gg-kill-'))
    const rng = seededRng(SEED)
    const memory: Memory = { acknowledged: new Map(), unanswered: new Map() }
    let server = await startServer(folder)
    onTestFinished(async () => {
      await server.kill()
      await rm(folder, { recursive: true })
    })
    const lifter = await signUp(server)

    for (let kill = 0; kill < KILLS; kill++) {
      const phones = Array.from({ length: PHONES }, () => logSets(server, lifter, memory, rng))
      await answers(memory, 1 + Math.floor(rng() * 20))
      await sleep(rng() * 20)
      await server.kill()
      await Promise.all(phones)
      if (kill % 5 === 4) await killWhileOpening(folder, rng)
      server = await startServer(folder)
      expect(await lostSets(folder, memory), `after kill ${kill + 1}, seed ${SEED}`).toEqual([])
    }

    // The phones send again what was never answered, twice: what had arrived is recognised, what had not is taken.
    for (let i = 0; i < 2; i++) for (const [id, reps] of memory.unanswered) await log(server, lifter, { id, reps })
    const expected = [...memory.acknowledged, ...memory.unanswered].sort(([a], [b]) => a.localeCompare(b))
    const { rows } = await query(folder, 'select id::text, reps from performed_set order by id::text')
    expect(rows.map(({ id, reps }) => [id, reps])).toEqual(expected)
    expect(await setsShown(server, lifter)).toBe(expected.length)
    expect(memory.acknowledged.size).toBeGreaterThanOrEqual(KILLS)

    expect(await server.stop()).toBe(0)
  },
)

interface Lifter {
  readonly authorization: string
  readonly movementId: string
}

async function signUp({ address }: ServerProcess): Promise<Lifter> {
  const registered = await fetch(`${address}/v1/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'lifter@example.test', password: 'a long enough password', client: 'cli' }),
  })
  const { accessToken } = (await registered.json()) as { accessToken: string }
  const authorization = `Bearer ${accessToken}`
  const found = await fetch(`${address}/v1/movements?q=squat`, { headers: { authorization } })
  const { items } = (await found.json()) as { items: { id: string }[] }
  return { authorization, movementId: items[0]!.id }
}

async function logSets(server: ServerProcess, lifter: Lifter, { acknowledged, unanswered }: Memory, rng: Rng) {
  for (;;) {
    const id = nextId()
    const reps = 1 + Math.floor(rng() * 20)
    unanswered.set(id, reps)
    const status = await log(server, lifter, { id, reps }).catch(() => undefined)
    if (status === undefined) return // the server is dead
    expect(status).toBe(201)
    unanswered.delete(id)
    acknowledged.set(id, reps)
  }
}

/** Waits until the server has said yes so many more times. */
async function answers({ acknowledged }: Memory, more: number) {
  const enough = acknowledged.size + more
  while (acknowledged.size < enough) await sleep(2)
}

async function log({ address }: ServerProcess, { authorization, movementId }: Lifter, set: { id: string; reps: number }): Promise<number> {
  const reply = await fetch(`${address}/v1/sets`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ ...set, movementId, loadKg: 100, rir: 2 }),
  })
  await reply.arrayBuffer()
  return reply.status
}

async function killWhileOpening(folder: string, rng: Rng) {
  const killer = new AbortController()
  const opening = startServer(folder, {}, killer.signal).catch(() => undefined)
  await sleep(100 + rng() * 900)
  killer.abort()
  await (await opening)?.kill()
}

/** Acknowledged sets that are not in the database as they were sent. */
async function lostSets(folder: string, { acknowledged }: Memory): Promise<string[]> {
  const { rows } = await query(folder, 'select id::text, reps from performed_set')
  const kept = new Map(rows.map(({ id, reps }) => [id, reps]))
  return [...acknowledged].flatMap(([id, reps]) => (kept.get(id) === reps ? [] : [id]))
}

async function setsShown({ address }: ServerProcess, { authorization }: Lifter): Promise<number> {
  const reply = await fetch(`${address}/v1/workouts`, { headers: { authorization } })
  const { items } = (await reply.json()) as { items: { setCount: number }[] }
  return items.reduce((sum, { setCount }) => sum + setCount, 0)
}

async function query(folder: string, text: string) {
  const client = new pg.Client(await embeddedConnection(folder))
  await client.connect()
  try {
    return await client.query<{ id: string; reps: number }>(text)
  } finally {
    await client.end()
  }
}

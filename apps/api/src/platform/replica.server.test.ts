import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test as base } from 'vitest'
import { lookAtReplica } from '../modules/doctor/index.ts'
import { freePort } from '../testing/free-port.ts'
import { ask, logSet, nextId, signUp } from '../testing/machines.ts'
import { startServer } from '../testing/server-process.ts'
import { canStandBy, openStandbyPair, type StandbyPair } from '../testing/standby.ts'
import { readEnvironment } from './config.ts'
import { openPool } from './database.ts'
import { watchReplica } from './replica.ts'

const test = base.skipIf(!canStandBy)
let pair: StandbyPair

beforeAll(async () => {
  if (canStandBy) pair = await openStandbyPair()
})
afterAll(() => pair?.close())

const poolOf = (url: string) => openPool({ connection: { connectionString: url }, size: 2, connectMs: 1000 })
const quiet = { info: () => {}, warn: () => {} }
const sayTo = async (url: string, statement: string) => {
  const database = poolOf(url)
  await sql
    .raw(statement)
    .execute(database)
    .finally(() => database.destroy())
}
const pause = () => sayTo(pair.standby, 'select pg_wal_replay_pause()')
const goOn = () => sayTo(pair.standby, 'select pg_wal_replay_resume()')

test('statistics are read from the standby, what was just done from the primary, and everything from the primary when the standby dies', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gg-replica-'))
  const metricsPort = await freePort()
  const server = await startServer(folder, {
    METRICS_PORT: String(metricsPort),
    DATABASE_URL: pair.primary,
    DATABASE_READ_URL: pair.standby,
    DATABASE_READ_LAG_SECONDS: '600',
    REGISTRATION: 'open',
  })
  try {
    const lifter = await signUp(server)
    const { token, movementId } = lifter
    const readyz = async () => JSON.parse((await ask(server, 'GET', '/readyz')).text) as { replica: string }
    const best = async () => {
      const { status, text } = await ask(server, 'GET', `/v1/movements/${movementId}/progress`, { token })
      expect(status, text).toBe(200)
      return (JSON.parse(text) as { points: { reps: number }[] }).points[0]?.reps
    }
    const answeredBy = async (who: string) => {
      const numbers = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
      expect(numbers).toMatch(/^gymgenius_replica_lag_seconds [\d.]+$/m)
      return Number(new RegExp(`^gymgenius_lagging_reads_total\\{from="${who}"\\} (\\d+)$`, 'm').exec(numbers)?.[1])
    }
    await expect.poll(readyz, { timeout: 60_000 }).toMatchObject({ replica: 'up' })
    expect(await logSet(server, lifter, nextId(), 5)).toBe(201)
    await expect.poll(best, { timeout: 60_000 }).toBe(5)

    await pause()
    expect(await logSet(server, lifter, nextId(), 8)).toBe(201)
    expect(await best()).toBe(5) // as the standby knows it
    const list = await ask(server, 'GET', `/v1/sets?movementId=${movementId}`, { token })
    expect((JSON.parse(list.text) as { items: unknown[] }).items).toHaveLength(2)
    const before = [await answeredBy('replica'), await answeredBy('primary')]
    for (const path of ['/v1/report-card', '/v1/scorecard']) expect((await ask(server, 'GET', path, { token })).status).toBe(200)
    expect([await answeredBy('replica'), await answeredBy('primary')]).toEqual([before[0]! + 2, before[1]])
    // A lifter whom the standby has not heard of yet is told no by nobody.
    const { token: later } = await signUp(server)
    expect((await ask(server, 'GET', `/v1/movements/${movementId}/progress`, { token: later })).status).toBe(200)
    expect(await answeredBy('primary')).toBe(before[1]! + 1)
    expect(await readyz()).toMatchObject({ replica: 'up' })

    await pair.killStandby()
    expect(await best()).toBe(8)
    expect(await readyz()).toMatchObject({ status: 'ready', replica: 'away' })
    await pair.startStandby()
    await expect.poll(readyz, { timeout: 60_000 }).toMatchObject({ replica: 'up' })
  } finally {
    expect(await server.stop()).toBe(0)
    await rm(folder, { recursive: true })
  }
})

test('a standby that falls behind is not read until it has caught up; one that is none is never', async () => {
  const primary = poolOf(pair.primary)
  const replica = watchReplica({ primary, standby: poolOf(pair.standby), mostLagSeconds: 3, log: quiet })
  const noStandby = watchReplica({ primary, standby: poolOf(pair.primary), mostLagSeconds: 600, log: quiet })
  const isRead = () => replica.db() !== undefined
  await expect.poll(isRead, { timeout: 60_000 }).toBe(true)
  await pause()
  await sayTo(pair.primary, 'create table behind ()')
  await expect.poll(isRead, { timeout: 60_000 }).toBe(false)
  expect(replica.lagSeconds()).toBeGreaterThan(3)
  await goOn()
  await expect.poll(isRead, { timeout: 60_000 }).toBe(true)
  expect(noStandby.db()).toBeUndefined()
  await Promise.all([replica.close(), noStandby.close()])
  await primary.destroy()
})

test('doctor says how soon the standby has what the primary has, and when nothing is read there', async () => {
  const primary = poolOf(pair.primary)
  const look = async (url: string) => {
    const said: string[] = []
    const environment = readEnvironment({ DATABASE_URL: pair.primary, DATABASE_READ_URL: url, DATABASE_READ_LAG_SECONDS: '2' })
    await lookAtReplica(environment, primary, (check, verdict, says) => void said.push(`${check} ${verdict}: ${says}`))
    return said.join()
  }
  expect(await look(pair.standby)).toMatch(/^standby well: has what the primary has within \d/)
  expect(await look(pair.primary)).toMatch(/^standby advice: nothing is read there \(it is no standby\)/)
  expect(await look('postgres://postgres@127.0.0.1:1/postgres')).toMatch(/^standby advice: nothing is read there .*DATABASE_READ_URL away$/)
  await pause()
  await sayTo(pair.primary, 'create table further_behind ()')
  expect(await look(pair.standby)).toMatch(/^standby advice: is more than 2 s behind/)
  await goOn()
  await primary.destroy()
})

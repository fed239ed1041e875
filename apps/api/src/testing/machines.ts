import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { uuidV7Maker } from '@gymgenius/domain'
import pg from 'pg'
import { onServer, withDatabase } from './global-setup.ts'
import { type ServerProcess, startServer } from './server-process.ts'

/** Machines, as it were, around one database of a Postgres server: each process has a data folder of its own and the same secret. */
export interface Machines {
  readonly database: string
  start(environment?: Record<string, string>): Promise<ServerProcess>
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<pg.QueryResult<Row>>
  close(): Promise<void>
}

export const nextId = uuidV7Maker(Date.now, (into) => crypto.getRandomValues(into))

export async function openMachines(): Promise<Machines> {
  const server = process.env['TEST_DATABASE_URL']!
  const name = `gymgenius_machines_${randomBytes(6).toString('hex')}`
  const database = withDatabase(server, name)
  await onServer(server, `create database ${name}`)
  const folder = await mkdtemp(join(tmpdir(), 'gg-machines-'))
  const secret = randomBytes(32).toString('base64url')
  const started: ServerProcess[] = []
  let count = 0
  return {
    database,
    start: async (environment = {}) => {
      const data = join(folder, String(++count))
      await mkdir(data, { mode: 0o700 })
      await writeFile(join(data, 'secret'), secret, { mode: 0o600 })
      const one = await startServer(data, { DATABASE_URL: database, REGISTRATION: 'open', ...environment })
      started.push(one)
      return one
    },
    query: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) => {
      const client = new pg.Client({ connectionString: database })
      await client.connect()
      try {
        return await client.query<Row>(text, values)
      } finally {
        await client.end()
      }
    },
    close: async () => {
      await Promise.all(started.map((one) => one.kill()))
      await onServer(server, `drop database if exists ${name} with (force)`)
      await rm(folder, { recursive: true })
    },
  }
}

export interface Lifter {
  readonly token: string
  readonly movementId: string
}

export interface Heard {
  readonly status: number
  readonly text: string
}

export interface Asked {
  readonly body?: object
  readonly headers?: Record<string, string>
  readonly token?: string
}

export async function ask(one: Pick<ServerProcess, 'address'>, method: string, path: string, asked: Asked = {}): Promise<Heard> {
  const { body, headers = {}, token } = asked
  const reply = await fetch(one.address + path, {
    method,
    headers: {
      ...headers,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: reply.status, text: await reply.text() }
}

export async function signUp(one: Pick<ServerProcess, 'address'>): Promise<Lifter> {
  const account = { email: `${nextId()}@example.test`, password: 'a long enough password', client: 'cli' }
  const { accessToken: token } = JSON.parse((await ask(one, 'POST', '/v1/auth/register', { body: account })).text) as {
    accessToken: string
  }
  const found = await ask(one, 'GET', '/v1/movements?q=squat&limit=1', { token })
  return { token, movementId: (JSON.parse(found.text) as { items: { id: string }[] }).items[0]!.id }
}

/** A set sent as a phone sends it; the status, or undefined where nobody answered. */
export async function logSet(one: Pick<ServerProcess, 'address'>, { token, movementId }: Lifter, id: string, reps: number) {
  const set = { id, movementId, loadKg: 100, reps, rir: 2 }
  const heard = await ask(one, 'POST', '/v1/sets', { body: set, token }).catch(() => undefined)
  return heard?.status
}

/** Makes a movement of the lifter's own, which asks for a little work in the background. */
export async function askForWork(one: Pick<ServerProcess, 'address'>, { token }: Lifter, headers: Record<string, string> = {}) {
  const body = {
    name: `My curl ${nextId().slice(-12)}`,
    equipment: 'dumbbell',
    pattern: 'isolation',
    laterality: 'unilateral',
    loadKind: 'external',
  }
  const heard = await ask(one, 'POST', '/v1/movements', { body, token, headers })
  if (heard.status !== 201) throw new Error(heard.text)
}

/** What became of that work, oldest first. */
export async function work(machines: Pick<Machines, 'query'>): Promise<{ attempts: number; done: boolean }[]> {
  const { rows } = await machines.query<{ attempts: number; done: boolean }>(
    `select attempts, done_at is not null as done from outbox where topic = 'job:movements.embed_own' and request_id is not null order by id`,
  )
  return rows
}

export async function upload(one: Pick<ServerProcess, 'address'>, token: string, csv: string): Promise<string> {
  const form = new FormData()
  form.set('file', new Blob([csv], { type: 'text/csv' }), 'strong.csv')
  const reply = await fetch(`${one.address}/v1/imports`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form })
  return ((await reply.json()) as { id: string }).id
}

/** A history as Strong exports it: a workout a day of a hundred sets. */
export function strong(sets: number): string {
  const rows = Array.from({ length: sets }, (_, i) => {
    const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(i / 100))).toISOString().slice(0, 10)
    return `${day} 18:00:00,Day,1h,Squat (Barbell),${(i % 100) + 1},100,kg,5,0,0,,,`
  })
  return `Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Weight Unit,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n${rows.join('\n')}\n`
}

export async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(50)
}

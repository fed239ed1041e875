import type { Endpoint } from '@gymgenius/contracts'
import { sql } from 'kysely'
import type { Ctx } from '../platform/context.ts'
import { plainSchema } from './bodies.ts'
import { servedEndpoints } from './doors.ts'
import { anEvening, collectionOf } from './evening.ts'
import { uuid } from './ids.ts'
import { expect, test } from './test.ts'

const endpoints = servedEndpoints()
const concrete = ({ path }: Endpoint, id: string) => path.replaceAll('{session}', '1').replaceAll(/\{\w+\}/g, id)
const shapeOf = ({ path }: Endpoint) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)

test('B19 whatever address is asked in a way that it does not know says 405, and which ways it knows', async ({ api }) => {
  let asked = 0
  for (const endpoint of endpoints) {
    const url = concrete(endpoint, uuid(1))
    const known = endpoints.filter((other) => shapeOf(other).test(url)).map(({ method }) => method as string)
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'].filter((one) => !known.includes(one))) {
      const reply = await api.raw({ method: method as 'GET', url })
      expect([reply.statusCode, reply.json().code], `${method} ${url}`).toEqual([405, 'request.method_not_allowed'])
      expect(String(reply.headers.allow).split(', '), `${method} ${url}`).toContain(endpoint.method)
      asked++
    }
  }
  expect(asked).toBeGreaterThan(endpoints.length)
})

/** Where an object lets in what nobody named. */
function openPlaces(schema: unknown, at: string): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { properties, additionalProperties } = schema as { properties?: object; additionalProperties?: unknown }
  const isOpen = properties !== undefined && additionalProperties !== false
  return [...(isOpen ? [at] : []), ...Object.entries(schema).flatMap(([key, inner]) => openPlaces(inner, `${at}/${key}`))]
}

test('B16 B63 no address takes a field, or a word of a query, that it does not name', () => {
  for (const { name, params, query, body, form } of endpoints)
    for (const schema of [params, query, body, form]) if (schema !== undefined) expect(openPlaces(plainSchema(schema), name)).toEqual([])
})

/** A print of every table but the log of who looked. */
async function prints(ctx: Ctx): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'audit_entry'`.execute(
    ctx.db,
  )
  const found: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{
      print: string
    }>`select md5(string_agg(t::text, '' order by t::text)) as print from ${sql.table(name)} t`.execute(ctx.db)
    found[name] = rows[0]!.print
  }
  return found
}

test('looking changes nothing: after every address was read, every table but the log of who looked is as it was', async ({ api, ctx }) => {
  const evening = await anEvening((request) => api.raw({ ...request, headers: { ...request.headers, 'x-test-athlete': api.athleteId } }))
  const looks = endpoints.filter(({ method, access }) => method === 'GET' && access !== 'admin')
  const before = await prints(ctx)
  let found = 0
  for (const endpoint of looks) {
    const reply = await api.get(concrete(endpoint, evening[collectionOf(endpoint.path) ?? ''] ?? uuid(0xdead)))
    if (reply.statusCode === 200) found++
  }
  expect(await prints(ctx)).toEqual(before)
  expect(found).toBeGreaterThan(looks.length / 2)
})

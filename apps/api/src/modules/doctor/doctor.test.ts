import type { Finding } from '@gymgenius/contracts'
import { expect } from 'vitest'
import { type SignedInHere, test } from '../../testing/front-door.ts'

interface Examined {
  readonly items: readonly Finding[]
}

test('an admin is told what is wrong with the server and how to mend it; a lifter is not', async ({ door }) => {
  const { accessToken: token } = (await door.register('owner@example.test')).json<SignedInHere>()
  const ann = await door.lifter('ann@example.test')
  const told = (await door.ask('GET', '/v1/doctor', { token })).json<Examined>().items
  const of = (check: string) => told.find((finding) => finding.check === check)
  expect(of('backup')).toEqual({
    check: 'backup',
    verdict: 'advice',
    says: expect.stringContaining('gymgenius backup makes one') as string,
  })
  expect(of('database')).toMatchObject({ verdict: 'well', says: expect.stringContaining('Postgres') as string })
  expect(of('pictures')).toMatchObject({ verdict: 'well' })
  expect(of('port')).toBeUndefined() // it answers, or nobody would read this
  expect((await door.ask('GET', '/v1/doctor', { token: ann.accessToken })).json()).toMatchObject({ code: 'auth.forbidden' })
})

test('looking asks who is there, when that was not shown for a while, and is not asked for without end', async ({ ctx, door }) => {
  const { accessToken: token } = (await door.register('owner@example.test')).json<SignedInHere>()
  const look = () => door.ask('GET', '/v1/doctor', { token })
  for (let times = 0; times < 6; times++) expect((await look()).statusCode).toBe(200)
  expect((await look()).json()).toMatchObject({ status: 429, code: 'request.too_many' })
  ctx.clock.advance(6 * 60_000)
  expect((await look()).json()).toMatchObject({ status: 403, code: 'auth.proof_required' })
})

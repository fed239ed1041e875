import { expect } from 'vitest'
import { deliverDue } from '../../platform/queue.ts'
import { rooms } from '../../rooms.ts'
import { type Door, type SignedInHere, test } from '../../testing/front-door.ts'

const appoint = (door: Door, by: SignedInHere, whom: SignedInHere, role: string) =>
  door.ask('PATCH', `/v1/accounts/${whom.account.id}`, { token: by.accessToken, body: { role } })
const owner = async (door: Door) => (await door.register('owner@example.test')).json<SignedInHere>()

test('a super admin appoints anybody; an admin makes trainers, and neither admins nor super admins', async ({ ctx, door }) => {
  const [boss, ann, bob] = [await owner(door), await door.lifter('ann@example.test'), await door.lifter('bob@example.test')]
  expect((await appoint(door, boss, ann, 'admin')).json()).toMatchObject({ email: 'ann@example.test', role: 'admin' })
  ctx.clock.advance(2000)
  expect((await appoint(door, ann, bob, 'trainer')).statusCode).toBe(200)
  for (const [whom, role] of [
    [bob, 'admin'],
    [bob, 'super_admin'],
    [ann, 'super_admin'],
    [ann, 'athlete'],
    [boss, 'athlete'],
  ] as const) {
    expect((await appoint(door, ann, whom, role)).json()).toMatchObject({ status: 403, code: 'accounts.may_not_appoint' })
  }
  expect((await appoint(door, bob, bob, 'admin')).json()).toMatchObject({ code: 'auth.forbidden' })
  const list = await door.ask('GET', '/v1/accounts?role=trainer', { token: ann.accessToken })
  expect(list.json()).toMatchObject({ items: [{ email: 'bob@example.test', role: 'trainer' }] })
})

test('an admin finds an account by a part of its address, and an underscore is only itself', async ({ door }) => {
  const boss = await owner(door)
  for (const name of ['ann_lee', 'annXlee', 'bob']) await door.lifter(`${name}@example.test`)
  const found = async (part: string) =>
    (await door.ask('GET', `/v1/accounts?q=${encodeURIComponent(part)}`, { token: boss.accessToken }))
      .json<{ items: { email: string }[] }>()
      .items.map(({ email }) => email)
  expect(await found(' ANN')).toEqual(['annxlee@example.test', 'ann_lee@example.test'])
  expect(await found('n_l')).toEqual(['ann_lee@example.test'])
  expect(await found('%')).toEqual([])
  expect(await found('')).toHaveLength(4)
})

test('B64 the last super admin stays one, and may go when there is another', async ({ ctx, door }) => {
  const [boss, ann] = [await owner(door), await door.lifter('ann@example.test')]
  expect((await appoint(door, boss, boss, 'athlete')).json()).toMatchObject({ status: 409, code: 'accounts.last_super_admin' })
  const erasing = () => door.ask('POST', '/v1/me/erasure', { token: boss.accessToken })
  expect((await erasing()).json()).toMatchObject({ status: 409, code: 'accounts.last_super_admin' })
  expect((await appoint(door, boss, ann, 'super_admin')).statusCode).toBe(200)
  expect((await appoint(door, boss, boss, 'athlete')).statusCode).toBe(200)
  ctx.clock.advance(2000)
  expect((await appoint(door, boss, ann, 'athlete')).statusCode).toBe(403)
})

test('appointing asks who is there, when that was not shown for a while', async ({ ctx, door }) => {
  const [boss, ann] = [await owner(door), await door.lifter('ann@example.test')]
  ctx.clock.advance(6 * 60_000)
  expect((await appoint(door, boss, ann, 'trainer')).json()).toMatchObject({ status: 403, code: 'auth.proof_required' })
})

test('two super admins who depose each other at once leave one', async ({ crowdedDoor: door }) => {
  const [boss, ann] = [await owner(door), await door.lifter('ann@example.test')]
  await appoint(door, boss, ann, 'super_admin')
  await new Promise((resolve) => setImmediate(resolve))
  const replies = await Promise.all([appoint(door, boss, boss, 'athlete'), appoint(door, boss, ann, 'athlete')])
  expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, expect.any(Number)])
  const left = await door.ask('GET', '/v1/me', { token: ann.accessToken })
  const right = await door.ask('GET', '/v1/me', { token: boss.accessToken })
  expect([left, right].filter((reply) => reply.json<{ role: string }>().role === 'super_admin')).toHaveLength(1)
})

test('an admin signs a lifter out everywhere, who is told; not another admin, and not without showing who they are', async ({
  ctx,
  door,
}) => {
  const [boss, ann, bob] = [await owner(door), await door.lifter('ann@example.test'), await door.lifter('bob@example.test')]
  const signOut = (by: SignedInHere, whom: SignedInHere) =>
    door.ask('DELETE', `/v1/accounts/${whom.account.id}/sessions`, { token: by.accessToken })
  expect((await appoint(door, boss, ann, 'admin')).statusCode).toBe(200)
  ctx.clock.advance(2000)
  const again = (await door.logIn('bob@example.test')).json<SignedInHere>()
  expect((await signOut(bob, ann)).json()).toMatchObject({ code: 'auth.forbidden' })
  expect((await signOut(ann, boss)).json()).toMatchObject({ code: 'accounts.may_not_appoint' })
  expect((await signOut(ann, bob)).statusCode).toBe(204)
  for (const device of [bob, again]) {
    expect((await door.ask('GET', '/v1/me', { token: device.accessToken })).json()).toMatchObject({ code: 'auth.session_ended' })
    expect((await door.refresh(device.refreshToken)).json()).toMatchObject({ code: 'auth.session_ended' })
  }
  expect((await door.ask('GET', '/v1/me', { token: ann.accessToken })).statusCode).toBe(200)
  await deliverDue(ctx, { rooms, rng: () => 0.5 })
  expect(ctx.mailer.mails.map(({ to, subject }) => [to, subject])).toEqual([
    ['bob@example.test', 'Your GymGenius account was signed out everywhere'],
  ])
  const { accessToken: token } = (await door.logIn('bob@example.test')).json<SignedInHere>()
  expect((await door.ask('GET', '/v1/me/audit', { token })).json<{ items: object[] }>().items).toContainEqual(
    expect.objectContaining({ act: 'accounts.devices_ended', as: 'admin', facts: { devices: 2 } }),
  )
  ctx.clock.advance(6 * 60_000)
  expect((await signOut(ann, bob)).json()).toMatchObject({ code: 'auth.proof_required' })
})

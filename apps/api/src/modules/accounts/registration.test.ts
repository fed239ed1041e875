import { mountRooms, test as base, expect } from '../../testing/test.ts'
import { authenticate } from './index.ts'

const test = base.extend('front', async ({ ctx }) => (await mountRooms(ctx, authenticate)).http)

test('a lifter registers, signs in again, and is known by the token', async ({ front }) => {
  const email = 'ann@example.test'
  const password = 'correct horse battery'
  const registered = await front.inject({ method: 'POST', url: '/v1/auth/register', payload: { email, password, client: 'cli' } })
  expect(registered.statusCode).toBe(201)
  expect(registered.json()).toMatchObject({ account: { email, role: 'super_admin' } })
  const signedIn = await front.inject({ method: 'POST', url: '/v1/login', payload: { email: ' Ann@Example.test ', password } })
  expect(signedIn.statusCode).toBe(200)
  const { accessToken } = signedIn.json<{ accessToken: string }>()
  const me = await front.inject({ url: '/v1/me', headers: { authorization: `Bearer ${accessToken}` } })
  expect(me.json()).toEqual(registered.json<{ account: object }>().account)
})

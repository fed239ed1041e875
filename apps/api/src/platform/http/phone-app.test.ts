import { PASSWORD, type SignedInHere, test } from '../../testing/front-door.ts'
import { expect } from '../../testing/test.ts'

const apps = ['https://localhost', 'capacitor://localhost']

test.for(apps)('the phone app at %s may ask what a page of ours may, and never with a cookie', async (origin, { door }) => {
  const asks = { origin, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'authorization,content-type' }
  const leave = await door.ask('OPTIONS', '/v1/settings', { headers: asks })
  expect(leave.statusCode).toBe(204)
  expect(leave.body).toBe('')
  expect(leave.headers).toMatchObject({ 'access-control-allow-origin': origin, vary: 'origin' })
  expect(leave.headers['access-control-allow-methods']).toContain('PUT')
  for (const name of ['authorization', 'content-type', 'idempotency-key', 'x-gymgenius-client'])
    expect(leave.headers['access-control-allow-headers']).toContain(name)
  expect(leave.headers).not.toHaveProperty('access-control-allow-credentials')

  const said = await door.ask('GET', '/v1/server', { headers: { origin } })
  expect(said.headers).toMatchObject({ 'access-control-allow-origin': origin })
  expect(said.headers).not.toHaveProperty('access-control-allow-credentials')
  expect(said.json()).toMatchObject({ product: 'GymGenius' })
})

test('a refusal can be read by the phone app too', async ({ door }) => {
  const refused = await door.ask('GET', '/v1/me', { headers: { origin: 'https://localhost' } })
  expect(refused.json()).toMatchObject({ status: 401 })
  expect(refused.headers['access-control-allow-origin']).toBe('https://localhost')
})

const others = [
  'http://localhost',
  'https://localhost:8443',
  'https://evil.example',
  'capacitor://evil',
  'null',
  'https://localhost.evil.example',
]
test.for(others)('a page of %s may read nothing', async (origin, { door }) => {
  const headers = { origin, 'access-control-request-method': 'GET' }
  const leave = await door.ask('OPTIONS', '/v1/server', { headers })
  expect(leave.statusCode).toBe(405)
  expect(leave.headers).not.toHaveProperty('access-control-allow-origin')
  expect((await door.ask('GET', '/v1/server', { headers })).headers).not.toHaveProperty('access-control-allow-origin')
})

test('what is not the API is let out to nobody', async ({ door }) => {
  const headers = { origin: 'https://localhost' }
  expect((await door.ask('GET', '/healthz', { headers })).headers).not.toHaveProperty('access-control-allow-origin')
})

test('the phone app signs in, is renewed and signs out by tokens in bodies alone', async ({ door }) => {
  await door.lifter('ann@example.test')
  const headers = { origin: 'https://localhost' }
  const first = await door.ask('POST', '/v1/auth/login', {
    headers,
    body: { email: 'ann@example.test', password: PASSWORD, client: 'native' },
  })
  expect(first.cookies).toEqual([])
  const { refreshToken } = first.json<SignedInHere>()
  const second = await door.ask('POST', '/v1/auth/refresh', { headers, body: { refreshToken } })
  expect(second.cookies).toEqual([])
  const next = second.json<SignedInHere>()
  expect(next.refreshToken).not.toBe(refreshToken)
  expect((await door.ask('GET', '/v1/me', { headers, token: next.accessToken })).statusCode).toBe(200)
  expect((await door.ask('POST', '/v1/auth/logout', { headers, body: { refreshToken: next.refreshToken } })).statusCode).toBe(204)
})

test('a browser’s cookie gets the phone app’s pages nothing', async ({ door }) => {
  await door.lifter('ann@example.test')
  const { cookies } = await door.logIn('ann@example.test', { client: 'browser' })
  const reply = await door.ask('POST', '/v1/auth/refresh', {
    cookie: cookies[0]!.value,
    headers: { origin: 'capacitor://localhost', host: 'gym.example' },
  })
  expect(reply.json()).toMatchObject({ status: 403, code: 'auth.csrf' })
})

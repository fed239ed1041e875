import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { carefulFetch, openIdProvider } from './openid-provider.ts'

const issuer = new URL('https://login.gym.example/realm/')
const ask = (address: string) => carefulFetch(issuer)(address, { method: 'GET', headers: {}, body: undefined, redirect: 'manual' })

test.for([
  'http://169.254.169.254/latest/meta-data',
  'https://169.254.169.254/token',
  'https://127.0.0.1:8443/token',
  'https://[::1]/token',
  'https://[fd00::1]/token',
  'https://localhost/token',
  'https://router.lan/token',
  'https://postgres.internal/token',
  'https://redis/token',
  'http://login.gym.example/realm/token',
  'http://oauth2.gym.example/token',
])('an issuer does not send the server to %s', async (address) => {
  await expect(ask(address)).rejects.toMatchObject({ code: 'auth.provider_away' })
})

/** A server that says of itself what `described` makes of its own address. */
async function anIssuer(described: (self: string) => { status?: number; headers?: Record<string, string>; body: string }) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const { status = 200, headers = {}, body } = described(self)
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const self = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const port = openIdProvider({ id: 'home', name: 'Home', issuer: self, clientId: 'gymgenius', clientSecret: 'secret', now: Date.now })
  return { port, asked, close: () => new Promise((resolve) => server.close(resolve)) }
}

const question = { returnTo: 'http://localhost:4000/sign-in', state: 's', nonce: 'n', verifier: 'v'.repeat(43), asksAnew: false }

test.for([
  ['is another than was named', () => ({ body: JSON.stringify({ issuer: 'https://evil.example/' }) })],
  ['sends on elsewhere', (self: string) => ({ status: 302, headers: { location: `${self}elsewhere` }, body: '' })],
  ['says something else', () => ({ body: '<html>' })],
  ['answers without end', (self: string) => ({ body: JSON.stringify({ issuer: self, padding: 'x'.repeat(1_100_000) }) })],
] as const)('an issuer that %s is asked nothing more', async ([, described]) => {
  const { port, asked, close } = await anIssuer(described)
  await expect(port.addressOf(question)).rejects.toMatchObject({ code: 'auth.provider_away' })
  await expect(port.addressOf(question)).rejects.toMatchObject({ code: 'auth.provider_away' })
  expect(asked).toEqual(['/.well-known/openid-configuration', '/.well-known/openid-configuration'])
  await close()
})

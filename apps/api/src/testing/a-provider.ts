import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** Somebody whom the provider knows by the name they type in there. */
export interface Known {
  readonly email?: string
  readonly isConfirmed?: boolean
}

export interface RunningProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Whom it knows. */
  readonly people: Record<string, Known>
  /** Every path that was asked of it. */
  readonly asked: string[]
  close(): Promise<void>
}

const CLIENT = { clientId: 'gymgenius', clientSecret: 'a secret that only the two of us know' }

/** A real provider of OpenID Connect on this machine. Its page asks for a name and believes it. */
export async function aProvider(returnTo: string): Promise<RunningProvider> {
  const people: Record<string, Known> = {}
  const asked: string[] = []
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      { client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [returnTo], grant_types: ['authorization_code'] },
    ],
    cookies: { keys: ['for this test only'] },
    jwks: { keys: [generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })] },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, email: people[accountId]?.email, email_verified: people[accountId]?.isConfirmed ?? true }),
    }),
    // Whoever is here has agreed.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', issuer)
    asked.push(url.pathname)
    if (!url.pathname.startsWith('/interaction/')) return void answer(request, response)
    const name = url.searchParams.get('name')
    if (name === null) return void response.setHeader('content-type', 'text/html').end(page)
    const result = name === '' ? { error: 'access_denied' } : { login: { accountId: name } }
    void provider.interactionFinished(request, response, result)
  })
  return {
    ...CLIENT,
    issuer,
    people,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

const page = `<!doctype html><html lang="en"><title>Home login</title><main><h1>Home login</h1>
<form><label>Name <input name="name"></label><button>Let me in</button></form><form><input type="hidden" name="name" value=""><button>Refuse</button></form></main></html>`

/** Walks through the provider as a browser would, with cookies of its own; the address that it is sent back to. */
export function aBrowser() {
  const cookies = new Map<string, string>()
  return async (address: string, name: string): Promise<URL> => {
    let next = new URL(address)
    for (let step = 0; step < 10; step++) {
      const asks = next.pathname.startsWith('/interaction/')
      if (asks) next.searchParams.set('name', name)
      const reply = await fetch(next, { redirect: 'manual', headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') } })
      for (const cookie of reply.headers.getSetCookie()) {
        const [, key, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
        if (value === '') cookies.delete(key!)
        else cookies.set(key!, value!)
      }
      const location = reply.headers.get('location')
      if (location === null) throw new Error(`the provider answered ${reply.status}: ${await reply.text()}`)
      const origin = next.origin
      next = new URL(location, next)
      if (next.origin !== origin) return next
    }
    throw new Error('the provider sends round in circles')
  }
}

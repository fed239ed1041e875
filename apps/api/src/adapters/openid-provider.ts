import { isIP } from 'node:net'
import { Problem } from '@gymgenius/contracts'
import { MINUTE_MS } from '@gymgenius/domain'
import * as openid from 'openid-client'
import type { ProviderPort, ProviderQuestion, Vouched } from '../platform/ports/provider.ts'
import type { NamedProvider } from '../platform/providers.ts'

const PATIENCE_S = 10
const MOST_BYTES = 1_000_000
/** What was asked to be shown anew was shown within this time. */
const ANEW_S = 60
/** An issuer may change its keys and addresses. */
const KNOWN_MS = 60 * MINUTE_MS
const MOST_SUBJECT = 255

export interface OpenIdProviderOptions extends NamedProvider {
  readonly now: () => number
}

/** A provider of OpenID Connect: authorization code with PKCE, state and nonce; the signature of the id token is checked too. */
export function openIdProvider({ id, name, issuer, clientId, clientSecret, now }: OpenIdProviderOptions): ProviderPort {
  let known: { readonly until: number; readonly configuration: Promise<openid.Configuration> } | undefined

  /** What the issuer says of itself, asked once an hour; one that did not answer is asked again. */
  async function configuration(): Promise<openid.Configuration> {
    if (known === undefined || now() >= known.until) known = { until: now() + KNOWN_MS, configuration: discover() }
    const asked = known
    return asked.configuration.catch((error: unknown) => {
      if (known === asked) known = undefined
      throw away(error)
    })
  }

  const discover = () =>
    openid.discovery(new URL(issuer), clientId, undefined, secretShown(clientSecret), {
      timeout: PATIENCE_S,
      [openid.customFetch]: carefulFetch(new URL(issuer)),
      execute: [openid.enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [openid.allowInsecureRequests] : [])],
    })

  return {
    id,
    name,
    issuer,
    addressOf: async ({ returnTo, state, nonce, verifier, asksAnew }) => {
      const address = openid.buildAuthorizationUrl(await configuration(), {
        redirect_uri: returnTo,
        scope: 'openid email',
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(asksAnew ? { prompt: 'login', max_age: '0' } : {}),
      })
      return address.href
    },
    whoIs: async (question, cameBackTo, withEmail) => {
      const provider = await configuration()
      return vouched(provider, question, cameBackTo, withEmail).catch((error: unknown) => {
        throw refusalOf(error)
      })
    },
    check: async () => void (await discover()),
  }
}

/** As the standard shows it, and in the body where the provider takes it there only. */
function secretShown(secret: string): openid.ClientAuth {
  const [basic, post] = [openid.ClientSecretBasic(secret), openid.ClientSecretPost(secret)]
  return (provider, ...rest) =>
    provider.token_endpoint_auth_methods_supported?.includes('client_secret_basic') === false
      ? post(provider, ...rest)
      : basic(provider, ...rest)
}

async function vouched(provider: openid.Configuration, question: ProviderQuestion, cameBackTo: URL, withEmail: boolean): Promise<Vouched> {
  const tokens = await openid.authorizationCodeGrant(provider, cameBackTo, {
    expectedState: question.state,
    expectedNonce: question.nonce,
    pkceCodeVerifier: question.verifier,
    idTokenExpected: true,
    ...(question.asksAnew ? { maxAge: ANEW_S } : {}),
  })
  const claims = tokens.claims()
  if (claims === undefined || claims.sub.length > MOST_SUBJECT) throw new Problem('auth.provider_answer')
  const isTold = claims['email'] !== undefined || !withEmail || provider.serverMetadata().userinfo_endpoint === undefined
  const told = isTold ? claims : await openid.fetchUserInfo(provider, tokens.access_token, claims.sub)
  const { email, email_verified: isConfirmed } = told
  return { subject: claims.sub, email: typeof email === 'string' && isConfirmed === true ? email : undefined }
}

/** Our words for what the library throws. Whatever is wrong with an answer is answered alike. */
function refusalOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof openid.AuthorizationResponseError) return new Problem('auth.provider_denied', {}, { cause: error })
  if (error instanceof openid.ResponseBodyError && error.error === 'invalid_grant')
    return new Problem('auth.provider_answer', {}, { cause: error })
  if (error instanceof openid.ResponseBodyError || error instanceof openid.WWWAuthenticateChallengeError || isSilence(error))
    return away(error)
  return new Problem('auth.provider_answer', {}, { cause: error })
}

const away = (error: unknown) => (error instanceof Problem ? error : new Problem('auth.provider_away', {}, { cause: error }))

/** Nothing came, or something that no provider says. */
function isSilence(error: unknown): boolean {
  const code = error instanceof openid.ClientError ? error.code : undefined
  return code === undefined ? error instanceof TypeError || error instanceof DOMException : SILENT.includes(code)
}
const SILENT = ['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_PARSE_ERROR']

/**
 * Asks the issuer, and the addresses that it names as its own; nothing that a caller sends says where. On another host than the issuer's they
 * must be public ones by name and https, so that no issuer sends us into our own network. Redirects are not followed.
 */
export const carefulFetch =
  (issuer: URL): openid.CustomFetch =>
  async (address, options) => {
    const asked = new URL(address)
    if (asked.origin !== issuer.origin && !(asked.protocol === 'https:' && isPublicName(asked.hostname)))
      throw new Problem(
        'auth.provider_away',
        {},
        { cause: new Error(`${issuer.href} names an address that is not asked: ${asked.origin}`) },
      )
    const reply = await fetch(asked, { ...options, redirect: 'manual' } as RequestInit)
    const { status, headers } = reply
    return new Response(await bodyOf(reply), { status, headers })
  }

const INSIDE = /(^|\.)(localhost|local|internal|lan|home|corp|home\.arpa)$/i
const isPublicName = (hostname: string) => isIP(hostname.replace(/^\[|\]$/g, '')) === 0 && hostname.includes('.') && !INSIDE.test(hostname)

async function bodyOf(reply: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  if (reply.body === null) return null
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of reply.body as ReadableStream<Uint8Array>) {
    size += piece.byteLength
    if (size > MOST_BYTES) throw new Problem('auth.provider_away', {}, { cause: new Error('The provider answered without end') })
    pieces.push(piece)
  }
  return new Uint8Array(Buffer.concat(pieces))
}

import type { InjectOptions } from 'fastify'
import { authenticate, openAccount } from '../modules/accounts/index.ts'
import type { Ctx } from '../platform/context.ts'
import { mountRooms, test as base } from './test.ts'

export const PASSWORD = 'correct horse battery'

/** What somebody outside can say: to the real door, with real tokens. */
export interface Ask {
  readonly body?: object
  /** An access token. */
  readonly token?: string | undefined
  /** A refresh token, as a browser sends it from our app. */
  readonly cookie?: string | undefined
  readonly headers?: Record<string, string>
  /** The address the call comes from. */
  readonly from?: string
}

export interface SignedInHere {
  readonly accessToken: string
  readonly accessTokenExpiresAt: string
  readonly refreshToken: string
  readonly account: { readonly id: string; readonly email: string; readonly role: string }
}

export type Door = Awaited<ReturnType<typeof openDoor>>

/** The whole API behind its real lock. */
export async function openDoor(ctx: Ctx, log?: Parameters<typeof mountRooms>[2]) {
  const { http, served } = await mountRooms(ctx, authenticate, log)
  const ask = (method: NonNullable<InjectOptions['method']>, url: string, { body, token, cookie, headers, from }: Ask = {}) =>
    http.inject({
      method,
      url,
      remoteAddress: from ?? '192.0.2.1',
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(cookie === undefined ? {} : { cookie: `gymgenius_refresh=${cookie}`, 'x-gymgenius-client': 'web' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body }),
    })
  const said = async (asked: ReturnType<typeof ask>) => (await asked).json<SignedInHere>()
  return {
    http,
    served,
    ask,
    register: (email: string, body: object = {}) =>
      ask('POST', '/v1/auth/register', { body: { email, password: PASSWORD, client: 'native', ...body } }),
    logIn: (email: string, body: object = {}, from?: string) =>
      ask('POST', '/v1/auth/login', {
        body: { email, password: PASSWORD, client: 'native', ...body },
        ...(from === undefined ? {} : { from }),
      }),
    refresh: (refreshToken: string) => ask('POST', '/v1/auth/refresh', { body: { refreshToken } }),
    /** A lifter with an account, signed in on a phone. */
    lifter: async (email: string) => {
      await openAccount(ctx, { email, password: PASSWORD })
      return said(ask('POST', '/v1/auth/login', { body: { email, password: PASSWORD, client: 'native' } }))
    },
  }
}

/** `test` at the front door: `door` in the undone world of one test, `crowdedDoor` in a database of its own with many connections. */
export const test = base.extend('door', ({ ctx }) => openDoor(ctx)).extend('crowdedDoor', ({ crowded }) => openDoor(crowded))

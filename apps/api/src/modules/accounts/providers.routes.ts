import * as contract from '@gymgenius/contracts'
import { clearSecretCookie, secretCookie, setSecretCookie } from '../../platform/http/cookies.ts'
import type { Call } from '../../platform/http.ts'
import { type App, type FastifyRequest, serve } from '../../platform/http.ts'
import { originOf, refuseForeignCalls } from '../../platform/http/origin.ts'
import type { Ctx } from '../../platform/context.ts'
import { languageOf } from './mail-texts.ts'
import { type Begun, GOOD_MINUTES } from './provider-flow.ts'
import * as links from './provider-links.service.ts'
import { beginByProvider, type CameBack, signInByProvider } from './provider-sign-in.service.ts'
import { handOver } from './refresh-cookie.routes.ts'

type AnyCall = Pick<Call<'public', undefined, undefined, object>, 'ctx' | 'request' | 'reply'>

const COOKIE = { name: 'gymgenius_provider', path: '/v1/auth' } as const
/** The page of the app that providers send browsers back to; it is told to them beforehand. */
const RETURN_PAGE = '/sign-in'

/** A provider is asked between units: none waits for it. */
export function providerRoutes(app: App) {
  const own = { unit: 'own' } as const
  serve(app, contract.beginProvider, async (call) => sendAway(call, await beginByProvider(call.ctx, call.body, placeOf(call))), own)
  serve(
    app,
    contract.providerSignIn,
    async (call) => {
      const { isNew, ...admission } = await signInByProvider(call.ctx, cameBack(call, call.body), call.body.deviceName)
      return { ...handOver(call, admission), isNew }
    },
    own,
  )
  serve(app, contract.listProviderLinks, ({ ctx, actor }) => links.providerLinks(ctx, actor))
  serve(
    app,
    contract.beginProviderLink,
    async (call) => sendAway(call, await links.beginLink(call.ctx, call.actor, call.body.provider, placeOf(call))),
    own,
  )
  serve(
    app,
    contract.linkProvider,
    (call) => links.keepLinkWith(call.ctx, call.actor, cameBack(call, call.body), languageOf(call.request.headers['accept-language'])),
    own,
  )
  serve(app, contract.unlinkProvider, ({ ctx, actor, params }) => links.unlink(ctx, actor, params.id))
  serve(
    app,
    contract.beginProviderProof,
    async (call) => sendAway(call, await links.beginProof(call.ctx, call.actor, call.body, placeOf(call))),
    own,
  )
  serve(app, contract.proveByProvider, (call) => links.proveBack(call.ctx, call.actor, cameBack(call, call.body)), own)
}

function sendAway({ ctx, request, reply }: AnyCall, { address, flow }: Begun) {
  setSecretCookie(ctx.config.environment, request, reply, COOKIE, flow, GOOD_MINUTES * 60)
  return { address }
}

/** The cookie that a browser was sent away with goes in any case: an answer is shown once. */
function cameBack(call: AnyCall, { answer }: { readonly answer: string }): CameBack {
  const { ctx, request, reply } = call
  const { environment } = ctx.config
  const flow = secretCookie(environment, request, COOKIE)
  if (flow !== undefined) refuseForeignCalls(environment, request)
  clearSecretCookie(environment, request, reply, COOKIE)
  return { answer, flow, ...placeOf(call) }
}

const placeOf = ({ ctx, request }: { readonly ctx: Ctx; readonly request: FastifyRequest }) => ({
  address: request.ip,
  returnTo: `${originOf(ctx.config.environment, request)}${RETURN_PAGE}`,
})

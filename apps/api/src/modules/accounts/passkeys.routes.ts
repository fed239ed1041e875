import * as contract from '@gymgenius/contracts'
import type { Ctx } from '../../platform/context.ts'
import { type App, type FastifyRequest, serve } from '../../platform/http.ts'
import { originOf } from '../../platform/http/origin.ts'
import { languageOf } from './mail-texts.ts'
import type { Site } from './passkey-challenges.ts'
import * as service from './passkeys.service.ts'
import { handOver } from './refresh-cookie.routes.ts'

/** What checks an answer takes its time, and what it allows is one unit: most open theirs themselves. */
export function passkeyRoutes(app: App) {
  const own = { unit: 'own' } as const
  serve(app, contract.listPasskeys, ({ ctx, actor }) => service.passkeys(ctx, actor))
  serve(app, contract.beginPasskey, ({ ctx, actor, request }) => service.beginPasskey(ctx, actor, siteOf(ctx, request)))
  serve(
    app,
    contract.addPasskey,
    ({ ctx, actor, body, request }) =>
      service.keepPasskey(ctx, actor, body, { site: siteOf(ctx, request), language: languageOf(request.headers['accept-language']) }),
    own,
  )
  serve(app, contract.renamePasskey, ({ ctx, actor, params, body }) => service.renamePasskey(ctx, actor, params.id, body.name))
  serve(app, contract.deletePasskey, ({ ctx, actor, params }) => service.deletePasskey(ctx, actor, params.id))
  serve(app, contract.askForPasskey, ({ ctx, request }) => service.askForPasskey(ctx, siteOf(ctx, request)), own)
  serve(
    app,
    contract.passkeySignIn,
    async (call) => {
      const { ctx, body, request } = call
      return handOver(call, await service.signInByPasskey(ctx, body, siteOf(ctx, request), request.ip))
    },
    own,
  )
  serve(
    app,
    contract.proveByPasskey,
    ({ ctx, actor, body, request }) => service.proveByPasskey(ctx, actor, body, siteOf(ctx, request), request.ip),
    own,
  )
}

/** A passkey is bound to this name by the browser that made it: a forged host gains nothing that anybody could sign for. */
function siteOf({ config }: Ctx, request: FastifyRequest): Site {
  const origin = originOf(config.environment, request)
  return { origin, rpId: URL.parse(origin)?.hostname ?? 'localhost' }
}

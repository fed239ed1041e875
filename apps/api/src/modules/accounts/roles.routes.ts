import { changeRole, endSessionsOf, listAccounts } from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import { languageOf } from './mail-texts.ts'
import { appoint, listEveryAccount, signOutEverywhere } from './roles.service.ts'

/** Accounts of others are read and changed as the system, after the edge has let an admin in. */
export function roleRoutes(app: App) {
  const own = { unit: 'own' } as const
  serve(app, listAccounts, ({ ctx, actor, query }) => listEveryAccount(ctx, actor, query), own)
  serve(app, changeRole, ({ ctx, actor, params, body }) => appoint(ctx, actor, params.id, body.role), own)
  serve(
    app,
    endSessionsOf,
    ({ ctx, actor, params, request }) => signOutEverywhere(ctx, actor, params.id, languageOf(request.headers['accept-language'])),
    own,
  )
}

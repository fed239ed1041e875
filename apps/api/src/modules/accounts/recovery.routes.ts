import { changeEmail, confirmEmail, forgotPassword, resetPassword } from '@gymgenius/contracts'
import { type App, type FastifyRequest, serve } from '../../platform/http.ts'
import { languageOf } from './mail-texts.ts'
import { askForEmail, confirmNewEmail, type From, mailReset, resetByLink } from './recovery.service.ts'

/** Ways back in by mail. They open their units themselves: an answer must not wait longer where somebody is known. */
export function recoveryRoutes(app: App) {
  const own = { unit: 'own' } as const
  serve(app, forgotPassword, ({ ctx, body, request }) => mailReset(ctx, body, fromOf(request)), own)
  serve(app, resetPassword, ({ ctx, body, request }) => resetByLink(ctx, body, fromOf(request)), own)
  serve(app, changeEmail, ({ ctx, actor, body, request }) => askForEmail(ctx, actor, body, fromOf(request)))
  serve(app, confirmEmail, ({ ctx, body, request }) => confirmNewEmail(ctx, body, fromOf(request)), own)
}

export const fromOf = ({ ip, headers }: FastifyRequest): From => ({ address: ip, language: languageOf(headers['accept-language']) })

import { z } from 'zod'
import { emailAddress, newPassword } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { nothing } from './scalars.ts'

/** What stands behind the # of a link that was mailed. */
const mailedToken = z.string().max(100)

export const forgotPassword = endpoint({
  name: 'accounts.forgot_password',
  method: 'POST',
  path: '/v1/auth/password/forgotten',
  summary: 'Mail a link with which a forgotten password becomes a new one. Answered alike whether the address is known here or not',
  access: 'public',
  body: z.strictObject({ email: emailAddress }),
  reply: nothing,
  status: 204,
  problems: ['auth.no_mail', 'auth.too_many_attempts'],
})

export const resetPassword = endpoint({
  name: 'accounts.reset_password',
  method: 'POST',
  path: '/v1/auth/password/reset',
  summary: 'Choose a new password with a link that was mailed; every device is signed out, a second factor is still asked for',
  access: 'public',
  body: z.strictObject({ token: mailedToken, newPassword }),
  reply: nothing,
  status: 204,
  problems: ['auth.invalid_link', 'auth.too_many_attempts'],
})

export const changeEmail = endpoint({
  name: 'accounts.change_email',
  method: 'POST',
  path: '/v1/auth/email',
  summary: 'Mail a link to a new address, which becomes that of the account when the link is followed',
  access: 'athlete',
  body: z.strictObject({ newEmail: emailAddress }),
  reply: nothing,
  status: 204,
  problems: ['auth.no_mail', 'auth.proof_required', 'auth.too_many_attempts'],
})

export const confirmEmail = endpoint({
  name: 'accounts.confirm_email',
  method: 'POST',
  path: '/v1/auth/email/confirm',
  summary: 'Confirm a new address with the link that was mailed to it; the old address is told',
  access: 'public',
  body: z.strictObject({ token: mailedToken }),
  reply: z.strictObject({ email: z.string() }),
  problems: ['auth.invalid_link', 'auth.too_many_attempts'],
})

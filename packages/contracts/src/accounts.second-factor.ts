import { z } from 'zod'
import { clientKind, givenPassword, SignedIn } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { isoInstant, nothing } from './scalars.ts'

/** Six digits of an authenticator, or a backup code; blanks and dashes do not count. */
const code = z.string().max(64)

export const SecondFactor = z.strictObject({
  isOn: z.boolean(),
  since: isoInstant.optional(),
  backupCodesLeft: z.int().min(0),
})
export type SecondFactor = z.infer<typeof SecondFactor>

/** Shown once; each lets its owner in once. */
export const BackupCodes = z.strictObject({ backupCodes: z.array(z.string()) })

export const getSecondFactor = endpoint({
  name: 'accounts.second_factor',
  method: 'GET',
  path: '/v1/auth/2fa',
  summary: 'Whether signing in asks for a second factor',
  access: 'athlete',
  reply: SecondFactor,
  problems: [],
})

export const enableSecondFactor = endpoint({
  name: 'accounts.enable_second_factor',
  method: 'POST',
  path: '/v1/auth/2fa/enable',
  aliases: ['/auth/2fa/enable'],
  summary: 'Begin with a second factor: a secret for an authenticator app, which is used from the first code that is verified on',
  access: 'athlete',
  reply: z.strictObject({
    /** Base32, for typing in by hand. */
    secret: z.string(),
    /** `otpauth://totp/…`, to be shown as a QR code. */
    uri: z.string(),
  }),
  repeatsSafely: true,
  problems: ['auth.proof_required', 'auth.second_factor_on'],
})

export const verifySecondFactor = endpoint({
  name: 'accounts.verify_second_factor',
  method: 'POST',
  path: '/v1/auth/2fa/verify',
  aliases: ['/auth/2fa/verify'],
  summary: 'Show that the authenticator works; from now on signing in asks for its code. Answers ten backup codes',
  access: 'athlete',
  body: z.strictObject({ code }),
  reply: BackupCodes,
  repeatsSafely: true,
  problems: ['auth.invalid_code', 'auth.second_factor_not_begun', 'auth.second_factor_on', 'auth.too_many_attempts'],
})

export const answerChallenge = endpoint({
  name: 'accounts.answer_challenge',
  method: 'POST',
  path: '/v1/auth/2fa/challenge',
  aliases: ['/auth/2fa/challenge'],
  summary: 'Finish a sign-in that was asked for a second factor, with a code of the authenticator or a backup code',
  access: 'public',
  body: z.strictObject({
    /** From the facts of `auth.second_factor_required`; good for five minutes. */
    challenge: z.string().max(2000),
    code,
    client: clientKind.optional(),
    deviceName: z.string().max(100).optional(),
  }),
  reply: SignedIn,
  problems: ['auth.invalid_challenge', 'auth.invalid_code', 'auth.too_many_attempts'],
})

export const disableSecondFactor = endpoint({
  name: 'accounts.disable_second_factor',
  method: 'POST',
  path: '/v1/auth/2fa/disable',
  aliases: ['/auth/2fa/disable'],
  summary: 'Sign in by password alone again',
  access: 'athlete',
  reply: nothing,
  status: 204,
  problems: ['auth.proof_required'],
})

export const replaceBackupCodes = endpoint({
  name: 'accounts.replace_backup_codes',
  method: 'POST',
  path: '/v1/auth/2fa/backup-codes',
  summary: 'Ten new backup codes; the old ones stop working',
  access: 'athlete',
  reply: BackupCodes,
  repeatsSafely: true,
  problems: ['auth.proof_required', 'auth.second_factor_not_begun'],
})

export const proveMyself = endpoint({
  name: 'accounts.prove',
  method: 'POST',
  path: '/v1/auth/step-up',
  summary: 'Show again that it is you, which dangerous acts ask for; good for five minutes on this device',
  access: 'athlete',
  body: z.strictObject({
    password: givenPassword,
    /** Where a second factor is on. */
    code: code.optional(),
  }),
  reply: nothing,
  status: 204,
  repeatsSafely: true,
  problems: ['auth.invalid_credentials', 'auth.invalid_code', 'auth.second_factor_required', 'auth.too_many_attempts'],
})

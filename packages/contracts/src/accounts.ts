import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { byId, effortScale, fault, fraction, idOf, isoInstant, listOf, loadKg, loadUnit, nothing } from './scalars.ts'

export const roles = ['athlete', 'trainer', 'admin', 'super_admin'] as const

/** Plain ASCII, so that no two addresses look alike and are not; a domain in another script is written in its xn-- form. */
const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d-]{2,63}$/i

const EMAIL_CHARACTERS = 254

/** An address as its one spelling: without blanks around it, in lower case. */
export const emailAddress = z
  .string()
  .overwrite((value) => value.replace(/^ +| +$/g, '').toLowerCase())
  .refine((value) => value.length <= EMAIL_CHARACTERS && EMAIL.test(value), fault('invalid_email', 'Must be an e-mail address'))
  .meta({ format: 'email', maxLength: EMAIL_CHARACTERS })
/** 10 to 256 bytes, nothing else asked of it. */
export const newPassword = z
  .string()
  .refine((value) => [...value].length >= 10, fault('too_short', 'At least 10 characters'))
  .refine((value) => new TextEncoder().encode(value).length <= 256, fault('too_long', 'At most 256 bytes'))
export const givenPassword = z
  .string()
  .refine((value) => new TextEncoder().encode(value).length <= 256, fault('too_long', 'At most 256 bytes'))

/** browser: the refresh token travels in an httpOnly cookie; native and cli: in the body. */
export const clientKind = z.enum(['browser', 'native', 'cli'])

export const Account = z.strictObject({
  id: idOf<'account'>(),
  email: z.string(),
  role: z.enum(roles),
  createdAt: isoInstant,
})
export type Account = z.infer<typeof Account>

export const SignedIn = z.strictObject({
  accessToken: z.string(),
  accessTokenExpiresAt: isoInstant,
  account: Account,
  refreshToken: z.string().optional(),
})
export type SignedIn = z.infer<typeof SignedIn>

export const register = endpoint({
  name: 'accounts.register',
  method: 'POST',
  path: '/v1/auth/register',
  aliases: ['/auth/register'],
  summary: 'Open an account and sign in; the first account of a server becomes its super admin',
  access: 'public',
  body: z.strictObject({
    email: emailAddress,
    password: newPassword,
    client: clientKind.optional(),
    deviceName: z.string().max(100).optional(),
    inviteCode: z.string().max(100).optional(),
  }),
  reply: SignedIn,
  status: 201,
  problems: ['auth.email_taken', 'auth.registration_closed', 'auth.invite_required', 'auth.too_many_attempts'],
})

export const login = endpoint({
  name: 'accounts.login',
  method: 'POST',
  path: '/v1/auth/login',
  aliases: ['/v1/login', '/auth/login'],
  summary: 'Sign in with e-mail and password',
  access: 'public',
  body: z.strictObject({
    email: z.string().max(320),
    password: givenPassword,
    client: clientKind.optional(),
    deviceName: z.string().max(100).optional(),
  }),
  reply: SignedIn,
  problems: ['auth.invalid_credentials', 'auth.second_factor_required', 'auth.too_many_attempts'],
})

export const refresh = endpoint({
  name: 'accounts.refresh',
  method: 'POST',
  path: '/v1/auth/refresh',
  aliases: ['/auth/refresh'],
  summary: 'Exchange the refresh token (cookie, or body for native and cli) for a new pair',
  access: 'public',
  body: z.strictObject({ refreshToken: z.string().max(200).optional() }).optional(),
  reply: SignedIn,
  problems: ['auth.invalid_token', 'auth.token_reused', 'auth.session_ended', 'auth.csrf', 'auth.too_many_attempts'],
})

export const logout = endpoint({
  name: 'accounts.logout',
  method: 'POST',
  path: '/v1/auth/logout',
  aliases: ['/auth/logout'],
  summary: 'End this sign-in',
  access: 'public',
  body: z.strictObject({ refreshToken: z.string().max(200).optional() }).optional(),
  reply: nothing,
  status: 204,
  problems: ['auth.csrf'],
})

export const LoginSession = z.strictObject({
  id: idOf<'login_session'>(),
  client: clientKind,
  deviceName: z.string(),
  createdAt: isoInstant,
  lastUsedAt: isoInstant,
  expiresAt: isoInstant,
  isCurrent: z.boolean(),
})
export type LoginSession = z.infer<typeof LoginSession>

export const listLoginSessions = endpoint({
  name: 'accounts.list_sessions',
  method: 'GET',
  path: '/v1/auth/sessions',
  summary: 'The devices that are signed in',
  access: 'athlete',
  reply: listOf(LoginSession),
  problems: [],
})

export const endLoginSession = endpoint({
  name: 'accounts.end_session',
  method: 'DELETE',
  path: '/v1/auth/sessions/{id}',
  summary: 'Sign one device out',
  access: 'athlete',
  params: byId<'login_session'>(),
  reply: nothing,
  status: 204,
  problems: ['auth.session_not_found'],
})

export const endOtherLoginSessions = endpoint({
  name: 'accounts.end_other_sessions',
  method: 'DELETE',
  path: '/v1/auth/sessions',
  summary: 'Sign every other device out',
  access: 'athlete',
  reply: nothing,
  status: 204,
  problems: [],
})

export const changePassword = endpoint({
  name: 'accounts.change_password',
  method: 'POST',
  path: '/v1/auth/password',
  summary: 'Change the password; every other device is signed out',
  access: 'athlete',
  body: z.strictObject({
    /** Not where there is none yet: then a step-up is asked for. */
    currentPassword: givenPassword.optional(),
    newPassword,
  }),
  reply: nothing,
  status: 204,
  repeatsSafely: true,
  problems: ['auth.invalid_credentials', 'auth.proof_required', 'auth.too_many_attempts'],
})

export const Invite = z.strictObject({ code: z.string(), expiresAt: isoInstant })

export const createInvite = endpoint({
  name: 'accounts.create_invite',
  method: 'POST',
  path: '/v1/auth/invites',
  summary: 'Make a single-use invite code',
  access: 'admin',
  reply: Invite,
  status: 201,
  problems: [],
})

/** How this lifter wants to see and be asked things. */
export const Settings = z.strictObject({
  unit: loadUnit,
  effortScale: effortScale,
  /** 0 is all hypertrophy, 1 all strength. */
  goalStrength: fraction,
  timeZone: z.string().refine(isTimeZone, fault('invalid_timezone', 'Must be an IANA time zone such as Europe/Berlin')),
  bodyMassKg: loadKg.optional(),
  /** Anyone in pain, and beginners, are tested with more reps in reserve. */
  isNovice: z.boolean(),
  hasPain: z.boolean(),
  /** Of the app; `auto` is what the browser asks for. */
  language: z.enum(['auto', 'en', 'de', 'es']),
  /** The hand that holds the phone; the app puts what is pressed between sets under its thumb. */
  hand: z.enum(['right', 'left']),
})
export type Settings = z.infer<typeof Settings>

/** Server facts the app needs before anyone signs in. */
export const ServerInfo = z.strictObject({
  /** Tells a phone app that this is no other server that happens to answer. */
  product: z.literal('GymGenius'),
  registration: z.enum(['open', 'invite', 'closed']),
  isFirstAccount: z.boolean(),
  /** Whether a forgotten password can be mended by mail. */
  sendsMail: z.boolean(),
  /** By whom one can sign in beside passwords and passkeys, as their buttons say. */
  providers: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  version: z.string(),
})

export const getServerInfo = endpoint({
  name: 'accounts.server_info',
  method: 'GET',
  path: '/v1/server',
  summary: 'What this server allows a newcomer',
  access: 'public',
  reply: ServerInfo,
  problems: [],
})

export const getMe = endpoint({
  name: 'accounts.me',
  method: 'GET',
  path: '/v1/me',
  summary: 'The signed-in account',
  access: 'athlete',
  reply: Account,
  problems: [],
})

export const getSettings = endpoint({
  name: 'accounts.get_settings',
  method: 'GET',
  path: '/v1/settings',
  aliases: ['/settings'],
  summary: 'Units, effort scale, goal and time zone',
  access: 'athlete',
  reply: Settings,
  problems: [],
})

export const changeSettings = endpoint({
  name: 'accounts.change_settings',
  method: 'PATCH',
  path: '/v1/settings',
  aliases: ['/settings'],
  summary: 'Change some settings',
  access: 'athlete',
  body: Settings.partial(),
  reply: Settings,
  problems: [],
})

function isTimeZone(value: string) {
  try {
    return value.length <= 64 && Intl.DateTimeFormat('en', { timeZone: value }) !== undefined
  } catch {
    return false
  }
}

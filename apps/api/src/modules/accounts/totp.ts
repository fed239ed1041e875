import { Secret, TOTP } from 'otpauth'
import type { Instant } from '@gymgenius/domain'

const ISSUER = 'GymGenius'
const SECRET_BYTES = 20 // RFC 4226 §4: as long as the hash

/** 160 bits, as RFC 4226 asks for. */
export const TOTP_SECRET_BYTES = SECRET_BYTES

/** The secret as a person types it, and as an authenticator reads it from a QR code. */
export function introduction(secret: Uint8Array, email: string): { secret: string; uri: string } {
  const totp = authenticator(secret, email)
  return { secret: totp.secret.base32, uri: totp.toString() }
}

/**
 * Which 30 seconds since 1970 a code belongs to; undefined where it is none of now or of up to `skew` steps before. Codes of the time to come
 * are refused: a phone's clock is right, and a server's that is behind would make codes work twice.
 *
 * Source   RFC 6238: HMAC-SHA-1, six digits, 30 seconds.
 */
export function stepOf(secret: Uint8Array, code: string, now: Instant, skew: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const delta = authenticator(secret, '').validate({ token: code, timestamp: now, window: skew })
  return delta === null || delta > 0 ? undefined : TOTP.counter({ timestamp: now }) + delta
}

const authenticator = (secret: Uint8Array, label: string) =>
  new TOTP({ issuer: ISSUER, label, secret: new Secret({ buffer: secret.slice().buffer }), algorithm: 'SHA1', digits: 6, period: 30 })

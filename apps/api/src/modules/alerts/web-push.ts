import { createCipheriv, createECDH, type ECDH, hkdfSync, randomBytes } from 'node:crypto'
import type { PushSubscription } from '@gymgenius/contracts'
import { type Instant, MINUTE_MS } from '@gymgenius/domain'
import { SignJWT } from 'jose'
import { serverKey } from './server-key.ts'

/** A push service drops what it could not deliver in this time. */
const LIVES_SECONDS = 60
const TOKEN_MINUTES = 60
/** One record of RFC 8188, whose size stands in its head. */
const RECORD_BYTES = 4096
const HEADER_KEY_BYTES = 65

export interface PushRequest {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** A message to one browser, as its push service takes it (RFC 8030), which can neither read nor change it (RFC 8291). */
export async function pushRequest(
  to: PushSubscription,
  text: string,
  from: { readonly secret: Uint8Array; readonly contact: string; readonly now: Instant },
): Promise<PushRequest> {
  const key = serverKey(from.secret)
  const token = await new SignJWT()
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT' })
    .setAudience(new URL(to.endpoint).origin)
    .setExpirationTime(Math.floor((from.now + TOKEN_MINUTES * MINUTE_MS) / 1000))
    .setSubject(from.contact)
    .sign(key.private)
  return {
    headers: {
      authorization: `vapid t=${token}, k=${key.publicText}`,
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
      ttl: String(LIVES_SECONDS),
      urgency: 'high',
      topic: 'rest', // one that waits is replaced by the next
    },
    body: encrypted(to, text, newPair(), randomBytes(16)),
  }
}

/** Whether this is a point of the curve: with any other, what is encrypted would be told. */
export function isBrowserKey(p256dh: string): boolean {
  try {
    newPair().computeSecret(p256dh, 'base64url')
    return true
  } catch {
    return false
  }
}

/**
 * Encrypts for one browser: RFC 8291, in one record of RFC 8188. `pair` and `salt` must be new for every message.
 * Keys: HKDF-SHA-256 over the shared secret of P-256, salted by the browser's `auth`; then AES-128-GCM.
 */
export function encrypted(
  { p256dh, auth }: Pick<PushSubscription, 'p256dh' | 'auth'>,
  text: string,
  pair: ECDH,
  salt: Uint8Array,
): Uint8Array {
  const theirs = Buffer.from(p256dh, 'base64url')
  const ours = pair.getPublicKey()
  const shared = pair.computeSecret(theirs)
  const both = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours])
  const input = derived(shared, Buffer.from(auth, 'base64url'), both, 32)
  const key = derived(input, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = derived(input, salt, Buffer.from('Content-Encoding: nonce\0'), 12)

  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  const last = Buffer.concat([Buffer.from(text), Buffer.from([2])]) // 2 ends the last record
  const head = Buffer.alloc(5)
  head.writeUInt32BE(RECORD_BYTES)
  head.writeUInt8(HEADER_KEY_BYTES, 4)
  return Buffer.concat([salt, head, ours, cipher.update(last), cipher.final(), cipher.getAuthTag()])
}

const derived = (input: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number) =>
  Buffer.from(hkdfSync('sha256', input, salt, info, length))

function newPair(): ECDH {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  return pair
}

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { SealingKey } from './secrets.ts'

/** What may be sealed. Each purpose has keys of its own, so that one kind of secret cannot be passed off as another. */
export type Purpose = 'totp-secret' | 'provider-token'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Encrypts a secret that has to be read again, for keeping in the database: AES-256-GCM under the newest key of the ring, bound to what it
 * is for and whose it is. A row copied to somebody else, or to another column, does not open there.
 *
 * `s1.KEY.NONCE+TEXT+TAG`, base64url; KEY names the key of the ring.
 */
export function seal(ring: readonly SealingKey[], purpose: Purpose, owner: string, secret: Uint8Array): string {
  const newest = ring[0]!
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, keyOf(newest, purpose), nonce)
  cipher.setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
  return `s1.${newest.id}.${sealed.toString('base64url')}`
}

/** What was sealed. Throws where it was changed, belongs to somebody else, or its key is no longer in the ring. */
export function unseal(ring: readonly SealingKey[], purpose: Purpose, owner: string, sealed: string): Uint8Array {
  const [version, id, text = ''] = sealed.split('.')
  const key = ring.find((key) => key.id === id)
  if (version !== 's1' || key === undefined) throw new Error(`The key ${id} of a sealed secret is not in the ring`)
  const bytes = Buffer.from(text, 'base64url')
  const decipher = createDecipheriv(ALGORITHM, keyOf(key, purpose), bytes.subarray(0, NONCE_BYTES))
  decipher.setAAD(Buffer.from(owner))
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  return new Uint8Array(Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]))
}

/** Whether a secret was sealed with an older key than the newest. */
export const isOutdated = (ring: readonly SealingKey[], sealed: string): boolean => sealed.split('.')[1] !== ring[0]!.id

const keyOf = ({ bytes }: SealingKey, purpose: Purpose) => Buffer.from(hkdfSync('sha256', bytes, '', `gymgenius ${purpose}`, 32))

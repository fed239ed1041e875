import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import type { Config } from '../../platform/config.ts'

type Purpose = 'access-token' | 'refresh-token' | 'challenge' | 'mail-link' | 'network' | 'passkey' | 'provider'

const made = new WeakMap<Uint8Array, Map<Purpose, KeyObject>>()

/** A key of its own for each purpose, so that what one signs says nothing to another. */
export function keyFor({ secret }: Config, purpose: Purpose): KeyObject {
  const keys = made.get(secret) ?? new Map<Purpose, KeyObject>()
  made.set(secret, keys)
  const key = keys.get(purpose) ?? createSecretKey(createHmac('sha256', secret).update(`gymgenius ${purpose}`).digest())
  keys.set(purpose, key)
  return key
}

/** How a secret of 128 bits and more is kept: it cannot be guessed, so a plain hash is enough to not have it. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')

export const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

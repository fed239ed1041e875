import { createECDH, createHmac, createPrivateKey, type KeyObject } from 'node:crypto'

export interface ServerKey {
  readonly private: KeyObject
  /** Uncompressed, base64url: as browsers and push services take it. */
  readonly publicText: string
}

const made = new WeakMap<Uint8Array, ServerKey>()

/**
 * The key that tells push services who sends (VAPID, RFC 8292). It comes from the server's secret: made at the first start, kept
 * and copied with it, and the same on all servers that share a database.
 */
export function serverKey(secret: Uint8Array): ServerKey {
  const known = made.get(secret)
  if (known !== undefined) return known
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(scalarFrom(secret))
  const point = pair.getPublicKey()
  const jwk = { kty: 'EC', crv: 'P-256', d: text(pair.getPrivateKey()), x: text(point.subarray(1, 33)), y: text(point.subarray(33)) }
  const key = { private: createPrivateKey({ key: jwk, format: 'jwk' }), publicText: text(point) }
  made.set(secret, key)
  return key
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/** A private key is a number below the order of the curve; of 2³² secrets one needs a second throw. */
function scalarFrom(secret: Uint8Array): Buffer {
  for (let turn = 0; ; turn++) {
    const bytes = createHmac('sha256', secret).update(`gymgenius web-push ${turn}`).digest()
    const scalar = BigInt(`0x${bytes.toString('hex')}`)
    if (scalar > 0n && scalar < ORDER) return bytes
  }
}

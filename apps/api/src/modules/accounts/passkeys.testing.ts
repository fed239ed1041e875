import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

type Cbor = number | string | Uint8Array | Map<number | string, Cbor>

/** As much of CBOR (RFC 8949) as a passkey says: integers, bytes, text and maps. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value])
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, item]) => [cbor(key), cbor(item)])])
}

function head(major: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(major << 5) | count])
  return count < 256 ? Buffer.from([(major << 5) | 24, count]) : Buffer.from([(major << 5) | 25, count >> 8, count & 255])
}

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest()
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** What the server asks of a phone. */
export interface PasskeyAsked {
  readonly challenge: string
  readonly options: { readonly challenge: string }
}

export interface Habits {
  readonly origin: string
  readonly rpId: string
  /** Whether it asks for a finger, a face or a PIN. */
  readonly verifiesUser: boolean
}

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const HAS_KEY = 0x40

/** A phone that makes and shows one passkey (WebAuthn Level 3), without a browser between. */
export function anAuthenticator(habits: Partial<Habits> = {}) {
  const usual: Habits = { origin: 'http://localhost:4000', rpId: 'localhost', verifiesUser: true, ...habits }
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = randomBytes(32)
  let counter = 0

  const clientData = (type: string, { options }: PasskeyAsked, { origin }: Habits) =>
    Buffer.from(JSON.stringify({ type, challenge: options.challenge, origin, crossOrigin: false }))
  const authenticatorData = ({ rpId, verifiesUser }: Habits, key?: Uint8Array) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    const flags = USER_PRESENT | (verifiesUser ? USER_VERIFIED : 0) | (key === undefined ? 0 : HAS_KEY)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, key ?? Buffer.alloc(0)])
  }

  return {
    id: text(credentialId),
    /** What `POST /v1/auth/passkeys` takes. */
    make(asked: PasskeyAsked, name = 'Phone') {
      const length = Buffer.from([0, credentialId.length])
      const key = Buffer.concat([Buffer.alloc(16), length, credentialId, cbor(coseKey(publicKey))])
      const attestation = new Map<string, Cbor>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authenticatorData(usual, key)],
      ])
      return {
        challenge: asked.challenge,
        name,
        id: text(credentialId),
        clientDataJSON: text(clientData('webauthn.create', asked, usual)),
        attestationObject: text(cbor(attestation)),
        transports: ['internal'],
      }
    },
    /** What sign-in and step-up take. */
    show(asked: PasskeyAsked, otherwise: Partial<Habits> = {}) {
      const now = { ...usual, ...otherwise }
      counter++
      const data = clientData('webauthn.get', asked, now)
      const said = authenticatorData(now)
      const signature = sign('sha256', Buffer.concat([said, sha256(data)]), privateKey)
      return {
        challenge: asked.challenge,
        answer: { id: text(credentialId), clientDataJSON: text(data), authenticatorData: text(said), signature: text(signature) },
      }
    },
    /** As a copy of it would count that was made earlier. */
    forgetUses() {
      counter = 0
    },
  }
}

/** RFC 9053 §7.1: an elliptic curve key for ES256. */
function coseKey(key: KeyObject): Map<number, Cbor> {
  const { x, y } = key.export({ format: 'jwk' })
  return new Map<number, Cbor>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Buffer.from(x!, 'base64url')],
    [-3, Buffer.from(y!, 'base64url')],
  ])
}

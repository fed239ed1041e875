import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isIPv4 } from 'node:net'
import { dateOf, type Instant } from '@gymgenius/domain'

/** A certificate and the private key that belongs to it, both PEM. */
export interface Credential {
  readonly key: string
  readonly certificate: string
}

export interface Wish {
  readonly commonName: string
  readonly from: Instant
  readonly until: Instant
}

const OID = {
  commonName: '2.5.4.3',
  authorityKeyIdentifier: '2.5.29.35',
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  extendedKeyUsage: '2.5.29.37',
  subjectAltName: '2.5.29.17',
  nameConstraints: '2.5.29.30',
  subjectKeyIdentifier: '2.5.29.14',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
}

/** Networks nobody reaches from outside, as address and mask. */
const PRIVATE_NETWORKS = [
  '7f000000ff000000',
  '0a000000ff000000',
  'ac100000fff00000',
  'c0a80000ffff0000',
  'a9fe0000ffff0000',
  '64400000ffc00000',
  `${'00'.repeat(15)}01${'ff'.repeat(16)}`,
  `fc${'00'.repeat(15)}fe${'00'.repeat(15)}`,
  `fe80${'00'.repeat(14)}ffc0${'00'.repeat(14)}`,
]

/**
 * An authority that is believed about the given names and private networks only, so that trusting it costs little.
 * Source: RFC 5280, §4.1 and §4.2.1.10 (name constraints).
 */
export function makeAuthority(wish: Wish, names: readonly string[]): Credential {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const subtrees = [
    ...names.map((name) => sequence(tagged(0x82, Buffer.from(name, 'ascii')))),
    ...PRIVATE_NETWORKS.map((network) => sequence(tagged(0x87, Buffer.from(network, 'hex')))),
  ]
  const extensions = [
    extension(OID.basicConstraints, true, sequence(TRUE, integer(Buffer.from([0])))),
    extension(OID.keyUsage, true, tagged(0x03, Buffer.from([1, 0x06]))), // keyCertSign, cRLSign
    extension(OID.nameConstraints, true, sequence(tagged(0xa0, ...subtrees))),
    extension(OID.subjectKeyIdentifier, false, tagged(0x04, fingerprint(publicKey))),
  ]
  const name = nameOf(wish.commonName)
  return credential(privateKey, certify(wish, { issuer: name, subject: name, publicKey, signer: privateKey, extensions }))
}

/** A certificate for a server that answers to these names and addresses, from an authority of `makeAuthority`. */
export function makeServerCredential(
  authority: Credential & { readonly commonName: string },
  wish: Wish,
  names: readonly string[],
): Credential {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const extensions = [
    extension(OID.basicConstraints, true, sequence()),
    extension(OID.keyUsage, true, tagged(0x03, Buffer.from([7, 0x80]))), // digitalSignature
    extension(OID.extendedKeyUsage, false, sequence(oid(OID.serverAuth))),
    extension(OID.subjectAltName, false, sequence(...names.map(alternativeName))),
    extension(OID.subjectKeyIdentifier, false, tagged(0x04, fingerprint(publicKey))),
    extension(OID.authorityKeyIdentifier, false, sequence(tagged(0x80, fingerprint(createPublicKey(authority.key))))),
  ]
  const issuer = nameOf(authority.commonName)
  const signer = createPrivateKey(authority.key)
  return credential(privateKey, certify(wish, { issuer, subject: nameOf(wish.commonName), publicKey, signer, extensions }))
}

interface Parts {
  readonly issuer: Buffer
  readonly subject: Buffer
  readonly publicKey: KeyObject
  readonly signer: KeyObject
  readonly extensions: readonly Buffer[]
}

function certify({ from, until }: Wish, { issuer, subject, publicKey, signer, extensions }: Parts): Buffer {
  const algorithm = sequence(oid(OID.ecdsaWithSha256))
  const serial = Buffer.concat([Buffer.from([0x40]), randomBytes(15)]) // positive, and never seen before
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))), // version 3
    integer(serial),
    algorithm,
    issuer,
    sequence(time(from), time(until)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions)),
  )
  return sequence(body, algorithm, bits(sign('sha256', body, signer)))
}

/** Names a key; any 20 bytes that are its own will do. */
const fingerprint = (key: KeyObject) =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest()
    .subarray(0, 20)

const credential = (key: KeyObject, certificate: Buffer): Credential => ({
  key: String(key.export({ type: 'pkcs8', format: 'pem' })),
  certificate: `-----BEGIN CERTIFICATE-----\n${certificate
    .toString('base64')
    .replaceAll(/(.{64})/g, '$1\n')
    .trimEnd()}\n-----END CERTIFICATE-----\n`,
})

function alternativeName(name: string): Buffer {
  if (isIPv4(name)) return tagged(0x87, Buffer.from(name.split('.').map(Number)))
  if (name === '::1') return tagged(0x87, Buffer.from(`${'00'.repeat(15)}01`, 'hex'))
  return tagged(0x82, Buffer.from(name, 'ascii'))
}

// The distinguished encoding rules, as far as a certificate needs them (ITU-T X.690).
const TRUE = Buffer.from([0x01, 0x01, 0xff])
const sequence = (...parts: readonly Buffer[]) => tagged(0x30, ...parts)
const integer = (bytes: Buffer) => tagged(0x02, bytes)
const bits = (bytes: Buffer) => tagged(0x03, Buffer.from([0]), bytes)
/** Until 2049 with two digits of the year, then with four (RFC 5280, §4.1.2.5). */
function time(at: Instant): Buffer {
  const text = dateOf(at)
    .toISOString()
    .replaceAll(/[-:T]|\.\d+/g, '')
  return text < '2050' ? tagged(0x17, Buffer.from(text.slice(2), 'ascii')) : tagged(0x18, Buffer.from(text, 'ascii'))
}
const nameOf = (commonName: string) => sequence(tagged(0x31, sequence(oid(OID.commonName), tagged(0x0c, Buffer.from(commonName)))))
const extension = (id: string, isCritical: boolean, value: Buffer) => sequence(oid(id), ...(isCritical ? [TRUE] : []), tagged(0x04, value))

function oid(text: string): Buffer {
  const [a, b, ...rest] = text.split('.').map(Number) as [number, number, ...number[]]
  const base128 = (n: number): number[] => (n < 128 ? [n] : [...base128(Math.floor(n / 128)).map((byte) => byte | 0x80), n % 128])
  return tagged(0x06, Buffer.from([a * 40 + b, ...rest.flatMap(base128)]))
}

function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

import { X509Certificate } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { DAY_MS, type Instant } from '@gymgenius/domain'
import { type Credential, makeAuthority, makeServerCredential } from './x509.ts'

/** Ten years: a phone is told once. */
const AUTHORITY_DAYS = 3650
/** Phones refuse server certificates that live longer than 398 days. */
const SERVER_DAYS = 397
const RENEW_DAYS_BEFORE = 30

export interface Certificates {
  /** PEM of the server's private key and of its certificate. */
  readonly key: string
  readonly cert: string
  /** PEM of the authority that a phone is asked to trust. */
  readonly authority: string
  /** Addresses of this machine in its local network, for which the certificate is good. */
  readonly addresses: readonly string[]
}

/**
 * A certificate for this machine from an authority of its own, kept in `tls/` of the data folder; made anew when it nears its end or
 * the machine has another address.
 */
export async function localCertificates(dataFolder: string, now: Instant): Promise<Certificates> {
  const folder = join(dataFolder, 'tls')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const host = hostname()
    .toLowerCase()
    .replaceAll(/[^a-z0-9.-]/g, '-')
  const addresses = localAddresses()
  const names = [...new Set(['localhost', host, `${host.split('.')[0]!}.local`, '127.0.0.1', '::1', ...addresses])]
  const commonName = `GymGenius on ${host}`
  const from = (now - DAY_MS) as Instant // a phone's clock may be behind
  const until = (days: number) => (from + days * DAY_MS) as Instant

  const authority = await kept(
    join(folder, 'authority'),
    (credential) => isFresh(credential, now) && nameIn(credential) === commonName,
    () => makeAuthority({ commonName, from, until: until(AUTHORITY_DAYS) }, ['localhost', 'local', 'lan', 'home.arpa', 'internal', host]),
  )
  const server = await kept(
    join(folder, 'server'),
    (credential) => isFresh(credential, now) && isFrom(authority, credential) && speaksFor(credential, names),
    () => makeServerCredential({ ...authority, commonName }, { commonName: host, from, until: until(SERVER_DAYS) }, names),
  )
  return { key: server.key, cert: server.certificate, authority: authority.certificate, addresses }
}

/** IPv4 addresses by which others in the local network reach this machine. */
export function localAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return all.filter(({ family, internal, address }) => family === 'IPv4' && !internal && isPrivate(address)).map(({ address }) => address)
}

/** RFC 1918, link-local, and the shared space that private overlays use (RFC 6598). */
function isPrivate(address: string): boolean {
  const [a, b] = address.split('.').map(Number) as [number, number]
  return (
    a === 10 ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >= 64 && b < 128)
  )
}

const read = ({ certificate }: Credential) => new X509Certificate(certificate)
const isFresh = (credential: Credential, now: Instant) => Date.parse(read(credential).validTo) - now > RENEW_DAYS_BEFORE * DAY_MS
const nameIn = (credential: Credential) => read(credential).subject.replace('CN=', '')
const isFrom = (authority: Credential, credential: Credential) => read(credential).verify(read(authority).publicKey)

const speaksFor = (credential: Credential, names: readonly string[]) => names.every((name) => isFor(read(credential), name))

/** True when a certificate is good for this name or address. */
export const isFor = (certificate: X509Certificate, name: string) =>
  (isIP(name) === 0 ? certificate.checkHost(name) : certificate.checkIP(name)) !== undefined

/** What is kept at this path, where it is still good; else what is made, which is kept from now on. */
async function kept(path: string, isGood: (credential: Credential) => boolean, make: () => Credential): Promise<Credential> {
  const before = await readKept(path)
  if (before !== undefined && isGood(before)) return before
  const made = make()
  await writeFile(`${path}.key`, made.key, { mode: 0o600 })
  await writeFile(`${path}.crt`, made.certificate)
  return made
}

async function readKept(path: string): Promise<Credential | undefined> {
  try {
    return { key: await readFile(`${path}.key`, 'utf8'), certificate: await readFile(`${path}.crt`, 'utf8') }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

import { type Instant, kg, type MovementId } from '@gymgenius/domain'
import { ENGINE_VERSION, prescribe, type Target, type TrainingSnapshot } from '@gymgenius/engine'
import { tryBlobs } from '../../platform/blobs.ts'
import type { Environment } from '../../platform/config.ts'
import type { Db } from '../../platform/database.ts'
import type { BlobStore } from '../../platform/ports/blobs.ts'
import type { MailerPort } from '../../platform/ports/mailer.ts'
import type { ProviderPort } from '../../platform/ports/provider.ts'
import { catchUpSeconds } from '../../platform/replica.ts'
import { quietLog, standbyPool } from '../../platform/world.ts'
import { databaseNow } from './doctor.repository.ts'
import type { Note } from './findings.ts'

/** Sign-ins, codes of authenticators and leases go by these clocks. */
const CLOCKS_APART_MS = 2000
const ANSWER_MS = 3000
/** Nobody waits longer for one look. */
const PATIENT_S = 10

export async function lookAtClocks(db: Db, note: Note): Promise<void> {
  const before = Date.now()
  const theirs = await databaseNow(db)
  const apart = Math.max(0, Math.abs(theirs - (before + Date.now()) / 2) - (Date.now() - before) / 2)
  if (apart <= CLOCKS_APART_MS) note('clocks', 'well', 'this machine and the database server agree')
  else note('clocks', 'fault', `this machine and the database server are ${Math.round(apart / 1000)} s apart: set both by NTP`)
}

/** The standby for reads that may lag: whether it is one, and how soon it has what the primary has. */
export async function lookAtReplica(environment: Environment, primary: Db, note: Note): Promise<void> {
  const { DATABASE_READ_URL: url, DATABASE_READ_LAG_SECONDS: most } = environment
  if (url === undefined) return
  const standby = standbyPool(environment, url, 1)
  try {
    const seconds = await catchUpSeconds(primary, standby, Math.min(most, PATIENT_S))
    if (seconds !== undefined) note('standby', 'well', `has what the primary has within ${seconds.toFixed(1)} s`)
    else
      note('standby', 'advice', `is more than ${Math.min(most, PATIENT_S)} s behind: look at its log, its disk and the net between the two`)
  } catch (error) {
    note('standby', 'advice', `nothing is read there (${(error as Error).message}): look at it, or take DATABASE_READ_URL away`)
  } finally {
    await standby.destroy()
  }
}

/** The address that browsers see, and who is believed about it. */
export function lookAtAddress({ ORIGIN, TLS, TRUST_PROXY, HOST }: Environment, note: Note): void {
  const isBehindProxy = ORIGIN?.startsWith('https:') === true && TLS === 'off'
  if (ORIGIN === undefined) note('origin', 'well', 'learned from requests')
  else if (new URL(ORIGIN).origin !== ORIGIN)
    note('origin', 'fault', `ORIGIN is ${ORIGIN}: leave out what follows ${new URL(ORIGIN).origin}`)
  else if (ORIGIN.startsWith('http:') && TLS === 'auto') note('origin', 'fault', `ORIGIN is ${ORIGIN}, and https is served: write https`)
  else note('origin', 'well', ORIGIN)
  if (isBehindProxy && !TRUST_PROXY)
    note(
      'proxy headers',
      'advice',
      'ORIGIN is https and somebody else serves it: set TRUST_PROXY=true, or all lifters count as one network for the rate limits',
    )
  else if (TRUST_PROXY && !isBehindProxy && !['127.0.0.1', '::1', 'localhost'].includes(HOST))
    note(
      'proxy headers',
      'fault',
      'believed, and anybody can reach the server to forge them: set TRUST_PROXY=false, or HOST=127.0.0.1 behind the proxy',
    )
  else note('proxy headers', 'well', TRUST_PROXY ? 'believed from the nearest proxy' : 'not believed')
}

/** Several processes on one database must read what the others signed and sealed. */
export function lookAtSharedSecrets({ ROLE, REDIS_URL, SERVER_SECRET, SEALING_KEYS }: Environment, note: Note): void {
  if (ROLE === 'all' && REDIS_URL === undefined) return
  const missing = Object.entries({ SERVER_SECRET, SEALING_KEYS }).flatMap(([name, value]) => (value === undefined ? [name] : []))
  if (missing.length === 0) note('shared secrets', 'well', 'given to every process alike')
  else
    note(
      'shared secrets',
      'advice',
      `${missing.join(' and ')} not set: unless every data folder has the same files, processes refuse each other’s`,
    )
}

/** Where pictures are kept: writes something there, reads it and takes it away. */
export async function lookAtFiles(environment: Environment, blobs: BlobStore, note: Note): Promise<void> {
  const refusal = await tryBlobs(blobs).then(
    () => undefined,
    (error: Error) => error.message,
  )
  const where = blobs.kind === 's3' ? `the bucket ${plain(environment.S3_URL!)}` : `the folder ${environment.DATA_DIR}/blobs`
  if (refusal !== undefined) note('pictures', 'fault', `cannot be kept in ${where}: ${refusal}`)
  else if (blobs.kind === 'folder' && environment.ROLE !== 'all')
    note('pictures', 'advice', `kept in ${where}: mount the same folder into every process, or set S3_URL`)
  else note('pictures', 'well', `kept in ${where}`)
}

export async function lookAtMail(mailer: MailerPort, note: Note): Promise<void> {
  if (mailer.kind === 'none') return note('mail', 'advice', 'none is sent, so nobody mends a forgotten password alone: set MAIL_URL')
  const refusal = await mailer.check().then(
    () => undefined,
    (error: Error) => error.message,
  )
  note('mail', refusal === undefined ? 'well' : 'fault', refusal === undefined ? `sent (${mailer.kind})` : `cannot be sent: ${refusal}`)
}

export async function lookAtRedis(url: string, note: Note): Promise<void> {
  const { connectRedis, faultsOfRedis } = await import('../../adapters/redis.ts')
  const redis = connectRedis(url)
  redis.on('error', () => {})
  try {
    await redis.connect()
    const { faults, isTold } = await faultsOfRedis(redis)
    if (faults.length > 0) note('redis', 'fault', faults.join('; '))
    else if (!isTold)
      note('redis', 'advice', 'it does not tell its settings: see that it has appendonly yes and maxmemory-policy noeviction')
    else note('redis', 'well', 'it answers, keeps what it is told, and throws nothing away')
  } catch (error) {
    note('redis', 'advice', `it does not answer (${(error as Error).message}): nothing is lost, but start it, or take REDIS_URL away`)
  } finally {
    redis.disconnect()
  }
}

/** Asks each provider what it says of itself. */
export async function lookAtProviders(providers: readonly ProviderPort[], note: Note): Promise<void> {
  for (const { id, issuer, check } of providers) {
    try {
      await check()
      note(`provider ${id}`, 'well', `${issuer} answers, and is who it was said to be`)
    } catch (error) {
      const said = [error, (error as Error).cause].flatMap((one) => (one instanceof Error ? [one.message] : [])).join(': ')
      note(`provider ${id}`, 'advice', `nobody can sign in by it now (${said}): look at the issuer in OIDC_PROVIDERS and at ${issuer}`)
    }
  }
}

/** Sends the collector of traces an empty batch. */
export async function lookAtTraces(environment: Environment, note: Note): Promise<void> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers } = environment
  if (endpoint === undefined) return
  const { tryCollector } = await import('@gymgenius/traces')
  const refusal = await tryCollector(endpoint, headers).then(
    () => undefined,
    (error: Error) => error.message,
  )
  if (refusal === undefined) note('traces', 'well', `taken at ${plain(endpoint)}`)
  else
    note(
      'traces',
      'advice',
      `not taken at ${plain(endpoint)} (${refusal.replaceAll(endpoint, plain(endpoint))}), so they are dropped: start the collector, or take OTEL_EXPORTER_OTLP_ENDPOINT away`,
    )
}

/** Sends whoever is told of faults a report of none. */
export async function lookAtFaults({ SENTRY_DSN: dsn }: Environment, note: Note): Promise<void> {
  if (dsn === undefined) return
  const { trySentry } = await import('@gymgenius/faults/sentry')
  const refusal = await trySentry(dsn).then(
    () => undefined,
    (error: Error) => error.message,
  )
  const { host } = new URL(dsn)
  if (refusal === undefined) note('faults', 'well', `told to ${host}`)
  else note('faults', 'advice', `not taken at ${host} (${refusal}), so they stand in the log only: look at it, or take SENTRY_DSN away`)
}

/** Asks the engine's service what the engine inside can answer, and compares. */
export async function lookAtEngine(url: string, note: Note): Promise<void> {
  const { grpcEngine } = await import('../../adapters/grpc-engine.ts')
  const engine = grpcEngine({ url, now: Date.now, log: quietLog, deadlineMs: ANSWER_MS })
  try {
    const { source, engineVersion, prescription } = await engine.prescribe(...aQuestion)
    if (source === 'fallback')
      note('engine', 'advice', `nobody answers at ${url}: the engine inside does; start the service, or take ENGINE_URL away`)
    else if (engineVersion !== ENGINE_VERSION)
      note('engine', 'advice', `the service is of version ${engineVersion}, this program has ${ENGINE_VERSION}: run both from one version`)
    else if (JSON.stringify(prescription) !== JSON.stringify(prescribe(...aQuestion)))
      note('engine', 'fault', 'the service says the same version and another answer: run both from one version')
    else note('engine', 'well', `the service answers as the engine inside does (${engineVersion})`)
  } finally {
    engine.close()
  }
}

const aQuestion: readonly [TrainingSnapshot, Target] = [
  {
    movement: { id: 'doctor' as MovementId, pattern: 'squat', loadKind: 'external', equipment: 'barbell' },
    athlete: { bodyMass: null, isNovice: false, hasPain: false },
    loads: { min: kg(20), step: kg(2.5) },
    sets: [],
  },
  { setNumber: 1, workoutId: null, at: Date.UTC(2026, 2, 2) as Instant, goalStrength: 0.5, repLow: null, repHigh: null, rir: null },
]

/** An address without what is secret in it: findings are told to administrators too, who need not be operators. */
function plain(address: string): string {
  const url = new URL(address)
  url.username = url.password = url.search = ''
  return url.href.replace(/\/$/, '')
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderBlobs } from '../../adapters/folder-blobs.ts'
import { readEnvironment } from '../../platform/config.ts'
import { openIdProvider } from '../../adapters/openid-provider.ts'
import { aProvider } from '../../testing/a-provider.ts'
import { aCollector } from '../../testing/collector.ts'
import { aSentry } from '../../testing/sentry.ts'
import {
  lookAtAddress,
  lookAtEngine,
  lookAtFaults,
  lookAtFiles,
  lookAtProviders,
  lookAtRedis,
  lookAtSharedSecrets,
  lookAtTraces,
} from './outside.ts'
import type { Note } from './findings.ts'

async function found(look: (note: Note) => void | Promise<void>) {
  const findings: Record<string, string> = {}
  await look((check, verdict, says) => void (findings[check] = `${verdict}: ${says}`))
  return findings
}
const shared = (from: Record<string, string>) =>
  found((note) => lookAtSharedSecrets(readEnvironment({ DATABASE_URL: 'postgres://h/d', ...from }), note))
const address = (from: Record<string, string>) => found((note) => lookAtAddress(readEnvironment(from), note))

test.for<[string, Record<string, string>, string, RegExp]>([
  [
    'a path behind the address',
    { ORIGIN: 'https://gym.example/app' },
    'origin',
    /^fault: .*leave out what follows https:\/\/gym\.example$/,
  ],
  ['http said where https is served', { ORIGIN: 'http://gym.example', TLS: 'auto' }, 'origin', /^fault: .*write https$/],
  [
    'a proxy with a certificate whose word is not believed',
    { ORIGIN: 'https://gym.example' },
    'proxy headers',
    /^advice: .*TRUST_PROXY=true/,
  ],
  ['headers believed from anybody', { TRUST_PROXY: 'true', HOST: '0.0.0.0' }, 'proxy headers', /^fault: .*TRUST_PROXY=false/],
  ['a proxy that is believed', { ORIGIN: 'https://gym.example', TRUST_PROXY: 'true' }, 'proxy headers', /^well/],
  ['nothing said', {}, 'origin', /^well/],
])('%s', async ([, from, check, says]) => {
  expect((await address(from))[check]).toMatch(says)
})

test('processes that share a database are told to share their secrets', async () => {
  expect(await shared({})).toEqual({})
  expect(await shared({ ROLE: 'api', SERVER_SECRET: 'a'.repeat(43) })).toEqual({
    'shared secrets': expect.stringMatching(/^advice: SEALING_KEYS not set/) as string,
  })
  expect((await shared({ ROLE: 'api', SERVER_SECRET: 'a'.repeat(43), SEALING_KEYS: 'a:b' }))['shared secrets']).toMatch(/^well/)
})

test('an engine or a Redis that is not there is said, with what to do, and is no fault', async () => {
  expect(await found((note) => lookAtEngine('grpc://127.0.0.1:1', note))).toEqual({
    engine: expect.stringMatching(/^advice: nobody answers at .*ENGINE_URL away$/) as string,
  })
  expect(await found((note) => lookAtRedis('redis://127.0.0.1:1', note))).toEqual({
    redis: expect.stringMatching(/^advice: it does not answer .*REDIS_URL away$/) as string,
  })
})

test('a provider is asked, and one that does not answer, or is another, is said', async () => {
  const provider = await aProvider('http://localhost:4000/sign-in')
  const port = (id: string, issuer: string) => openIdProvider({ ...provider, id, issuer, name: id, now: Date.now })
  const elsewhere = provider.issuer.replace('127.0.0.1', 'localhost')
  const ports = [port('home', `${provider.issuer}/`), port('gone', 'http://127.0.0.1:1/'), port('other', `${elsewhere}/`)]
  expect(await found((note) => lookAtProviders(ports, note))).toEqual({
    'provider home': expect.stringMatching(/^well/) as string,
    'provider gone': expect.stringMatching(/^advice: nobody can sign in by it now .*OIDC_PROVIDERS/) as string,
    'provider other': expect.stringMatching(/^advice/) as string,
  })
  await provider.close()
})

test('a place where no picture can be kept is a fault, and a folder that others do not see is said', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gg-doctor-'))
  const pictures = async (from: Record<string, string>, blobs = folderBlobs(folder)) =>
    (await found((note) => lookAtFiles(readEnvironment(from), blobs, note)))['pictures']
  expect(await pictures({})).toBe('well: kept in the folder .data/blobs')
  expect(await pictures({ DATABASE_URL: 'postgres://h/d', ROLE: 'api' })).toMatch(/^advice: .*S3_URL$/)
  expect(await pictures({}, folderBlobs('/dev/null/blobs'))).toMatch(/^fault: cannot be kept in the folder .*: ENOTDIR/)
  await rm(folder, { recursive: true })
})

test.for<[string, Record<string, string>, RegExp]>([
  ['a bucket without its key', { S3_URL: 'https://s3.example/bucket', S3_KEY_ID: 'me' }, /S3_URL: needs S3_KEY_ID and S3_SECRET_KEY/],
  ['a server of S3 without a bucket', { S3_URL: 'https://s3.example' }, /S3_URL: is https:\/\/SERVER\/BUCKET/],
])('%s is a fault of the configuration', ([, from, says]) => {
  expect(() => readEnvironment(from)).toThrow(says)
})

const tracesAt = (endpoint: string) => found((note) => lookAtTraces(readEnvironment({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }), note))

test('a collector of traces is sent an empty batch, and one that is away is said', async () => {
  const collector = await aCollector()
  expect(await tracesAt(collector.endpoint)).toEqual({ traces: `well: taken at ${collector.endpoint}` })
  expect(collector.spans()).toEqual([])
  expect((await tracesAt(`${collector.endpoint}/elsewhere`))['traces']).toMatch(
    /^advice: not taken at .*it answers 404.*take OTEL_EXPORTER/,
  )
  const away = (await tracesAt('http://canary@127.0.0.1:1/?canary'))['traces']
  expect(away).toMatch(/^advice: not taken at http:\/\/127\.0\.0\.1:1 /)
  expect(away).not.toContain('canary')
  expect(await tracesAt('')).toEqual({})
})

const faultsAt = (dsn: string) => found((note) => lookAtFaults(readEnvironment({ SENTRY_DSN: dsn }), note))

test('whoever is told of faults is sent a report of none, and one that is away is said without its key', async () => {
  const sentry = await aSentry()
  expect((await faultsAt(sentry.dsn))['faults']).toMatch(/^well: told to 127\.0\.0\.1:\d+$/)
  expect(sentry.events()).toEqual([])
  sentry.answer(403)
  expect((await faultsAt(sentry.dsn))['faults']).toMatch(/^advice: not taken at .*it answers 403.*SENTRY_DSN away$/)
  expect((await faultsAt('http://key@127.0.0.1:1/1'))['faults']).toMatch(/^advice: not taken at 127\.0\.0\.1:1 /)
  expect(await faultsAt('')).toEqual({})
})

test.for<[string, string, RegExp]>([
  ['over the open net', 'http://key@sentry.example/1', /SENTRY_DSN: is https/],
  ['with its secret key', 'https://key:canary@sentry.example/1', /SENTRY_DSN: holds a second key/],
  ['without a project', 'https://key@sentry.example/', /SENTRY_DSN: is https:\/\/KEY@HOST\/PROJECT/],
  ['of no kind', 'canary', /SENTRY_DSN: is https:\/\/KEY@HOST\/PROJECT/],
])('an address for faults %s is refused at the start', ([, dsn, says]) => {
  const read = () => readEnvironment({ SENTRY_DSN: dsn })
  expect(read).toThrow(says)
  expect(read).not.toThrow('canary')
})

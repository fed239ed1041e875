import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { DAY_MS, type Instant, instantOf } from '@gymgenius/domain'
import { expect, test as base } from 'vitest'
import { isFor, localCertificates } from './certificates.ts'
import { makeAuthority, makeServerCredential } from './x509.ts'

const now = Date.now() as Instant
const year = { from: (now - DAY_MS) as Instant, until: (now + 365 * DAY_MS) as Instant }

const test = base.extend('folder', async ({}, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'gg-tls-'))
  onCleanup(() => rm(folder, { recursive: true }))
  return folder
})

/** What a device that trusts this authority says about a server under a name; undefined when it is content. */
async function complaint(server: { key: string; cert: string }, authority: string, name: string): Promise<string | undefined> {
  const listening = createServer(server, (_, reply) => reply.end()).listen(0, '127.0.0.1')
  await new Promise((resolve) => listening.once('listening', resolve))
  const { port } = listening.address() as AddressInfo
  const said = await new Promise<string | undefined>((resolve) => {
    const socket = connect({
      port,
      host: '127.0.0.1',
      ca: authority,
      servername: /^\d/.test(name) ? '' : name,
      checkServerIdentity: (_, peer) => (isFor(new X509Certificate(peer.raw), name) ? undefined : new Error('another name')),
    })
    socket.once('secureConnect', () => {
      resolve(undefined)
      socket.destroy()
    })
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(`${error.code}: ${error.message}`))
    socket.once('close', () => resolve('closed'))
  })
  listening.close()
  return said
}

test('a phone that trusts the authority reaches the server by every name it has, and no other phone does', async ({ folder }) => {
  const ours = await localCertificates(folder, now)
  const elsewhere = makeAuthority({ ...year, commonName: 'somebody else' }, ['localhost'])
  expect(await complaint(ours, ours.authority, 'localhost')).toBeUndefined()
  expect(await complaint(ours, ours.authority, '127.0.0.1')).toBeUndefined()
  expect(await complaint(ours, ours.authority, 'example.com')).toMatch(/another name/)
  expect(await complaint(ours, elsewhere.certificate, 'localhost')).toMatch(/UNABLE_TO|SELF_SIGNED|SIGNATURE/)
})

test('whoever steals the authority cannot speak for a bank with it', async () => {
  const authority = { ...makeAuthority({ ...year, commonName: 'ours' }, ['localhost']), commonName: 'ours' }
  const honest = makeServerCredential(authority, { ...year, commonName: 'a' }, ['localhost', '192.168.1.20'])
  expect(await complaint({ key: honest.key, cert: honest.certificate }, authority.certificate, '192.168.1.20')).toBeUndefined()
  for (const name of ['bank.example', '8.8.8.8']) {
    const thief = makeServerCredential(authority, { ...year, commonName: 'a' }, [name])
    expect(await complaint({ key: thief.key, cert: thief.certificate }, authority.certificate, name)).toMatch(/permitted subtree violation/)
  }
})

test('a certificate is kept until it nears its end; the authority, which phones know, outlives it', async ({ folder }) => {
  const first = await localCertificates(folder, instantOf('2026-03-02T18:00:00Z'))
  const later = await localCertificates(folder, instantOf('2026-12-02T18:00:00Z'))
  const renewed = await localCertificates(folder, instantOf('2027-03-20T18:00:00Z'))
  expect(later.cert).toBe(first.cert)
  expect(renewed.cert).not.toBe(first.cert)
  expect(renewed.authority).toBe(first.authority)
  const days = (Date.parse(new X509Certificate(first.cert).validTo) - Date.parse(new X509Certificate(first.cert).validFrom)) / DAY_MS
  expect(days).toBeLessThanOrEqual(398)
  expect((await stat(join(folder, 'tls', 'authority.key'))).mode & 0o777).toBe(0o600)
})

import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DAY_MS } from '@gymgenius/domain'
import { expect } from 'vitest'
import { tryBlobs } from '../platform/blobs.ts'
import { mountHealth } from '../platform/health.ts'
import { createHttp } from '../platform/http.ts'
import type { BlobKey, BlobStore, Shelf } from '../platform/ports/blobs.ts'
import { pictureForm } from '../testing/evening.ts'
import { type Door, openDoor, test as base } from '../testing/front-door.ts'
import { openS3Server } from '../testing/s3-server.ts'
import { folderBlobs } from './folder-blobs.ts'
import { s3Blobs } from './s3-blobs.ts'

const test = base
  .extend('folder', async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'gg-blobs-'))
    onCleanup(() => rm(folder, { recursive: true }))
    return folder
  })
  .extend('s3', { scope: 'file' }, async ({}, { onCleanup }) => {
    const server = await openS3Server()
    onCleanup(() => server.close())
    return server
  })

const key = (n: number, shelf: Shelf = 'pictures'): BlobKey => `${shelf}/${String(n).padStart(32, '0')}`
const everyByte = Buffer.from(Array.from({ length: 70_000 }, (_, i) => (i * 31) % 256))

async function keysIn(blobs: BlobStore, shelf: Shelf = 'pictures'): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of blobs.list(shelf)) keys.push(key)
  return keys.toSorted()
}

async function keepsWhatItIsGiven(blobs: BlobStore) {
  const before = Date.now()
  await blobs.put(key(1), everyByte)
  await blobs.put(key(2), new Uint8Array())
  await blobs.put(key(3, 'erased'), Buffer.from('x'))
  expect(Buffer.from((await blobs.get(key(1)))!).equals(everyByte)).toBe(true)
  expect(await blobs.get(key(2))).toHaveLength(0)
  expect(await blobs.get(key(9))).toBeUndefined()
  expect([await keysIn(blobs), await keysIn(blobs, 'erased')]).toEqual([[key(1), key(2)], [key(3, 'erased')]])
  for await (const { keptAt } of blobs.list('pictures')) expect(Math.abs(keptAt - before)).toBeLessThan(DAY_MS)
  await blobs.remove(key(1))
  await blobs.remove(key(1))
  expect(await keysIn(blobs)).toEqual([key(2)])
  await tryBlobs(blobs)
  expect(await keysIn(blobs, 'checks')).toEqual([])
  for (const bad of [
    '../secret',
    'pictures/../../etc/passwd',
    `pictures/${'0'.repeat(31)}/`,
    'pictures/',
    '/etc/passwd',
    `other/${'0'.repeat(32)}`,
  ]) {
    await expect(Promise.resolve().then(() => blobs.get(bad as BlobKey))).rejects.toThrow('not a key')
    await expect(Promise.resolve().then(() => blobs.put(bad as BlobKey, everyByte))).rejects.toThrow('not a key')
    await expect(Promise.resolve().then(() => blobs.remove(bad as BlobKey))).rejects.toThrow('not a key')
  }
}

test('a folder keeps what it is given, byte for byte, and no key leads out of it', async ({ folder }) => {
  await keepsWhatItIsGiven(folderBlobs(join(folder, 'blobs')))
  expect(await readdir(folder)).toEqual(['blobs'])
  expect((await stat(join(folder, 'blobs', key(2)))).mode & 0o777).toBe(0o600)
})

test('what a killed process left half written is never shown, and goes after a day', async ({ folder }) => {
  const blobs = folderBlobs(folder)
  await blobs.put(key(1), everyByte)
  const part = join(folder, `${key(2)}.part`)
  await writeFile(part, 'half')
  expect([await keysIn(blobs), (await readdir(join(folder, 'pictures'))).length]).toEqual([[key(1)], 2])
  const old = new Date(Date.now() - DAY_MS - 60_000)
  await utimes(part, old, old)
  expect([await keysIn(blobs), (await readdir(join(folder, 'pictures'))).length]).toEqual([[key(1)], 1])
})

test('a bucket keeps what it is given, byte for byte, and a prefix of it knows nothing of another', async ({ s3 }) => {
  await keepsWhatItIsGiven(s3Blobs({ ...s3, url: `${s3.url}/ours/live` }))
  expect(await keysIn(s3Blobs({ ...s3, url: `${s3.url}/ours/staging` }))).toEqual([])
  expect(await keysIn(s3Blobs(s3))).toEqual([])
})

test('more objects than one page of a bucket has are listed', async ({ s3 }) => {
  const blobs = s3Blobs({ ...s3, url: `${s3.url}/many` })
  for (let n = 0; n < 1010; n += 101) await Promise.all(Array.from({ length: 101 }, (_, i) => blobs.put(key(n + i), Buffer.from('x'))))
  expect(await keysIn(blobs)).toHaveLength(1010)
})

test('a key that does not open the bucket is said', async ({ s3 }) => {
  await expect(tryBlobs(s3Blobs({ ...s3, keyId: 'nobody' }))).rejects.toThrow(/access key/i)
})

const send = ({ ask }: Door, token: string) =>
  ask('POST', '/v1/me/pictures', { token, body: pictureForm(), headers: { 'content-type': 'multipart/form-data; boundary=b' } })

test('while the bucket is away a picture is refused with a word and no row, and health says so; back again it is taken', async ({
  ctx,
  s3,
}) => {
  const blobs = s3Blobs({ ...s3, url: `${s3.url}/away` })
  const world = { ...ctx, blobs }
  const door = await openDoor(world)
  const { accessToken: token } = await door.lifter('ann@example.test')
  const http = createHttp()
  mountHealth({ http, ctx: world, served: [], authenticate: async () => undefined }, () => false)
  const health = async () => (await http.inject('/readyz')).json<object>()
  const mine = async () => (await door.ask('GET', '/v1/me/pictures', { token })).json<{ items: { id: string }[] }>().items

  await s3.kill()
  expect((await send(door, token)).json()).toMatchObject({ status: 503, code: 'server.files_unavailable', facts: { retryAfter: 5 } })
  expect(await mine()).toEqual([])
  expect(await health()).toEqual({ status: 'ready', files: 'away' })

  await s3.start()
  expect((await send(door, token)).statusCode).toBe(201)
  expect(await health()).toEqual({ status: 'ready', files: 'up' })
  const [picture] = await mine()
  expect((await door.ask('GET', `/v1/me/pictures/${picture!.id}`, { token })).headers['content-type']).toBe('image/webp')
})

/** Stands between us and a bucket, and spoils the first bodies that it hands back. */
async function spoiling(bucket: string, spoil: (reply: ServerResponse, body: Buffer) => void, howMany: number) {
  let left = howMany
  const { origin } = new URL(bucket)
  const server: Server = createServer((asked: IncomingMessage, reply) => {
    void (async () => {
      const body = Buffer.concat(await asked.toArray())
      const headers = Object.fromEntries(Object.entries(asked.headers).filter(([name]) => !['connection', 'content-length'].includes(name)))
      const answer = await fetch(origin + asked.url!, {
        method: asked.method!,
        headers: headers as Record<string, string>,
        ...(body.length > 0 && { body }),
      })
      const bytes = Buffer.from(await answer.arrayBuffer())
      if (asked.method === 'GET' && left-- > 0) return spoil(reply, bytes)
      reply.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '', etag: answer.headers.get('etag') ?? '' })
      reply.end(bytes)
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${new URL(bucket).pathname}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const half = (reply: ServerResponse, body: Buffer) => void reply.writeHead(200).end(body.subarray(0, body.length / 2))
const brokenOff = (reply: ServerResponse, body: Buffer) => {
  reply.writeHead(200, { 'content-length': body.length })
  reply.write(body.subarray(0, body.length / 2), () => reply.destroy())
}

test.for([
  ['half of a picture', half, 1, 200, undefined],
  ['half of a picture, again and again', half, 9, 500, 'server.file_damaged'],
  ['a picture that breaks off, again and again', brokenOff, 9, 503, 'server.files_unavailable'],
] as const)('%s from the bucket is not shown as one', async ([, spoil, howMany, status, code], { ctx, s3 }) => {
  const bucket = `${s3.url}/spoilt`
  const door = await openDoor({ ...ctx, blobs: s3Blobs({ ...s3, url: bucket }) })
  const { accessToken: token } = await door.lifter('ann@example.test')
  const { id } = (await send(door, token)).json<{ id: string }>()
  const whole = await door.ask('GET', `/v1/me/pictures/${id}`, { token })
  const wire = await spoiling(bucket, spoil, howMany)
  const blobs = s3Blobs({ ...s3, url: wire.url })
  const spoilt = await openDoor({ ...ctx, blobs })
  const seen = await spoilt.ask('GET', `/v1/me/pictures/${id}`, { token })
  expect(seen.statusCode).toBe(status)
  if (code === undefined) expect(seen.rawPayload.equals(whole.rawPayload)).toBe(true)
  else expect(seen.json()).toMatchObject({ code })
  blobs.close()
  wire.close()
})

test('a bucket that takes the question and never answers is given up', async ({ s3 }) => {
  const silent = createServer(() => {})
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const blobs = s3Blobs({ ...s3, url: `http://127.0.0.1:${(silent.address() as AddressInfo).port}/bucket` }, 200)
  await expect(blobs.get(key(1))).rejects.toThrow(/no answer|timed out|timeout|time/i)
  expect(blobs.isUp()).toBe(false)
  blobs.close()
  silent.closeAllConnections()
  silent.close()
})

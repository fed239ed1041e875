import type { TrainedAthlete, TrainerGrant } from '@gymgenius/contracts'
import sharp from 'sharp'
import { expect } from 'vitest'
import { folderBlobs } from '../../adapters/folder-blobs.ts'
import type { Ctx } from '../../platform/context.ts'
import { deliverDue } from '../../platform/queue.ts'
import { pictureForm } from '../../testing/evening.ts'
import { type Door, openDoor, type SignedInHere, test } from '../../testing/front-door.ts'
import { uuid } from '../../testing/ids.ts'
import { rooms } from '../../rooms.ts'
import { privacyRoom } from '../privacy/index.ts'
import { sweepPictures } from './pictures.service.ts'

const DAY_MS = 86_400_000
const rng = () => 0.5

/** A plain picture of one color, as a camera that was turned on its side and knows where it is would write it. */
const aPhoto = (background = '#c03020', { width = 900, height = 600 } = {}) =>
  sharp({ create: { width, height, channels: 3, background } })
    .withExif({ IFD0: { Copyright: 'Xanadu' }, IFD3: { GPSLatitude: '52/1 31/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer()

const send = ({ ask }: Pick<Door, 'ask'>, token: string, bytes: Uint8Array) =>
  ask('POST', '/v1/me/pictures', { token, body: pictureForm(bytes), headers: { 'content-type': 'multipart/form-data; boundary=b' } })

const mine = async ({ ask }: Pick<Door, 'ask'>, token: string) =>
  (await ask('GET', '/v1/me/pictures', { token })).json<{ items: { id: string; setAt: string }[] }>().items

async function keysIn({ blobs }: Ctx): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of blobs.list('pictures')) keys.push(key)
  return keys
}

const keyOf = async ({ db }: Ctx) => (await db.selectFrom('picture').select('key').executeTakeFirstOrThrow()).key

test('a photo becomes a small square that tells nothing of where it was taken, and is served as a picture and nothing else', async ({
  ctx,
  door,
}) => {
  const { accessToken: token } = await door.lifter('ann@example.test')
  expect(await mine(door, token)).toEqual([])
  const photo = await aPhoto()
  expect(photo.includes('Xanadu')).toBe(true)
  const set = await send(door, token, photo)
  expect([set.statusCode, set.json()]).toEqual([201, { id: expect.any(String) as string, setAt: '2026-03-02T18:00:00.000Z' }])
  expect(await mine(door, token)).toEqual([set.json()])

  const seen = await door.ask('GET', `/v1/me/pictures/${set.json<{ id: string }>().id}`, { token })
  expect(seen.statusCode).toBe(200)
  expect(seen.headers).toMatchObject({
    'content-type': 'image/webp',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-cache',
    'content-security-policy': "default-src 'none'; sandbox",
  })
  const { format, width, height, exif, icc, xmp } = await sharp(seen.rawPayload).metadata()
  expect({ format, width, height, exif, icc, xmp }).toEqual({ format: 'webp', width: 320, height: 320 })
  expect(seen.rawPayload.includes('Xanadu')).toBe(false)
  const again = await door.ask('GET', `/v1/me/pictures/${set.json<{ id: string }>().id}`, {
    token,
    headers: { 'if-none-match': String(seen.headers['etag']) },
  })
  expect([again.statusCode, again.body]).toEqual([304, ''])
  expect(await keysIn(ctx)).toEqual([expect.stringMatching(/^pictures\/[0-9a-f]{32}$/)])
})

test('a photo of a camera held upright stands upright', async ({ door }) => {
  const { accessToken: token } = await door.lifter('ann@example.test')
  const red = { create: { width: 400, height: 400, channels: 3, background: '#ff0000' } } as const
  const blue = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#0000ff' } })
    .png()
    .toBuffer()
  // Blue above red as it lies in the file; the camera says that its left side is up.
  const turned = await sharp(red)
    .composite([{ input: blue, top: 0, left: 0 }])
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  await send(door, token, turned)
  const { id } = (await mine(door, token))[0]!
  const { rawPayload } = await door.ask('GET', `/v1/me/pictures/${id}`, { token })
  const { data, info } = await sharp(rawPayload).raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * info.channels).subarray(0, 3)]
  const [[leftRed], [rightRed, , rightBlue]] = [at(40, 160), at(280, 160)] as [number[], number[]]
  expect([leftRed! > 200, rightRed! < 60, rightBlue! > 200]).toEqual([true, true, true])
})

/** A PNG whose few bytes say that they are 30,000 points wide and high. */
function bomb(): Buffer {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  png.writeUInt32BE(30_000, 16)
  png.writeUInt32BE(30_000, 20)
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  return png
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'

test.for<[string, () => Promise<Uint8Array> | Uint8Array, number, string]>([
  ['a drawing with a script', () => Buffer.from(svg), 422, 'pictures.unreadable'],
  ['a page', () => Buffer.from('<!doctype html><p>hello'), 422, 'pictures.unreadable'],
  ['a page that begins as a photo does', () => Buffer.from('\xFF\xD8\xFF<script>alert(1)</script>', 'latin1'), 422, 'pictures.unreadable'],
  ['a drawing in the clothes of a WebP', () => Buffer.from(`RIFF____WEBP${svg}`), 422, 'pictures.unreadable'],
  [
    'a moving picture of another format',
    () =>
      sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
        .gif()
        .toBuffer(),
    422,
    'pictures.unreadable',
  ],
  ['half a photo', async () => (await aPhoto()).subarray(0, 700), 422, 'pictures.unreadable'],
  ['nothing', () => Buffer.alloc(0), 422, 'pictures.unreadable'],
  ['few bytes that would fill the memory', bomb, 413, 'pictures.too_large'],
  ['more bytes than a photo has', () => Buffer.alloc(12_582_913, 0xff), 413, 'pictures.too_large'],
])('%s is refused, and nothing is kept', async ([, bytes, status, code], { ctx, door }) => {
  const { accessToken: token } = await door.lifter('ann@example.test')
  const refused = await send(door, token, await bytes())
  expect(refused.json()).toMatchObject({ status, code })
  expect([await mine(door, token), await keysIn(ctx)]).toEqual([[], []])
})

test.for(['png', 'webp', 'jpeg'] as const)('%s is taken', async (format, { door }) => {
  const { accessToken: token } = await door.lifter('ann@example.test')
  expect(
    (
      await send(
        door,
        token,
        await sharp(await aPhoto())
          .toFormat(format)
          .toBuffer(),
      )
    ).statusCode,
  ).toBe(201)
})

test('a new picture takes the place of the old one, and removed it is gone from the disk', async ({ ctx, door }) => {
  const { accessToken: token } = await door.lifter('ann@example.test')
  const first = (await send(door, token, await aPhoto())).json<{ id: string }>()
  const second = (await send(door, token, await aPhoto('#204080'))).json<{ id: string }>()
  expect((await door.ask('GET', `/v1/me/pictures/${first.id}`, { token })).json()).toMatchObject({ code: 'pictures.not_found' })
  await deliverDue(ctx, { rooms, rng })
  expect(await keysIn(ctx)).toEqual([await keyOf(ctx)])
  expect((await door.ask('DELETE', `/v1/me/pictures/${second.id}`, { token })).statusCode).toBe(204)
  expect((await door.ask('DELETE', `/v1/me/pictures/${second.id}`, { token })).statusCode).toBe(404)
  await deliverDue(ctx, { rooms, rng })
  expect([await mine(door, token), await keysIn(ctx)]).toEqual([[], []])
})

test('a trainer sees who lets them see something, for as long as they do, and nobody else sees it', async ({ ctx, door }) => {
  const owner = (await door.register('owner@example.test')).json<SignedInHere>()
  const [ann, coach, bob] = [
    await door.lifter('ann@example.test'),
    await door.lifter('coach@example.test'),
    await door.lifter('bob@example.test'),
  ]
  await door.ask('PATCH', `/v1/accounts/${coach.account.id}`, { token: owner.accessToken, body: { role: 'trainer' } })
  ctx.clock.advance(2000)
  const token = ann.accessToken
  await door.ask('PUT', '/v1/consents', { token, body: { purpose: 'trainer_sharing', version: 1 } })
  const said = { id: uuid(0xb001), shownAs: 'Ann', kinds: ['injuries'] }
  const { id, code } = (await door.ask('POST', '/v1/grants', { token, body: said })).json<TrainerGrant>()
  await door.ask('POST', '/v1/trainer/athletes', { token: coach.accessToken, body: { code } })
  const trained = async () =>
    (await door.ask('GET', '/v1/trainer/athletes', { token: coach.accessToken })).json<{ items: TrainedAthlete[] }>().items
  const look = () => door.ask('GET', `/v1/trainer/athletes/${id}/picture`, { token: coach.accessToken })

  expect(await trained()).toEqual([expect.not.objectContaining({ pictureId: expect.anything() as string })])
  expect((await look()).json()).toMatchObject({ status: 404, code: 'pictures.not_found' })
  const picture = (await send(door, token, await aPhoto())).json<{ id: string }>()
  expect(await trained()).toMatchObject([{ pictureId: picture.id }])
  expect((await look()).headers['content-type']).toBe('image/webp')
  for (const other of [bob, coach, owner])
    expect((await door.ask('GET', `/v1/me/pictures/${picture.id}`, { token: other.accessToken })).json()).toMatchObject({
      code: 'pictures.not_found',
    })
  expect((await door.ask('GET', '/v1/grants', { token })).json()).toMatchObject({ items: [{ looks: 0 }] })

  await door.ask('DELETE', `/v1/grants/${id}`, { token })
  expect((await look()).json()).toMatchObject({ status: 404, code: 'trainers.athlete_not_found' })
})

test('the copy of everything has the picture; an erased account leaves no file', async ({ ctx, door }) => {
  await door.register('owner@example.test')
  const { accessToken: token } = await door.lifter('ann@example.test')
  const { id } = (await send(door, token, await aPhoto())).json<{ id: string }>()
  const served = await door.ask('GET', `/v1/me/pictures/${id}`, { token })
  const copy = (await door.ask('GET', '/v1/export', { token })).json<{ pictures: { picture: { base64: string } } }>()
  expect(Buffer.from(copy.pictures.picture.base64, 'base64')).toEqual(served.rawPayload)
  await door.ask('POST', '/v1/me/erasure', { token })
  ctx.clock.advance(DAY_MS)
  expect(await privacyRoom.chores!['privacy.erase']!.run(ctx)).toBe('more')
  await deliverDue(ctx, { rooms, rng })
  expect(await keysIn(ctx)).toEqual([])
})

test('where the store does not answer, the lifter is told so and no row is left; the rest of the copy still leaves', async ({
  ctx,
  door,
}) => {
  const { accessToken: token } = await door.lifter('ann@example.test')
  const nowhere = await openDoor({ ...ctx, blobs: folderBlobs('/dev/null/blobs') })
  expect((await send(nowhere, token, await aPhoto())).json()).toMatchObject({
    status: 503,
    code: 'server.files_unavailable',
    facts: { retryAfter: 5 },
  })
  expect(await mine(door, token)).toEqual([])

  const { id } = (await send(door, token, await aPhoto())).json<{ id: string }>()
  expect((await nowhere.ask('GET', `/v1/me/pictures/${id}`, { token })).json()).toMatchObject({ code: 'server.files_unavailable' })
  const copy = (await nowhere.ask('GET', '/v1/export', { token })).json<object>()
  expect(copy).toMatchObject({ pictures: { picture: { id, isUnavailable: true } }, privacy: {} })
})

test('a file that was changed on the disk is not shown', async ({ ctx, door }) => {
  const { accessToken: token } = await door.lifter('ann@example.test')
  const { id } = (await send(door, token, await aPhoto())).json<{ id: string }>()
  await ctx.blobs.put((await keyOf(ctx)) as never, await aPhoto('#ffffff'))
  expect((await door.ask('GET', `/v1/me/pictures/${id}`, { token })).json()).toMatchObject({ status: 500, code: 'server.file_damaged' })
})

test('files that no row names are swept away, when they are a day old', async ({ ctx, door }) => {
  const { accessToken: token } = await door.lifter('ann@example.test')
  await send(door, token, await aPhoto())
  const kept = await keyOf(ctx)
  const orphan = `pictures/${'0'.repeat(31)}1` as const
  await ctx.blobs.put(orphan, Buffer.from('nobody’s'))
  const at = (now: number) => sweepPictures({ ...ctx, clock: { now: () => now as never } })
  await at(Date.now())
  expect((await keysIn(ctx)).toSorted()).toEqual([kept, orphan].toSorted())
  await at(Date.now() + DAY_MS + 60_000)
  expect(await keysIn(ctx)).toEqual([kept])
})

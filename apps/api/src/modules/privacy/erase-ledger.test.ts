import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from 'vitest'
import { folderBlobs } from '../../adapters/folder-blobs.ts'
import { writeBackup } from '../../platform/backup.ts'
import type { Ctx } from '../../platform/context.ts'
import { migrate, readMigrations } from '../../platform/database.ts'
import type { BlobKey, Shelf } from '../../platform/ports/blobs.ts'
import { deliverDue } from '../../platform/queue.ts'
import { restoreBackup } from '../../platform/restore.ts'
import { migrationFolder } from '../../platform/world.ts'
import { rooms } from '../../rooms.ts'
import { pictureForm } from '../../testing/evening.ts'
import { openDoor, type SignedInHere } from '../../testing/front-door.ts'
import { openRealDatabase } from '../../testing/real-database.ts'
import { stillWorld } from '../../testing/still-world.ts'
import { eraseAgain, privacyRoom } from './index.ts'

const migrations = await readMigrations(migrationFolder)
const DAY_MS = 86_400_000

/** Whom a restore could bring back, in a database that it can replace. */
const test = base.extend('town', { scope: 'file' }, async ({}, { onCleanup }) => {
  const { database, close } = await openRealDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'gg-ledger-'))
  onCleanup(async () => {
    await close()
    await rm(folder, { recursive: true })
  })
  await migrate(database, migrations)
  const ctx = { ...stillWorld(database), blobs: folderBlobs(join(folder, 'blobs')) }
  const door = await openDoor(ctx)
  await door.register('owner@example.test')
  const lifters = { ann: await door.lifter('ann@example.test'), bob: await door.lifter('bob@example.test') }
  for (const { accessToken: token } of Object.values(lifters))
    await door.ask('POST', '/v1/me/pictures', {
      token,
      body: pictureForm(),
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    })
  const path = join(folder, 'backup.jsonl.gz')
  return {
    ...lifters,
    ctx,
    door,
    folder,
    deliver: () => deliverDue(ctx, { rooms, rng: () => 0.5 }),
    backUp: () => writeBackup(database, path, ctx.clock.now(), { blobs: ctx.blobs }),
    restore: async (blobs = ctx.blobs) => {
      let erased = 0
      await restoreBackup(database, path, migrations, {
        blobs,
        after: async (db) => {
          erased = await eraseAgain({ ...ctx, blobs, db })
        },
      })
      return erased
    },
    accounts: async () => (await database.selectFrom('account').select('email').orderBy('email').execute()).map(({ email }) => email),
  }
})

test('who was erased after a backup was made does not come back with it; everybody else does, also who took that wish back', async ({
  town,
}) => {
  const { ctx, door, ann, bob } = town
  await town.backUp()
  for (const { accessToken: token } of [ann, bob]) expect((await door.ask('POST', '/v1/me/erasure', { token })).statusCode).toBe(202)
  await door.ask('DELETE', '/v1/me/erasure', { token: bob.accessToken })
  ctx.clock.advance(DAY_MS)
  expect(await privacyRoom.chores!['privacy.erase']!.run(ctx)).toBe('more')
  expect(await privacyRoom.chores!['privacy.erase']!.run(ctx)).toBeUndefined()
  await town.deliver()
  const others = ['bob@example.test', 'owner@example.test']
  expect(await town.accounts()).toEqual(others)

  expect(await town.restore()).toBe(1)
  expect(await town.accounts()).toEqual(others)
  expect((await door.logIn('ann@example.test')).statusCode).toBe(401)
  expect((await door.logIn('bob@example.test')).statusCode).toBe(200)
  await town.deliver()
  expect(await keysOn(ctx, 'pictures')).toHaveLength(1)
})

test('what is kept of who was erased leads to nobody', async ({ town: { ctx } }) => {
  const [key, ...others] = await keysOn(ctx, 'erased')
  expect(others).toEqual([])
  const said = `${key} ${Buffer.from((await ctx.blobs.get(key!))!).toString()}`
  expect(said).toMatch(/^erased\/[0-9a-f]{32} \{"erasedAt":"2026-03-03T18:00:00.000Z"\}$/)
})

test('pictures come back with a backup, also into a house that has lost its folder', async ({ town }) => {
  const { ctx, door, folder } = town
  const { accessToken: token } = (await door.logIn('bob@example.test')).json<SignedInHere>()
  await town.backUp()
  const { id } = (await door.ask('GET', '/v1/me/pictures', { token })).json<{ items: [{ id: string }] }>().items[0]
  const before = await door.ask('GET', `/v1/me/pictures/${id}`, { token })
  const blobs = folderBlobs(join(folder, 'another'))
  await town.restore(blobs)
  const after = await (await openDoor({ ...ctx, blobs })).ask('GET', `/v1/me/pictures/${id}`, { token })
  expect([after.statusCode, after.rawPayload.equals(before.rawPayload)]).toEqual([200, true])
})

async function keysOn({ blobs }: Ctx, shelf: Shelf): Promise<BlobKey[]> {
  const keys: BlobKey[] = []
  for await (const { key } of blobs.list(shelf)) keys.push(key)
  return keys
}

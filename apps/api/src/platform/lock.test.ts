import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from 'vitest'
import { FolderInUse, isLocked, socketFolder, takeLock } from './lock.ts'

const test = base.extend('folder', async ({}, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'gg-lock-'))
  onCleanup(() => rm(folder, { recursive: true, force: true }))
  return folder
})

const holder = (folder: string) => `
  import { takeLock } from ${JSON.stringify(new URL('./lock.ts', import.meta.url).href)}
  await takeLock(${JSON.stringify(folder)}).then(() => console.log('held'), (error) => { console.log(error.name); process.exit(1) })
  setInterval(() => {}, 1000)`

/** A process of its own that tries to take the lock: what became of it, and how to kill it. */
async function contender(folder: string): Promise<{ said: string; kill(): Promise<void> }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', holder(folder)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const said = await new Promise<string>((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk).trim())))
  return {
    said,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

test('a second process cannot take a folder that the first one has', async ({ folder }) => {
  const first = await contender(folder)
  expect(first.said).toBe('held')
  await expect(takeLock(folder)).rejects.toThrow(FolderInUse)
  expect(await isLocked(folder)).toBe(true)
  await first.kill()
})

test('a killed process leaves nothing that must be cleaned up by hand', async ({ folder }) => {
  const first = await contender(folder)
  await first.kill()
  expect(await isLocked(folder)).toBe(false)
  const lock = await takeLock(folder)
  await expect(takeLock(folder)).rejects.toThrow(FolderInUse)
  await lock.release()
  await (await takeLock(folder)).release()
})

test('of many processes that race for the lock of a dead one, exactly one gets it', async ({ folder }) => {
  for (let round = 0; round < 3; round++) {
    const dead = await contender(folder)
    expect(dead.said).toBe('held')
    await dead.kill()
    const rivals = await Promise.all(Array.from({ length: 6 }, () => contender(folder)))
    expect(rivals.map(({ said }) => said).sort()).toEqual([...Array.from({ length: 5 }, () => 'FolderInUse'), 'held'])
    await Promise.all(rivals.map((rival) => rival.kill()))
  }
})

test('a race within one process has one winner too', async ({ folder }) => {
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => takeLock(folder)))
  const locks = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  expect(locks).toHaveLength(1)
  const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  expect(refusals.every((reason) => reason instanceof FolderInUse)).toBe(true)
  await locks[0]!.release()
})

test('a folder whose path is too long for a socket is locked all the same', async ({ folder }) => {
  const deep = join(folder, 'a'.repeat(100), 'b'.repeat(100))
  await mkdir(deep, { recursive: true })
  const sockets = await socketFolder(deep)
  expect(sockets.length).toBeLessThan(60)
  const lock = await takeLock(deep)
  await expect(takeLock(join(deep, '..', 'b'.repeat(100)))).rejects.toThrow(FolderInUse)
  await lock.release()
  await rm(sockets, { recursive: true })
})

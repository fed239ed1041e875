import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { expect, type StillWorld, test } from '../testing/test.ts'
import { startChores } from './chores.ts'
import type { Room, RoomChore } from './room.ts'

/** A chore that goes on until it is let go, and notes when it begins and ends. */
function held(name: string, noted: string[]) {
  const { promise, resolve: letGo } = Promise.withResolvers<void>()
  const chore: RoomChore = {
    everySeconds: 60,
    takesLong: true,
    run: async () => {
      noted.push(`${name} begins`)
      await promise
      noted.push(`${name} ends`)
    },
  }
  return { chore, letGo }
}

const noting = (name: string, noted: string[]): RoomChore => ({ everySeconds: 60, run: async () => void noted.push(name) })

function begin(ctx: StillWorld, chores: Room['chores']) {
  const going = startChores(ctx, [{ name: 'testing', chores: chores! }])
  onTestFinished(() => going.stop())
  return going
}

test('a chore that takes long holds up none of the short ones', async ({ crowded }) => {
  const noted: string[] = []
  const fit = held('the fit', noted)
  begin(crowded, { 'testing.fit': fit.chore, 'testing.read': noting('reading', noted) })
  await expect.poll(() => noted.toSorted(), { timeout: 10_000 }).toEqual(['reading', 'the fit begins'])
  crowded.clock.advance(60_000)
  await expect.poll(() => noted.filter((what) => what === 'reading'), { timeout: 10_000 }).toHaveLength(2)
  expect(noted).not.toContain('the fit ends')
  fit.letGo()
})

test('chores that take long take turns, and none begins anew while it is still at it', async ({ crowded }) => {
  const noted: string[] = []
  const first = held('first', noted)
  const second = held('second', noted)
  begin(crowded, { 'testing.first': first.chore, 'testing.second': second.chore, 'testing.read': noting('reading', noted) })
  for (let minutes = 1; minutes <= 3; minutes++) {
    crowded.clock.advance(60_000) // its lease, were it not renewed, would have ended
    await expect.poll(() => noted.filter((what) => what === 'reading'), { timeout: 10_000 }).toHaveLength(minutes)
  }
  expect(noted.filter((what) => what !== 'reading')).toEqual(['first begins'])
  first.letGo()
  await expect.poll(() => noted, { timeout: 10_000 }).toContain('second begins')
  expect(noted.indexOf('second begins')).toBeGreaterThan(noted.indexOf('first ends'))
  second.letGo()
})

test('who stops waits for the long chore that is going on, and begins no other', async ({ crowded }) => {
  const noted: string[] = []
  const first = held('first', noted)
  const going = begin(crowded, { 'testing.first': first.chore, 'testing.second': held('second', noted).chore })
  await expect.poll(() => noted, { timeout: 10_000 }).toEqual(['first begins'])
  const stopped = going.stop().then(() => noted.push('stopped'))
  await sleep(50)
  first.letGo()
  await stopped
  expect(noted).toEqual(['first begins', 'first ends', 'stopped'])
})

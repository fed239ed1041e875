import type { ImportId } from '@gymgenius/domain'
import { anAthlete } from '../../testing/builders.ts'
import { expect, test } from '../../testing/test.ts'
import { ensureCustomMovements, matchNames, movementChangesSince, movementFor, undoCustomMovements } from './index.ts'

const anImport = '019caf80-0000-7000-8000-0000000000bb' as ImportId

test('names of a logbook find the library; what is not known is left to the lifter', async ({ api, ctx }) => {
  const matches = await matchNames(ctx, api.athleteId, ['Bench Press (Barbell)', 'Lat Pulldown (Cable)', "Uncle Bob's wiggle"])
  expect([...matches].map(([name, { movement, confidence }]) => [name, movement.name, confidence])).toEqual([
    ['Bench Press (Barbell)', 'Bench Press (Barbell)', 1],
    ['Lat Pulldown (Cable)', 'Lat Pulldown (Cable)', 1],
  ])
})

test("a lifter's own movement of a name comes before the library's", async ({ api, ctx }) => {
  const mine = (await ensureCustomMovements(ctx, api.athleteId, ['Bench Press (Barbell)'], anImport)).get('Bench Press (Barbell)')
  expect((await matchNames(ctx, api.athleteId, ['bench press, barbell'])).get('bench press, barbell')?.movement.id).toBe(mine)
  const others = await matchNames(ctx, await anAthlete(ctx), ['bench press, barbell'])
  expect(others.get('bench press, barbell')?.movement.id).not.toBe(mine)
})

test("unknown names become movements of one's own, once, with what their words say", async ({ api, ctx }) => {
  const names = ['Wobble Curl (Cable)', 'wobble curls - cable', 'Assisted Wobble', '💪', '🦵']
  const made = await ensureCustomMovements(ctx, api.athleteId, names, anImport)
  expect(new Set(made.values()).size).toBe(4)
  const curl = await movementFor(ctx, api.athleteId, made.get('Wobble Curl (Cable)')!)
  expect(curl).toMatchObject({
    name: expect.stringContaining('obble'),
    equipment: 'cable',
    loadKind: 'machine_stack',
    pattern: 'isolation',
  })
  expect(await movementFor(ctx, api.athleteId, made.get('Assisted Wobble')!)).toMatchObject({ loadKind: 'assisted' })

  const again = await ensureCustomMovements(ctx, api.athleteId, names, anImport)
  expect(again).toEqual(made)
})

test('a name of five thousand letters is cut, kept and found again', async ({ api, ctx }) => {
  const name = 'wobble'.repeat(900)
  const made = await ensureCustomMovements(ctx, api.athleteId, [name], anImport)
  expect((await movementFor(ctx, api.athleteId, made.get(name)!))?.name).toHaveLength(200)
  expect(await ensureCustomMovements(ctx, api.athleteId, [name], anImport)).toEqual(made)
})

test('undoing an import takes its movements back, save those used since', async ({ api, ctx }) => {
  const made = await ensureCustomMovements(ctx, api.athleteId, ['Wobble', 'Wiggle', 'Waggle'], anImport)
  const used = made.get('Wiggle')!
  const gone = await undoCustomMovements(ctx, api.athleteId, anImport, [used])
  expect(new Set(gone)).toEqual(new Set([made.get('Wobble'), made.get('Waggle')]))
  expect(await movementFor(ctx, api.athleteId, used)).toMatchObject({ name: 'Wiggle' })
  expect(await movementFor(ctx, api.athleteId, made.get('Wobble')!)).toBeUndefined()
  const changes = await movementChangesSince(ctx, api.athleteId, 3, 10)
  expect(changes.map(({ changeSeq }) => changeSeq)).toEqual([4, 5])
})

test('every movement an import makes is a change of its own for the devices', async ({ api, ctx }) => {
  await ensureCustomMovements(ctx, api.athleteId, ['Wobble', 'Wiggle', 'Waggle'], anImport)
  const changes = await movementChangesSince(ctx, api.athleteId, 0, 10)
  expect(changes.map(({ changeSeq }) => changeSeq)).toEqual([1, 2, 3])
})

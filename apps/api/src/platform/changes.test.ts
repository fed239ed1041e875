import type { LoginSessionId } from '@gymgenius/domain'
import { anAthlete } from '../testing/builders.ts'
import { expect, test } from '../testing/test.ts'
import { changeHead, nextChangeSeq, withChangesAhead } from './changes.ts'
import { actingAs } from './context.ts'

test('every change of one athlete has a number of its own, and a block takes as many as it says', async ({ ctx }) => {
  const [mine, yours] = [await anAthlete(ctx), await anAthlete(ctx)]
  expect([await nextChangeSeq(ctx, mine), await nextChangeSeq(ctx, mine, 3), await nextChangeSeq(ctx, mine)]).toEqual([1, 4, 5])
  expect(await nextChangeSeq(ctx, yours)).toBe(1)
})

test('nobody takes a change of an athlete they may not write for', async ({ ctx }) => {
  const [mine, yours] = [await anAthlete(ctx), await anAthlete(ctx)]
  const me = { kind: 'athlete', athleteId: mine, loginSessionId: mine as string as LoginSessionId } as const
  await expect(actingAs(ctx, me, (ctx) => nextChangeSeq(ctx, yours))).rejects.toThrow('no such athlete')
  expect(await changeHead(ctx, yours)).toBe(0)
})

test('numbers taken ahead are handed out in order, and work that needs more than was expected goes on above them', async ({ ctx }) => {
  const [mine, yours] = [await anAthlete(ctx), await anAthlete(ctx)]
  const taken = await withChangesAhead(ctx, mine, 4, async () => {
    const first = [await nextChangeSeq(ctx, mine), await nextChangeSeq(ctx, yours), await nextChangeSeq(ctx, mine, 2)]
    return [...first, await nextChangeSeq(ctx, mine, 2), await nextChangeSeq(ctx, mine)]
  })
  expect(taken).toEqual([1, 1, 3, 6, 7])
  expect(await changeHead(ctx, mine)).toBe(7)
})

test('numbers taken ahead are given up when the work fails, and never used again', async ({ ctx }) => {
  const mine = await anAthlete(ctx)
  await expect(withChangesAhead(ctx, mine, 10, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await nextChangeSeq(ctx, mine)).toBe(11)
})

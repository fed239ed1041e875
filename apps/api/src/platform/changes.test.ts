import type { LoginSessionId } from '@gymgenius/domain'
import { anAthlete } from '../testing/builders.ts'
import { expect, test } from '../testing/test.ts'
import { changeHead, nextChangeSeq } from './changes.ts'
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

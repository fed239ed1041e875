import { anAthlete } from '../testing/builders.ts'
import { expect, test } from '../testing/test.ts'
import { nextChangeSeq } from './changes.ts'

test('every change of one athlete has a number of its own, and a block takes as many as it says', async ({ ctx }) => {
  const [mine, yours] = [await anAthlete(ctx), await anAthlete(ctx)]
  expect([await nextChangeSeq(ctx, mine), await nextChangeSeq(ctx, mine, 3), await nextChangeSeq(ctx, mine)]).toEqual([1, 4, 5])
  expect(await nextChangeSeq(ctx, yours)).toBe(1)
})

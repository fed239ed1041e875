import 'fake-indexeddb/auto'
import type { AccountId } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { testId } from '../../testing/ops.ts'
import { begunDraft, draftOn, putDraft } from './drafts.ts'
import { openView, type Draft } from './schema.ts'

const aDraft = (movement: string, workoutId: string = testId()): Draft => ({
  workoutId,
  activeItem: 0,
  items: [{ key: movement } as never],
})

test('a movement that was just added is there for whoever reads the plan before it is on the disk', async () => {
  const view = await openView(testId<'account'>() as AccountId)
  const empty: Draft = { ...aDraft(''), items: [] }
  begunDraft(empty)
  await putDraft(view, empty)

  const withBench = aDraft('bench', empty.workoutId)
  begunDraft(withBench)
  expect(await draftOn(view, empty.workoutId)).toEqual(withBench)
  await putDraft(view, withBench)
  expect(await draftOn(view, empty.workoutId)).toEqual(withBench)
})

test('the plan before it, written late, does not stand for the newer one', async () => {
  const view = await openView(testId<'account'>() as AccountId)
  const first = aDraft('bench')
  const second = aDraft('squat', first.workoutId)
  begunDraft(first)
  const late = putDraft(view, first)
  begunDraft(second)
  await late
  expect(await draftOn(view, first.workoutId)).toEqual(second)
  await putDraft(view, second)
  expect(await draftOn(view, first.workoutId)).toEqual(second)
})

test('a workout that was begun elsewhere has no plan here', async () => {
  const view = await openView(testId<'account'>() as AccountId)
  expect(await draftOn(view, testId())).toBeNull()
})

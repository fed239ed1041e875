import { expect, test } from 'vitest'
import { bodyOf, countOf, weeksLeft } from './again.ts'
import type { Agenda } from './types.ts'

const item = (session: number, week: number, status: Agenda['items'][number]['status']) =>
  ({ session, week, status, name: 'Full body A', minutes: 60, isPinned: false, restDays: 0 }) as Agenda['items'][number]

/** Week 1 is done, of week 2 one session, and one of it is left out. */
const agenda = {
  items: [item(1, 1, 'done'), item(2, 1, 'done'), item(3, 2, 'done'), item(4, 2, 'skipped'), item(5, 3, 'next'), item(6, 3, 'planned')],
} as unknown as Agenda

test('what is done is not among what is made again, and what was left out is', () => {
  expect(weeksLeft(agenda)).toEqual([2, 3])
  expect(countOf(agenda, {})).toBe(3)
  expect(countOf(agenda, { fromWeek: 3 })).toBe(2)
  expect(countOf(agenda, { session: 5 })).toBe(1)
})

test('minutes are said to the server only where they are others', () => {
  const program = { request: { minutes: 60, seed: 4_294_967_295 } }
  expect(bodyOf(program, { minutes: 60 })).toEqual({})
  expect(bodyOf(program, { fromWeek: 3, minutes: 45 })).toEqual({ fromWeek: 3, request: { minutes: 45, seed: 0 } })
  expect(bodyOf(program, { session: 5 })).toEqual({ sessions: [5] })
})

import type { LivedPlan, MovementId, PatchOp, ProgramDay, ProgramItem, ProgramWeek } from '@gymgenius/domain'
import { sessionSections } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyPatch, dayOfSession, diffOf, invertPatch } from './index.ts'

const item = (n: number): ProgramItem => ({
  movementId: `m${n}` as MovementId,
  movement: `Movement ${n}`,
  pattern: 'squat',
  muscles: ['quadriceps'],
  sets: [{ reps: 5, repHigh: 8, rir: 2 }],
  restSeconds: 120,
  reason: '',
  reasons: [],
})

const day = (session: number, first: number): ProgramDay => ({
  session,
  type: 'strength',
  focus: 'full_body',
  name: 'Full body',
  minutes: 60,
  sections: { warm_up: [], main: [item(first), item(first + 1)], accessory: [item(first + 2)], finisher: [], cool_down: [] },
})

const weeks: ProgramWeek[] = [1, 2, 3].map((week) => ({
  week,
  block: 'accumulation',
  days: [day(2 * week - 1, 10 * week), day(2 * week, 10 * week + 5)],
}))
const plan: LivedPlan = {
  weeks,
  order: [1, 2, 3, 4, 5, 6],
  skipped: [3],
  pinned: [{ session: 4, day: '2026-03-02' }],
  rests: [{ session: 2, days: 1 }],
}

/** An op that fits the plan as it is then: what a lifter may do, chosen by numbers. */
function fittingOp(plan: LivedPlan, [kind, a, b]: readonly [number, number, number]): PatchOp {
  const session = plan.order[a % plan.order.length]!
  const section = sessionSections[b % sessionSections.length]!
  const at = dayOfSession(plan, session)!
  const items = at.sections[section]
  const isOut = plan.skipped.includes(session)
  const days = plan.rests.find((one) => one.session === session)?.days ?? 0
  const pinned = plan.pinned.find((one) => one.session === session)?.day ?? null
  const ops: PatchOp[] = [
    { op: 'replace_day', session, before: at, after: day(session, b) },
    items.length === 0
      ? { op: 'add_item', session, section, index: 0, item: item(b) }
      : { op: 'replace_item', session, section, index: b % items.length, before: items[b % items.length]!, after: item(a + b) },
    { op: 'add_item', session, section, index: b % (items.length + 1), item: item(a) },
    items.length === 0
      ? { op: 'rest', session, before: days, after: days + 1 }
      : { op: 'remove_item', session, section, index: a % items.length, item: items[a % items.length]! },
    { op: 'replace_weeks', from: 1, before: plan.weeks.slice(1), after: plan.weeks.slice(1).map((week) => ({ ...week, block: 'deload' })) },
    { op: 'reorder', before: plan.order, after: plan.order.toReversed() },
    isOut ? { op: 'take_up', session } : { op: 'skip', session },
    { op: 'pin', session, before: pinned, after: pinned === null ? '2026-04-01' : null },
    { op: 'rest', session, before: days, after: days === 0 ? 2 : 0 },
  ]
  return ops[kind % ops.length]!
}

const choices = fc.array(fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50)), { minLength: 1, maxLength: 12 })

test('what is undone is there again to the byte, however much was done', () => {
  fc.assert(
    fc.property(choices, (chosen) => {
      let now = plan
      const done: PatchOp[] = []
      for (const choice of chosen) {
        const op = fittingOp(now, choice)
        const next = applyPatch(now, [op])
        if (!next.ok) throw new Error(`${op.op} does not fit`)
        done.push(op)
        now = next.plan
      }
      const together = applyPatch(plan, done)
      expect(together).toEqual({ ok: true, plan: now })
      const back = applyPatch(now, invertPatch(done))
      expect(back.ok && JSON.stringify(back.plan)).toBe(JSON.stringify(plan))
      expect(invertPatch(invertPatch(done))).toEqual(done)
      for (const op of done) expect(diffOf([op]).every(({ code }) => code.length > 0)).toBe(true)
    }),
  )
})

test('a patch is done whole or not at all, and never to a plan that changed meanwhile', () => {
  const swap: PatchOp = { op: 'replace_item', session: 1, section: 'main', index: 0, before: item(10), after: item(99) }
  const first = applyPatch(plan, [swap])
  expect(first.ok).toBe(true)
  expect(applyPatch(plan, [{ op: 'skip', session: 1 }, swap, swap])).toEqual({ ok: false, at: 2 })
  expect(applyPatch(plan, [{ op: 'skip', session: 3 }])).toEqual({ ok: false, at: 0 })
  expect(applyPatch(plan, [{ op: 'skip', session: 77 }])).toEqual({ ok: false, at: 0 })
  expect(JSON.stringify(plan.weeks[0]!.days[0]!.sections.main[0])).toBe(JSON.stringify(item(10)))
})

test('a reader is told which movement became which, and which session comes earlier', () => {
  const swap: PatchOp = { op: 'replace_item', session: 1, section: 'main', index: 0, before: item(10), after: item(99) }
  expect(diffOf([swap])).toEqual([{ code: 'movement_swapped', facts: { session: 1, before: 'Movement 10', after: 'Movement 99' } }])
  expect(diffOf([{ op: 'reorder', before: [1, 2, 3, 4], after: [2, 3, 1, 4] }])).toEqual([
    { code: 'session_moved', facts: { session: 1, before: 4 } },
  ])
  expect(diffOf([{ op: 'reorder', before: [1, 2, 3], after: [2, 3, 1] }])).toEqual([
    { code: 'session_moved', facts: { session: 1, before: 0 } },
  ])
  expect(diffOf([{ op: 'reorder', before: [1, 2, 3], after: [1, 3, 2] }])).toEqual([
    { code: 'session_moved', facts: { session: 3, before: 2 } },
  ])
  expect(diffOf([{ op: 'reorder', before: [1, 2, 3, 4], after: [1, 4, 2, 3] }])).toEqual([
    { code: 'session_moved', facts: { session: 4, before: 2 } },
  ])
  const shorter = { ...day(1, 10), minutes: 40, sections: { ...day(1, 10).sections, accessory: [] } }
  expect(diffOf([{ op: 'replace_day', session: 1, before: day(1, 10), after: shorter }])).toEqual([
    { code: 'movement_removed', facts: { session: 1, movement: 'Movement 12', sets: 1 } },
    { code: 'minutes', facts: { session: 1, before: 60, after: 40 } },
  ])
})

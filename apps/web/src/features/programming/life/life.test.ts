import type { MovementId, ProgramItem, ProgramSet } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { bySession, lineText, type Names, whyLines } from './change-texts.ts'
import { daysMoved } from './days-after.ts'
import { inTurns, setLines } from './session-texts.ts'
import type { Agenda, Line, Week } from './types.ts'
import { changedWeeks, setsIn } from './volume.ts'
import { waveOf } from './wave.ts'

const set: ProgramSet = { reps: 5, repHigh: 8, rir: 2 }
const item = (name: string, more: Partial<ProgramItem> = {}): ProgramItem => ({
  movementId: name as MovementId,
  movement: name,
  pattern: 'squat',
  muscles: ['quadriceps'],
  sets: [set, set, set],
  restSeconds: 120,
  reason: '',
  reasons: [],
  ...more,
})
const day = (session: number, main: readonly ProgramItem[] = [item('squat')]): Week['days'][number] => ({
  session,
  type: 'strength',
  focus: 'full_body',
  name: `Day ${session}`,
  minutes: 60,
  sections: { warm_up: [], main, accessory: [], finisher: [], cool_down: [] },
})
const weeks: Week[] = [
  { week: 1, block: 'accumulation', days: [day(1), day(2), day(3)] },
  { week: 2, block: 'deload', days: [day(4), day(5), day(6)] },
]
const agenda: Agenda = {
  programId: 'p' as never,
  startedOn: '2026-03-02',
  proposals: 0,
  items: [1, 2, 3, 4, 5, 6].map((session) => ({
    session,
    week: session <= 3 ? 1 : 2,
    name: `Day ${session}`,
    minutes: 60,
    status: session === 1 ? 'next' : 'planned',
    isPinned: false,
    restDays: 0,
  })),
}
const moved = (change: Parameters<typeof daysMoved>[2]) =>
  daysMoved({ weeks }, agenda, change, '2026-03-02').map(({ session, before, after }) => [session, before?.slice(5), after?.slice(5)])

test('two sessions that change places take each other’s days, and only they are told', () => {
  expect(moved({ kind: 'move', session: 3, before: 2 })).toEqual([
    [3, '03-06', '03-04'],
    [2, '03-04', '03-06'],
  ])
})

test('a day of rest pushes all that follows; a session that is left out has no day, and the rest comes sooner', () => {
  expect(moved({ kind: 'rest', session: 5, days: 1 })).toEqual([
    [5, '03-11', '03-12'],
    [6, '03-13', '03-14'],
  ])
  expect(moved({ kind: 'skip', session: 6 })).toEqual([[6, '03-13', undefined]])
  expect(moved({ kind: 'fit', session: 1, minutes: 35 })).toEqual([])
})

test('of a change only the weeks are shown in which a muscle gets another number of sets, new weeks and lost ones among them', () => {
  const what = {
    weeks: [1, 2, 3],
    weeksAfter: [1, 2],
    volumeBefore: { chest: [10, 11, 5], lats: [8, 8, 0] },
    volumeAfter: { chest: [10, 9], lats: [8, 8] },
  }
  expect(changedWeeks(what)).toEqual([2, 3])
  expect([setsIn(what, 'before', 'chest', 3), setsIn(what, 'after', 'chest', 3)]).toEqual([5, 0])
})

test('the wave tells how much and how heavy: the percentage a program names, else what repetitions and reserve come to', () => {
  const heavy = item('press', { sets: [{ ...set, percent: 85 }], progression: 'percent' })
  const [first, second] = waveOf([weeks[0]!, { ...weeks[1]!, days: [day(4, [heavy])] }])
  expect(first).toMatchObject({ sets: 9, block: 'accumulation' })
  expect(first!.percent).toBeGreaterThan(65)
  expect(first!.percent).toBeLessThan(75)
  expect(second).toMatchObject({ sets: 1, percent: 85, block: 'deload' })
  const held = item('plank', { sets: [{ ...set, durationSeconds: 30 as never }] })
  expect(waveOf([{ ...weeks[0]!, days: [day(1, [held])] }])[0]!.percent).toBeUndefined()
})

const loadText = (load: number) => `${load} kg`

test('sets that are alike are told once; a scheme’s load and percentage are told, and a drill’s reserve is not', () => {
  const top: ProgramSet = { ...set, kind: 'amrap', reps: 5, repHigh: 5, percent: 85, loadKg: 80 as never }
  expect(setLines(item('press', { sets: [set, set, top], progression: 'percent' }), loadText)).toEqual([
    '2 × 5–8 reps · RIR 2',
    '1 × AMRAP · 5+ reps · 80 kg · 85 % of training max',
  ])
  const drill: ProgramSet = { ...set, kind: 'warm_up', durationSeconds: 30 as never }
  expect(setLines(item('walk', { sets: [drill] }), loadText)).toEqual(['1 × 0:30'])
  expect(setLines(item('press', { sets: [set] }), loadText, true)).toEqual(['1 × 5–8 reps']) // a drill of a program that somebody wrote
  // Where the percentage only says what the repetitions come to, the reserve is what the lifter goes by.
  expect(setLines(item('press', { sets: [{ ...set, percent: 72 }] }), loadText)).toEqual(['1 × 5–8 reps · RIR 2'])
})

test('movements that are alternated stand together, two circuits apart', () => {
  const items = [item('a', { superset: 0 }), item('b', { superset: 0 }), item('c'), item('d', { superset: 1 }), item('e', { superset: 1 })]
  expect(inTurns(items).map((group) => group.map(({ movement }) => movement).join(''))).toEqual(['ab', 'c', 'de'])
})

const names: Names = { session: (n) => `${n}. Day`, movement: (english) => english }
const swap = (session: number): Line => ({ code: 'movement_swapped', facts: { session, before: 'Squat', after: 'Front Squat' } })

test('sessions of which the same is told come together, and a code of a newer server tells nothing', () => {
  expect(bySession([swap(1), swap(3), { code: 'session_skipped', facts: { session: 2 } }, { code: 'of_tomorrow' }], names)).toEqual([
    { sessions: [1, 3], texts: ['Front Squat instead of Squat'] },
    { sessions: [2], texts: ['Is left out'] },
  ])
  expect(lineText({ code: 'session_moved', facts: { session: 1, before: 0 } }, names)).toBe('Comes last')
})

test('another split says what it cannot be made of here, as a program that is made anew does', () => {
  expect(lineText({ code: 'pattern_unavailable', facts: { pattern: 'hinge' } }, names)).toBe(
    'Hinge: nothing you may do here is one. Another pattern takes its place.',
  )
})

test('a lighter week that is suggested says what speaks for it, and nothing that does not', () => {
  expect(whyLines({ code: 'deload_advised', facts: { signs: 2.1, strength_falls: 4.25, targets_missed: 3 } })).toEqual([
    expect.stringContaining('lighter week'),
    'Your main lifts are 4.3 % weaker than in the weeks before.',
    'You miss the planned reps more often than before.',
  ])
})

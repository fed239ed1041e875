import { kg } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import type { DoneSet, MovementInPlan, ProgressionRule, SetLine } from './plan.ts'
import { unplanned } from './plan.ts'
import { progress } from './progress.ts'

const steps = { min: kg(20), step: kg(2.5) }
const line = (count: number, reps: number, repHigh = reps, rir = 2): SetLine => [{ count, reps, repHigh, rir }]
const did = (reps: readonly number[], loadKg?: number, rir?: number): DoneSet[] =>
  reps.map((done) => ({ reps: done, ...(loadKg !== undefined && { loadKg }), ...(rir !== undefined && { rir }) }))

const fives = (load: number) => did([5, 5, 5], load, 0)
const fewer = (load: number) => did([5, 4, 3], load)
const threeOf = (reps: number, loadKg: number) => did([reps, reps, reps], loadKg, 2)
const tabled = (top: number, reps: number): DoneSet[] => [
  { loadKg: top - 20, reps: 5 },
  { loadKg: top, reps },
]

/** Lives a plan: each answer is what was done of the sets planned last. Told are the load of the first set, the reps, and the reason. */
function lived(
  rule: ProgressionRule,
  lines: readonly SetLine[],
  answers: readonly DoneSet[][],
  start: Partial<MovementInPlan> = {},
): string[] {
  let plan: MovementInPlan = { rule, lines, state: unplanned, loads: steps, ...start }
  const told: string[] = []
  for (const done of [null, ...answers]) {
    const step = progress(plan, done)
    plan = { ...plan, state: JSON.parse(JSON.stringify(step.state)) }
    const loads = step.sets.map(({ loadKg, percent }) => loadKg ?? (percent === undefined ? '–' : `${percent} %`))
    told.push(`${[...new Set(loads)].join('/')} × ${step.sets.map(({ reps }) => reps).join(' ')} ${step.reason.code}`)
  }
  return told
}

test('a beginner adds 2.5 kg every time, and after three bad days begins a tenth lower', () => {
  const rule = { style: 'linear', addKg: 2.5, misses: 3, resetPercent: 10 } as const
  expect(lived(rule, [line(3, 5)], [fives(60), fives(62.5), fewer(65), fewer(65), fewer(65), fives(57.5)])).toEqual([
    '– × 5 5 5 first_time',
    '62.5 × 5 5 5 load_up',
    '65 × 5 5 5 load_up',
    '65 × 5 5 5 short',
    '65 × 5 5 5 short',
    '57.5 × 5 5 5 reset',
    '60 × 5 5 5 load_up',
  ])
})

test('single progression waits until the reserve is kept; linear does not', () => {
  const ground = [did([5, 5, 5], 100, 0)]
  expect(lived({ style: 'single' }, [line(3, 5)], ground).at(-1)).toBe('100 × 5 5 5 too_hard')
  expect(lived({ style: 'linear', misses: 3, resetPercent: 10 }, [line(3, 5)], ground).at(-1)).toBe('102.5 × 5 5 5 load_up')
})

test('double progression: more repetitions first, then more load', () => {
  const answers = [did([10, 9, 8], 40), did([12, 11, 10], 40), did([12, 12, 12], 40)]
  expect(lived({ style: 'double' }, [line(3, 8, 12)], answers)).toEqual([
    '– × 8 8 8 first_time',
    '40 × 8 8 8 more_reps',
    '40 × 8 8 8 more_reps',
    '42.5 × 8 8 8 load_up',
  ])
})

test('where the body is all there is, repetitions grow, and past six more a harder movement is asked for', () => {
  const answers = Array.from({ length: 8 }, (_, i) => did([5 + i, 5 + i]))
  const told = lived({ style: 'single' }, [line(2, 5)], answers)
  expect(told[1]).toBe('– × 6 6 reps_up')
  expect(told.at(-1)).toBe('– × 11 11 harder_movement')
})

test('a step of more than 7.5 % is taken where it is the smallest there is, and told; a larger one is held', () => {
  const dumbbells = { loads: { list: [8, 10, 12, 14].map(kg) } }
  expect(lived({ style: 'double' }, [line(2, 8, 12)], [did([12, 12], 10)], dumbbells).at(-1)).toBe('12 × 8 8 step_over_cap')
  expect(lived({ style: 'linear', addKg: 10, misses: 3, resetPercent: 10 }, [line(1, 5)], [did([5], 100)]).at(-1)).toBe(
    '107.5 × 5 hard_cap',
  )
})

test('sets left out change nothing, and are planned once more', () => {
  for (const rule of everyRule) {
    const lines = [line(3, 5), line(3, 3)]
    const plan: MovementInPlan = { rule, lines, state: unplanned, loads: steps }
    const first = progress(plan, null)
    const after = progress({ ...plan, state: first.state }, did([5], 60))
    expect(after.reason.code).toBe('unfinished')
    expect(after.state).toEqual(first.state)
    expect(after.sets).toHaveLength(first.sets.length)
  }
})

test('a pause gets shorter at the same load, then the load rises and the pause is long again', () => {
  const rule = { style: 'paused', pauses: [3, 2, 1] } as const
  let plan: MovementInPlan = { rule, lines: [line(3, 4)], state: unplanned, loads: steps }
  const told = [null, ...[80, 80, 80].map((load) => did([4, 4, 4], load))].map((done) => {
    const step = progress(plan, done)
    plan = { ...plan, state: step.state }
    return [step.sets[0]!.loadKg, step.reason.facts?.['pauseSeconds'], step.reason.code]
  })
  expect(told).toEqual([
    [undefined, 3, 'first_time'],
    [80, 2, 'pause_shorter'],
    [80, 1, 'pause_shorter'],
    [82.5, 3, 'load_up'],
  ])
})

test('a build-up climbs to its top set and drops from there', () => {
  const lines: SetLine[] = [
    [
      { count: 1, reps: 8, repHigh: 8, rir: 4 },
      { count: 1, reps: 6, repHigh: 6, rir: 3 },
      { count: 1, reps: 4, repHigh: 5, rir: 1, kind: 'top' },
      { count: 2, reps: 8, repHigh: 10, rir: 1, kind: 'back_off' },
    ],
  ]
  const done = [70, 80, 100, 80, 80].map((loadKg, i): DoneSet => ({ loadKg, reps: [8, 6, 5, 9, 8][i]!, rir: 1 }))
  const [, after] = lived({ style: 'build_to_drop', dropPercent: 20 }, lines, [done])
  expect(after).toBe('82.5/90/102.5 × 8 6 4 8 8 top_up')
})

test('a wave falls in repetitions and rises in load; the next begins a little heavier', () => {
  const lines = [line(3, 8), line(3, 6), line(3, 4)]
  expect(lived({ style: 'wave' }, lines, [threeOf(8, 80), threeOf(6, 85), threeOf(4, 90)])).toEqual([
    '– × 8 8 8 first_time',
    '85 × 6 6 6 wave_on',
    '90 × 4 4 4 wave_on',
    '82.5 × 8 8 8 wave_up',
  ])
  expect(lived({ style: 'wave' }, lines, [threeOf(8, 80), threeOf(6, 85), threeOf(3, 90)]).at(-1)).toBe('80 × 8 8 8 wave_again')
})

test('a table of percentages follows its training maximum, which rises after the round, or falls by a tenth', () => {
  const table: SetLine[] = [65, 70, 75].map((percent, i) => [
    { count: 1, reps: 5, repHigh: 5, rir: 2, percent },
    { count: 1, reps: 5 - 2 * i, repHigh: 5 - 2 * i, rir: 1, percent: percent + 20, kind: 'amrap' },
  ])
  const rule = { style: 'percent', ofMaximum: 90, addKg: 5 } as const
  const known = { state: { ...unplanned, maxKg: 100 } }
  const good = [tabled(85, 8), tabled(90, 6), tabled(95, 4)]
  expect(lived(rule, table, good, known)).toEqual([
    '65/85 × 5 5 first_time',
    '70/90 × 5 3 table',
    '75/95 × 5 1 table',
    '67.5/90 × 5 5 max_up',
  ])
  expect(lived(rule, table, [...good.slice(0, 2), tabled(95, 0)], known).at(-1)).toBe('57.5/77.5 × 5 5 max_reset')
  expect(lived(rule, table, [], {})).toEqual(['65 %/85 % × 5 5 first_time'])
})

test('effort climbs over a mesocycle and begins anew; a week that fell short is done once more', () => {
  const rule = { style: 'rir_ramp', from: 3, to: 0, weeks: 4, setEveryWeeks: 2 } as const
  let plan: MovementInPlan = { rule, lines: [line(3, 8, 12)], state: unplanned }
  const week = (done: readonly DoneSet[] | null) => {
    const step = progress(plan, done)
    plan = { ...plan, state: step.state }
    return [step.sets.length, step.sets[0]!.rir, step.reason.code]
  }
  const good = (sets: number) =>
    did(
      Array.from({ length: sets }, () => 9),
      50,
    )
  expect([week(null), week(good(3)), week(good(3)), week(did([9, 9, 9, 6], 50)), week(good(4)), week(good(4))]).toEqual([
    [3, 3, 'first_time'],
    [3, 2, 'ramp'],
    [4, 1, 'ramp'],
    [4, 1, 'short'],
    [4, 0, 'ramp'],
    [3, 3, 'ramp_again'],
  ])
})

test('undulating days climb each by itself', () => {
  const lines = [line(4, 4), line(3, 12)]
  const rule = { style: 'daily_undulating' } as const
  expect(lived(rule, lines, [did([4, 4, 4, 4], 100), did([12, 12, 12], 70), did([4, 4, 4, 3], 102.5), did([12, 12, 12], 72.5)])).toEqual([
    '– × 4 4 4 4 first_time',
    '– × 12 12 12 undulates',
    '102.5 × 4 4 4 4 undulates',
    '72.5 × 12 12 12 short',
    '102.5 × 4 4 4 4 undulates',
  ])
})

const everyRule: readonly ProgressionRule[] = [
  { style: 'single' },
  { style: 'double' },
  { style: 'linear', misses: 3, resetPercent: 10 },
  { style: 'paused', pauses: [2] },
  { style: 'build_to_drop', dropPercent: 20 },
  { style: 'wave' },
  { style: 'percent', ofMaximum: 90, addKg: 2.5 },
  { style: 'rir_ramp', from: 3, to: 1, weeks: 3 },
  { style: 'daily_undulating' },
]

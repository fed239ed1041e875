import type { ProgramItem, ProgramReason, ProgramReport } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { edgeText } from './edge-text.ts'
import { toTenths } from './figures.ts'
import { missesOf, noticeText, numbersText, relaxationsByStep } from './report-texts.ts'
import { itemText } from './item-text.ts'
import { words } from './words.ts'

const result = (pass: boolean, value: number, why: string, reasons?: ProgramReason[]) => ({
  pass,
  value,
  target: '',
  why,
  ...(reasons && { reasons }),
})
const german = (english: string) => (english === 'Leg Curl' ? 'Beincurl' : english)
const at = (session: number, movement: string) =>
  ({ session, section: 'main', step: 'allow_isolation', why: `${movement}: one joint` }) as const

test('numbers that follow each other are told as a span', () => {
  expect(numbersText([7, 1, 2, 3, 3, 9, 10])).toBe('1–3, 7, 9, 10')
  expect(numbersText([])).toBe('')
})

test('what misses for the same reason is told once, with where it is; of an old program in the words that it has', () => {
  const tooLong = { code: 'time_over', facts: { over: 10.2, minutes: 60 } }
  const session = (number: number, time: ReturnType<typeof result>) => ({ session: number, week: 1, kpis: { time } })
  const report = {
    sessions: [
      session(1, result(false, 70.2, 'Too long.', [tooLong])),
      session(2, result(true, 60, 'Fine.')),
      session(3, result(false, 70.2, 'Too long.', [tooLong])),
      session(4, result(false, 40, 'Too short.')),
    ],
    microcycles: [],
  } as unknown as ProgramReport
  expect(missesOf(report, 'time', german)).toEqual([
    { whys: ['It takes 10.2 minutes longer than the 60 there are.'], isEnglish: false, value: 'It is 70 minutes.', where: 'Sessions 1, 3' },
    { whys: ['Too short.'], isEnglish: true, value: 'It is 40 minutes.', where: 'Session 4' },
  ])
})

test('one of something is told in the singular', () => {
  const report = {
    sessions: [],
    microcycles: [{ week: 1, kpis: { volume: result(false, 1.2, 'Too few.'), pattern_uses: result(false, 1, 'Too few.') } }],
  } as unknown as ProgramReport
  expect(missesOf(report, 'volume', german).map(({ value }) => value)).toEqual(['It is 1 set.'])
  expect(missesOf(report, 'pattern_uses', german).map(({ value }) => value)).toEqual(['It is 1 session.'])
  expect([1.04, 1.2, 2].map((sets) => words.setsOf('Chest', toTenths(sets)))).toEqual(['Chest: 1 set', 'Chest: 1.2 sets', 'Chest: 2 sets'])
})

test('how much of a drill says how often', () => {
  const held = { kind: 'warm_up', durationSeconds: 90 } as unknown as ProgramItem['sets'][number]
  const lifted = { reps: 5, repHigh: 7, rir: 3 } as unknown as ProgramItem['sets'][number]
  expect(edgeText({ sets: [held, held] })).toBe('2 × 90 s')
  expect(edgeText({ sets: [lifted] })).toBe('5–7 reps')
  expect(edgeText({ sets: [{ ...held, durationSeconds: 485 } as never] })).toBe('8:05')
})

test('a single set is told as one, and sets that differ are told apart', () => {
  const set = { reps: 8, repHigh: 12, rir: 4 } as unknown as ProgramItem['sets'][number]
  const top = { reps: 5, repHigh: 5, rir: 0, percent: 85, kind: 'amrap' } as unknown as ProgramItem['sets'][number]
  expect(itemText({ sets: [set], restSeconds: 60 })).toBe('1 set × 8–12, 4 in reserve · rest 1:00')
  expect(itemText({ sets: [set, set], restSeconds: 0 })).toBe('2 sets × 8–12, 4 in reserve')
  expect(itemText({ sets: [{ ...top, kind: 'working', percent: 75 }, top], progression: 'percent', restSeconds: 0 })).toBe(
    '5, 75 % of the training maximum; 5+, 85 % of the training maximum',
  )
})

test('what gave way is told by how, with the movement that was found', () => {
  expect(relaxationsByStep([at(2, 'Leg Curl'), at(1, 'Leg Curl'), at(4, 'Leg Extension')], german)).toEqual([
    {
      step: 'allow_isolation',
      movements: [
        { movement: 'Beincurl', count: 2, sessions: '1, 2' },
        { movement: 'Leg Extension', count: 1, sessions: '4' },
      ],
    },
  ])
})

test('a notice speaks the words of the screen, and one of a newer server says nothing wrong', () => {
  expect(noticeText({ code: 'injury_avoided', facts: { joint: 'lower_back', count: 12 } }, german)).toBe(
    'Lower back: nothing that loads it is planned. 12 movements are left out.',
  )
  expect(noticeText({ code: 'injury_avoided', facts: { joint: 'knee', count: 1 } }, german)).toMatch(/ 1 movement is left out\.$/)
  expect(noticeText({ code: 'activity_counted', facts: { name: 'Tennis', sets: 1.02, muscle: 'calves' } }, german)).toBe(
    'Tennis counts as about 1 hard set a week (Calves).',
  )
  expect(noticeText({ code: 'split_needs_days', facts: { split: 'upper_lower', days: 1 } }, german)).toContain(
    'more than 1 lifting day a week',
  )
  expect(noticeText({ code: 'of_tomorrow' }, german)).toBeUndefined()
})

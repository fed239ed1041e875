import { expect, test } from 'vitest'
import type { MovementId, ProgramItem, ProgramSections } from '@gymgenius/domain'
import { itemSeconds, paceOf, type PlannedMovement, programDaySeconds, sessionSeconds, type TimedItem, timeConstants } from './index.ts'

const squat: PlannedMovement = {
  pattern: 'squat',
  laterality: 'bilateral',
  setupSeconds: 120,
  transitionSeconds: 60,
  loadKind: 'external',
}
const curl: PlannedMovement = { ...squat, pattern: 'isolation', setupSeconds: 30, transitionSeconds: 20 }
const empty: ProgramSections = { warm_up: [], main: [], accessory: [], finisher: [], cool_down: [] }
const fives = (count: number) => Array.from({ length: count }, () => ({ reps: 5 }))
const item = (more: Partial<TimedItem> = {}): TimedItem => ({ movement: squat, sets: fives(3), restSeconds: 180, ...more })

test('no session takes no time', () => {
  expect(sessionSeconds([])).toBe(0)
})

test('a set more costs its work, its handling and one rest', () => {
  const more = itemSeconds(item({ sets: fives(4) })) - itemSeconds(item())
  expect(more).toBeCloseTo(180 + 5 * timeConstants.repetition + timeConstants.handling, 9)
})

test('two movements that take turns share their rests', () => {
  const apart = sessionSeconds([item(), item({ movement: curl })])
  const together = sessionSeconds([item({ superset: 1 }), item({ movement: curl, superset: 1 })])
  expect(apart - together).toBeGreaterThan(180)
})

test('one side after the other takes the work twice', () => {
  const sided = item({ movement: { ...squat, laterality: 'unilateral' } })
  expect(itemSeconds(sided) - itemSeconds(item())).toBeCloseTo(3 * 5 * timeConstants.repetition, 9)
})

test('a hold takes the seconds it is planned for, whatever its reps', () => {
  const [short, long] = [30, 90].map((durationSeconds) => itemSeconds(item({ sets: [{ reps: 1, durationSeconds }] })))
  expect(long! - short!).toBe(60)
})

test('of a range the middle is what takes time', () => {
  const range = itemSeconds(item({ sets: [{ reps: 8, repHigh: 12 }] }))
  expect(range).toBe(itemSeconds(item({ sets: [{ reps: 10 }] })))
})

test('a lifter whose workouts take a quarter longer is known after a few, and a forgotten clock teaches nothing', () => {
  const slow = { predictedSeconds: 3600, tookSeconds: 4500 }
  const pace = paceOf([slow, slow, { predictedSeconds: 3600, tookSeconds: 36_000 }, slow, slow])
  expect(pace).toBeGreaterThan(1.15)
  expect(pace).toBeLessThanOrEqual(1.25)
  expect(paceOf([])).toBe(1)
})

test('the first heavy lift is approached in more steps than the next, and written warm-up sets count instead', () => {
  const first = seconds(planned('a', [work])) - timeConstants.arriving - timeConstants.preparing
  const both = seconds(planned('a', [work]), planned('b', [work])) - timeConstants.arriving - timeConstants.preparing
  expect(2 * first - both).toBeCloseTo(2 * timeConstants.rampSet, 9)
  const warm = { ...work, kind: 'warm_up' as const }
  expect(seconds(planned('a', [warm, work]))).not.toBe(seconds(planned('a', [work, work])))
})

const work = { reps: 5, repHigh: 5, rir: 2 }

function planned(movement: string, sets: ProgramItem['sets']): ProgramItem {
  return { movementId: movement as MovementId, movement, pattern: 'squat', muscles: [], sets, restSeconds: 120, reason: '', reasons: [] }
}

function seconds(...main: ProgramItem[]): number {
  return programDaySeconds({ ...empty, main }, () => squat)
}

import { DAY_MS, type Instant, seededRng, type WorkoutId } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { type Habits, type Tally, twelveWeeks } from './closed-loop.ts'
import { coaches, type CoachName } from './coaches.ts'
import { ordinaryLift, ordinaryLifter } from './lifter.ts'
import { Trainee } from './training.ts'

const LIFTERS = 30
const sum = (tallies: readonly Tally[], key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0)
const trainedBy = (coach: CoachName, habits?: Habits) => Array.from({ length: LIFTERS }, (_, i) => twelveWeeks(coach, 5000 + i, habits))

test('lifters who follow the advice land inside range and reserve nearly as often as if their strength were known', () => {
  const [advised, known, epley] = [trainedBy('engine'), trainedBy('oracle'), trainedBy('epley')]
  expect(sum(advised, 'sets')).toBe(LIFTERS * 3 * 20 * 3)
  expect(sum(advised, 'inside') / sum(known, 'inside')).toBeGreaterThan(0.88)
  expect(sum(advised, 'inside')).toBeGreaterThan(sum(epley, 'inside'))
  expect((sum(advised, 'failedBelow') - sum(known, 'failedBelow')) / sum(advised, 'sets')).toBeLessThan(0.01)
  expect(sum(advised, 'movedUntold')).toBe(0)
  expect(sum(advised, 'gained') / sum(epley, 'gained')).toBeGreaterThan(0.98)
})

test('who never says what is left is served nearly as well, even where the first workout ends before the test does', () => {
  for (const habits of [{ isSilent: true }, { isSilent: true, setsFirstDay: 3 }]) {
    const [advised, known] = [trainedBy('engine', habits), trainedBy('oracle', habits)]
    expect(sum(advised, 'inside') / sum(known, 'inside')).toBeGreaterThan(0.8)
    expect((sum(advised, 'failedBelow') - sum(known, 'failedBelow')) / sum(advised, 'sets')).toBeLessThan(0.01)
    expect(sum(advised, 'movedUntold')).toBe(0)
  }
})

test('a squat of 124 kg that starts with an empty bar, three sets a workout and never a word, is past 75 kg for fives by week 6', () => {
  const start = 1_772_474_400_000
  const trainee = new Trainee(ordinaryLifter, { ...ordinaryLift, strength: 124 }, start)
  const coach = coaches.engine({ stepKg: 2.5, minKg: 20, trainee, bodyMass: 80 })
  let load = 0
  for (let week = 0; week < 6; week++) {
    const opened = start + week * 7 * DAY_MS
    trainee.beginWorkout(opened, seededRng(week))
    for (let setNumber = 1; setNumber <= 3; setNumber++) {
      const at = (opened + setNumber * 240_000) as Instant
      const asked = { at, workoutId: `week ${week}` as WorkoutId, setNumber, repLow: 4, repHigh: 6, rir: 2 }
      const advised = coach.advise(asked)
      coach.see(asked, advised, { ...trainee.perform(advised.load, advised.repHigh, advised.rir), saidRir: null })
      trainee.rest(advised.rest)
      load = advised.load
    }
  }
  expect(load).toBeGreaterThan(75)
  expect(load).toBeLessThan(105)
})

test('the same lifter meets the same days with every coach', () => {
  expect(twelveWeeks('oracle', 3)).toEqual(twelveWeeks('oracle', 3))
  expect(twelveWeeks('engine', 3)).toEqual(twelveWeeks('engine', 3))
})

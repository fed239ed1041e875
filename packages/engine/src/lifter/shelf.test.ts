import { DAY_MS, type Instant, type Rir } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyLifter } from '../capacity/belief.ts'
import { capacityForecast, observe } from '../capacity/lifter.ts'
import { emptyHabit } from '../forecast/habit.ts'
import { forecastReps, observeHabit } from '../forecast/next-reps.ts'
import { aLoggedSet } from '../testing/logged-set.ts'
import { createLifter } from './lifter.ts'
import type { LoggedSet } from './sets.ts'
import { type Opened, Shelf } from './shelf.ts'

/** Some workouts of a few movements, supersets and movements that come and go among them. */
const training = fc
  .array(
    fc.record({
      movement: fc.constantFrom('bench', 'squat', 'row', 'curl', '__proto__', 'toString'),
      later: fc.constantFrom(90_000, 180_000, 3 * DAY_MS),
      loadKg: fc.oneof(
        fc.integer({ min: 0, max: 80 }).map((steps) => steps * 2.5),
        fc.constant(45.359237),
      ),
      reps: fc.integer({ min: 0, max: 20 }),
      rir: fc.constantFrom(null, 0, 1, 2.5),
      isObserved: fc.constantFrom(true, true, false),
      doOthersTrain: fc.constantFrom(true, false, false),
    }),
    { maxLength: 60 },
  )
  .map((sets) => {
    let at = 1_772_474_400_000
    return sets.map(({ later, rir, isObserved, doOthersTrain, ...said }) => {
      at += later
      const set: LoggedSet = {
        ...aLoggedSet(said),
        at: at as Instant,
        workoutKey: `day ${Math.floor(at / DAY_MS)}`,
        rir: rir as Rir | null,
      }
      return { set, isObserved, doOthersTrain }
    })
  })

const others = Array.from({ length: 5 }, () => createLifter())

test('a lifter whose movements are put away while others train foretells what one does whose movements all lie open', () => {
  fc.assert(
    fc.property(training, (sets) => {
      const lifter = createLifter()
      const habit = emptyHabit()
      let belief = emptyLifter()
      for (const { set, isObserved, doOthersTrain } of sets) {
        if (doOthersTrain) for (const other of others) other.observe(set)
        const planned = { ...set, rir: null }
        expect(lifter.forecast(planned).probabilities).toEqual(forecastReps(habit, planned))
        expect(lifter.forecast(planned).e1rm).toEqual(capacityForecast(belief, planned).e1rm)
        if (!isObserved) continue
        lifter.observe(set)
        observeHabit(habit, set)
        belief = observe(belief, set)
      }
    }),
  )
})

test('what the engine forgets while all lies open is not found again', () => {
  const opened: Opened<{ readonly sets: number }> = { movements: {} }
  const shelf = new Shelf(opened)
  for (const key of ['a', 'b', 'c', 'd']) {
    shelf.reach(key)
    opened.movements = { ...opened.movements, [key]: { sets: key.charCodeAt(0) } }
  }
  shelf.putAway()
  expect(opened.movements).toEqual({})
  shelf.reach('new')
  expect(Object.keys(opened.movements)).toEqual(['a', 'b', 'c', 'd'])
  const { a: _, ...others } = opened.movements
  opened.movements = { ...others, new: { sets: 1 } }
  shelf.putAway()
  shelf.reach('c')
  expect(opened.movements).toEqual({ c: { sets: 99 } })
  shelf.reach('a')
  expect(opened.movements).toEqual({ b: { sets: 98 }, c: { sets: 99 }, d: { sets: 100 }, new: { sets: 1 } })
})

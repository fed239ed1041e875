import {
  loadKinds,
  type MovementId,
  movementPatterns,
  type ProgramItem,
  type ProgramSections,
  type SessionSection,
} from '@gymgenius/domain'
import { metres, seconds } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PlannedMovement, programDaySeconds, rampSetsOf } from '../session-time/index.ts'
import { type Station, stationsSeconds, type StationWork, workTime } from './time.ts'

const movement = fc.record({
  pattern: fc.constantFrom(...movementPatterns),
  laterality: fc.constantFrom('bilateral', 'unilateral', 'alternating'),
  loadKind: fc.constantFrom(...loadKinds),
  setupSeconds: fc.integer({ min: 0, max: 180 }),
  transitionSeconds: fc.integer({ min: 0, max: 120 }),
})
const work = fc.record({
  movement,
  low: fc.integer({ min: 1, max: 15 }),
  more: fc.integer({ min: 0, max: 5 }),
  counted: fc.constantFrom('reps', 'seconds', 'metres'),
  amount: fc.integer({ min: 5, max: 120 }),
})
const station = fc.record({
  section: fc.constantFrom('main', 'accessory', 'finisher', 'cool_down'),
  sets: fc.integer({ min: 1, max: 6 }),
  rest: fc.integer({ min: 0, max: 300 }),
  works: fc.array(work, { minLength: 1, maxLength: 4 }),
})

type Drawn = typeof station extends fc.Arbitrary<infer S> ? S : never
const SECTIONS: readonly SessionSection[] = ['warm_up', 'main', 'accessory', 'finisher', 'cool_down']

/** The same session as fitting has it, and as a lifter reads it. */
function bothForms(drawn: readonly Drawn[]) {
  const inOrder = SECTIONS.flatMap((section) => drawn.filter((one) => one.section === section))
  const movements = new Map<string, PlannedMovement>()
  const warmed = new Set<string>()
  const sections: Record<SessionSection, ProgramItem[]> = { warm_up: [], main: [], accessory: [], finisher: [], cool_down: [] }
  const stations = inOrder.map(({ section, sets, rest, works }, place): Station => ({
    sets,
    rest,
    works: works.map(({ movement, low, more, counted, amount }, i): StationWork => {
      const id = `${place} ${i}`
      const known = movement as PlannedMovement
      movements.set(id, known)
      const set = {
        reps: low,
        repHigh: low + more,
        rir: 2,
        ...(counted === 'seconds' && { durationSeconds: seconds(amount) }),
        ...(counted === 'metres' && { distanceMeters: metres(amount) }),
      }
      sections[section].push({
        movementId: id as MovementId,
        movement: id,
        pattern: known.pattern,
        muscles: [],
        sets: Array.from({ length: sets }, () => set),
        restSeconds: rest,
        ...(works.length > 1 && { superset: place }),
        reason: '',
        reasons: [],
      })
      const work = {
        movement: known,
        reps: [low, low + more] as const,
        ...(counted === 'seconds' && { seconds: amount }),
        ...(counted === 'metres' && { metres: amount }),
        ramp: rampSetsOf(section, known, warmed),
      }
      return { ...work, time: workTime(work) }
    }),
  }))
  return { stations, sections: sections as ProgramSections, movementOf: (id: string) => movements.get(id) }
}

test('a session takes as long by the sums that fit it as by the model of time that it is judged with', () => {
  fc.assert(
    fc.property(fc.array(station, { minLength: 1, maxLength: 10 }), fc.double({ min: 0.6, max: 1.6, noNaN: true }), (drawn, pace) => {
      const eased: Drawn[] = [...drawn, { section: 'cool_down', sets: 1, rest: 0, works: drawn[0]!.works.slice(0, 1) }]
      const { stations, sections, movementOf } = bothForms(eased)
      expect(stationsSeconds(stations, pace)).toBeCloseTo(programDaySeconds(sections, movementOf, pace), 6)
    }),
  )
})

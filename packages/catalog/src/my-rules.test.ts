import { type Instant, instantOf, minutesAfter, type MovementId } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { library } from './library.ts'
import { likingIn, type LifterRules, noRules, type Pain, verdictOn } from './my-rules.ts'

const { movements } = library()
const named = (slug: string) => movements.find((movement) => movement.slug === slug)!
const bench = named('bench-press-barbell')
const curl = named('leg-curl-machine')
const squat = named('squat-barbell')
const now = instantOf('2026-03-02T18:00:00Z')
const tomorrow = minutesAfter(now, 24 * 60)

const aPain = (said: Partial<Pain> = {}): Pain => ({
  joint: 'shoulder',
  severity: 'moderate',
  from: now,
  until: tomorrow,
  excluded: new Set(),
  capped: new Set(),
  ...said,
})
const hurts = (said: Partial<Pain> = {}): LifterRules => ({ ...noRules, pains: [aPain(said)] })

test('a sore shoulder has the bench press done with care, and leaves the leg curl alone', () => {
  expect(verdictOn(bench, hurts(), now)).toEqual({
    allowed: true,
    capped: true,
    reasons: [{ code: 'pain', joint: 'shoulder', severity: 'moderate', until: tomorrow }],
  })
  expect(verdictOn(curl, hurts(), now)).toEqual({ allowed: true, capped: false, reasons: [] })
})

test('a bad shoulder takes the bench press off the suggestions, whatever rule says always', () => {
  const rules: LifterRules = { ...hurts({ severity: 'severe' }), movements: new Map([[bench.id, 'hard_yes']]) }
  expect(verdictOn(bench, rules, now)).toMatchObject({ allowed: false, capped: true })
})

test('a press that is kind to shoulders is left to a sore one, and taken from one that hurts badly', () => {
  const floorPress = named('floor-press-barbell')
  expect(verdictOn(floorPress, hurts(), now)).toMatchObject({ allowed: true, capped: false })
  expect(verdictOn(floorPress, hurts({ severity: 'severe' }), now)).toMatchObject({ allowed: false, capped: true })
})

test('a movement that is never wanted is not suggested, and nothing is capped for it', () => {
  const rules: LifterRules = { ...noRules, movements: new Map([[curl.id, 'hard_no']]) }
  expect(verdictOn(curl, rules, now)).toEqual({ allowed: false, capped: false, reasons: [{ code: 'hard_no' }] })
})

test('movements that a pain names are heeded though they do not load the joint', () => {
  expect(verdictOn(curl, hurts({ capped: new Set([curl.id]) }), now)).toMatchObject({ allowed: true, capped: true })
  expect(verdictOn(curl, hurts({ excluded: new Set([curl.id]) }), now)).toMatchObject({ allowed: false, capped: true })
})

test("a lifter's own press says no joints, and its pattern says them", () => {
  const own = { id: 'x' as MovementId, pattern: 'horizontal_push' } as const
  expect(verdictOn(own, hurts(), now).capped).toBe(true)
  expect(verdictOn({ ...own, pattern: 'hinge' }, hurts(), now).capped).toBe(false)
})

test('a pain speaks from its beginning to the moment it ends, and not after', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -100, max: 100 }),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: -200, max: 200 }),
      (from, days, at) => {
        const pain = { from: (now + from) as Instant, until: (now + from + days) as Instant }
        const isLive = at >= from && at < from + days
        expect(verdictOn(bench, hurts(pain), (now + at) as Instant).capped).toBe(isLive)
      },
    ),
  )
})

test('a rule says more than a heart, and who said never likes it no more', () => {
  const likingOf = likingIn(
    new Map([
      [bench.id, 'preferred'],
      [curl.id, 'hard_no'],
    ]),
    new Set([bench.id, curl.id, squat.id]),
  )
  expect([bench, curl, squat].map(({ id }) => likingOf(id))).toEqual(['preferred', undefined, 'favourite'])
})

import { expect, test } from 'vitest'
import { allMovementDetails } from './details.ts'
import { choicesFor, type Kit, kits, type MainPattern, mainPatterns } from './kits.ts'

const movements = allMovementDetails()
const ENOUGH = 6

/** Pulling down needs something overhead to pull on; without a bar only floors, towels and door tops are left. */
const short: Readonly<Record<string, number>> = {
  'body_weight vertical_pull': 4,
  'one_kettlebell vertical_pull': 5,
  'two_dumbbells vertical_pull': 5,
}

const cells = (Object.keys(kits) as Kit[]).flatMap((kit) =>
  (Object.keys(mainPatterns) as MainPattern[]).map((pattern) => [kit, pattern] as const),
)

test.for(cells)('a lifter with %s has enough to choose from for %s, or we say why not', ([kit, pattern]) => {
  const found = choicesFor(kit, pattern, movements).map(({ slug }) => slug)
  const cell = `${kit} ${pattern}`
  if (short[cell] === undefined) expect(found.length, found.join(', ')).toBeGreaterThanOrEqual(ENOUGH)
  else expect(found, cell).toHaveLength(short[cell])
})

test('a pair of kettlebells is not asked of a lifter who has one', () => {
  const double = choicesFor('one_kettlebell', 'horizontal_pull', movements).map(({ slug }) => slug)
  expect(double).not.toContain('gorilla-row-kettlebell')
  expect(double).toContain('single-arm-row-kettlebell')
})

test('no movement is alone: each leads to another, harder, easier, alike or on other equipment', () => {
  const alone = movements.filter(({ relations }) => Object.values(relations).every((list: readonly string[]) => list.length === 0))
  expect(alone.map(({ slug }) => slug)).toEqual([])
})

test('the library has the drills, pieces and progressions that a whole year needs', () => {
  expect(count(({ disciplines, tier }) => disciplines.includes('mobility') && tier === 'drill')).toBeGreaterThanOrEqual(60)
  expect(count(({ disciplines }) => disciplines.includes('conditioning'))).toBeGreaterThanOrEqual(40)
  expect(count(({ pattern, disciplines }) => pattern === 'olympic' || disciplines.includes('plyometrics'))).toBeGreaterThanOrEqual(40)
  const steps = count(
    ({ disciplines, relations }) =>
      disciplines.includes('calisthenics') && relations.progressions.length + relations.regressions.length > 0,
  )
  expect(steps).toBeGreaterThanOrEqual(60)
})

const count = (is: (movement: (typeof movements)[number]) => boolean) => movements.filter(is).length

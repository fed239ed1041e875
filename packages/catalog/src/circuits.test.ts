import { expect, test } from 'vitest'
import { circuitFaultsIn } from './check-circuits.ts'
import { circuitFormats, type Circuit } from './circuit.ts'
import { allMovementDetails, circuits } from './details.ts'

const movements = allMovementDetails()
const faultsOf = (...all: object[]) =>
  circuitFaultsIn(
    all.map((content) => ({ fileName: (content as Circuit).slug, content })),
    movements,
  ).join('\n')
const named = (slug: string) => circuits().find((circuit) => circuit.slug === slug)!

test('every circuit that ships is sound, and there is one of each format at least', () => {
  expect(faultsOf(...circuits())).toBe('')
  expect([...new Set(circuits().map(({ format }) => format))].sort()).toEqual([...circuitFormats].sort())
})

const minutes = named('swing-every-minute')
const chipper = named('bodyweight-chipper')
const ladder = named('pull-up-pyramid')

test.for([
  [
    'a movement nobody knows',
    { ...minutes, stations: [{ movement: 'unicycle-press', unit: 'reps', amount: 5 }] },
    'unicycle-press does not exist',
  ],
  ['a swing in metres', { ...minutes, stations: [{ movement: 'kettlebell-swing', unit: 'metres', amount: 5 }] }, 'is counted in reps'],
  ['a station without an amount', { ...minutes, stations: [{ movement: 'kettlebell-swing', unit: 'reps' }] }, 'has no amount'],
  ['a cap that the clock contradicts', { ...minutes, capSeconds: 660 }, 'lasts 600 seconds and says 660'],
  ['a short chipper', { ...chipper, stations: chipper.stations.slice(0, 3) }, 'five stations or more'],
  ['a chipper that goes round', { ...chipper, stations: [...chipper.stations, chipper.stations[0]!] }, 'comes to each movement once'],
  ['a ladder that stumbles', { ...ladder, steps: [1, 3, 2, 4] }, 'steps do not climb or fall'],
  ['an amrap with rounds', { ...named('living-room-twelve'), rounds: 5 }, 'has a field that no amrap has'],
  ['a format nobody knows', { ...minutes, format: 'marathon' }, 'format is not known: marathon'],
] as const)('%s is refused', ([, circuit, fault]) => {
  expect(faultsOf(circuit)).toContain(fault)
})

test('two circuits cannot share an id', () => {
  expect(faultsOf(minutes, { ...ladder, id: minutes.id })).toContain('two circuits share an id')
})

import { DAY_MS, type Instant, kg, type MovementId, type Reps, type Rir, type WorkoutId } from '@gymgenius/domain'
import { loadavg } from 'node:os'
import { capacityForecast, emptyLifter, type LoggedSet, observe, prescribe, type SnapshotSet } from '@gymgenius/engine'
import { median } from './load.ts'

/** What the engine takes for one set, in microseconds of processor time: medians of rounds, warm. */
const ROUNDS = 41
const CALLS = 500
const MOVEMENTS = 60
const SETS = 120
const START = 1_772_474_400_000

const movements = Array.from({ length: MOVEMENTS }, (_, i) => ({
  key: `movement ${i}`,
  pattern: 'horizontal_push',
  loadKind: 'external',
  equipment: 'barbell',
  muscles: [],
  baseKey: null,
}))
const loggedAt = (i: number) =>
  ({
    movement: movements[i % MOVEMENTS] as LoggedSet['movement'],
    at: (START + Math.floor(i / 20) * 2 * DAY_MS + (i % 20) * 240_000) as Instant,
    workoutKey: `workout ${Math.floor(i / 20)}`,
    setNumber: 1 + (i % 3),
    kind: 'working',
    load: kg(60 + (i % 9) * 2.5),
    reps: (6 + (i % 5)) as Reps,
    rir: (i % 4) as Rir,
    rest: null,
    bodyMass: null,
    toFailure: false,
  }) satisfies LoggedSet

let belief = emptyLifter()
for (let i = 0; i < 5000; i++) belief = observe(belief, loggedAt(i))

const snapshotSets = Array.from({ length: SETS }, (_, i): SnapshotSet => {
  const { load, reps, rir, toFailure, at } = loggedAt(i)
  return {
    workoutId: `day ${Math.floor(i / 4)}` as WorkoutId,
    at: (at + Math.floor(i / 4) * 3 * DAY_MS) as Instant,
    kind: 'working',
    load,
    reps,
    rir,
    toFailure,
  }
})
const snapshotOf = (sets: readonly SnapshotSet[]) =>
  ({
    movement: { id: 'bench' as MovementId, pattern: 'horizontal_push', loadKind: 'external', equipment: 'barbell' },
    athlete: { bodyMass: kg(80), isNovice: false, hasPain: false },
    loads: { min: kg(20), step: kg(2.5) },
    sets,
  }) as const
const target = {
  setNumber: 1,
  workoutId: 'now' as WorkoutId,
  at: (snapshotSets.at(-1)!.at + 2 * DAY_MS) as Instant,
  goalStrength: 0.5,
  repLow: 6 as Reps,
  repHigh: 8 as Reps,
  rir: 2 as Rir,
}

const timed: Readonly<Record<string, (i: number) => unknown>> = {
  [`observe, of ${MOVEMENTS} movements`]: (i) => (belief = observe(belief, loggedAt(5000 + i))),
  'forecast at a reserve': (i) => capacityForecast(belief, loggedAt(5000 + i)),
  'prescribe from 12 sets': () => prescribe(snapshotOf(snapshotSets.slice(-12)), target),
  [`prescribe from ${SETS} sets`]: () => prescribe(snapshotOf(snapshotSets), target),
}

console.log(`load ${loadavg()[0]!.toFixed(2)}, median of ${ROUNDS} rounds of ${CALLS} calls`)
for (const [name, call] of Object.entries(timed)) {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage()
    for (let i = 0; i < CALLS; i++) call(i)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / CALLS
  })
  console.log(`${name.padEnd(28)} ${median(rounds.slice(ROUNDS >> 2)).toFixed(1)} µs`)
}
console.log(`belief of one movement ${JSON.stringify(belief.movements['movement 0']).length} characters`)

import { DAY_MS, type Instant, kg, type MovementId, type Reps, type Rir, type WorkoutId } from '@gymgenius/domain'
import { loadavg } from 'node:os'
import {
  capacityForecast,
  createLifter,
  emptyHabit,
  emptyLifter,
  forecastReps,
  type LoggedSet,
  movementBelief,
  observe,
  observeHabit,
  prescribe,
  type SnapshotSet,
} from '@gymgenius/engine'
import { median } from './load.ts'

/**
 * What the engine takes for one set, in microseconds of processor time: medians of rounds, warm; for a log of 20,000 sets; and
 * what a lifter takes who is kept in memory: node --expose-gc bench/engine.ts
 */
const ROUNDS = 41
const CALLS = 500
const MOVEMENTS = 60
const SETS = 120
const LOG = 20_000
/** A resident lifter: this many movements, this many sets, in a `createLifter`. So many are made and kept, a tenth of RESIDENTS. */
const RESIDENT_MOVEMENTS = 40
const RESIDENT_SETS = 2000
const RESIDENTS_MADE = Number(process.env['RESIDENTS_MADE'] ?? 1000)
const RESIDENTS = 10_000
const START = 1_772_474_400_000

const movements = Array.from({ length: MOVEMENTS }, (_, i) => ({
  key: `movement ${i}`,
  pattern: 'horizontal_push',
  loadKind: 'external',
  equipment: 'barbell',
  muscles: [],
  baseKey: null,
}))
/** Sets of a movement follow one another, as in a workout. */
const loggedAt = (i: number, count = MOVEMENTS) =>
  ({
    movement: movements[Math.floor(i / 3) % count] as LoggedSet['movement'],
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
const habit = emptyHabit()
for (let i = 0; i < 5000; i++) {
  belief = observe(belief, loggedAt(i))
  observeHabit(habit, loggedAt(i))
}

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

let next = 5000
const warm = {
  ...snapshotOf(snapshotSets.slice(-12)),
  belief: movementBelief(belief, { ...loggedAt(next), workoutKey: 'now', at: target.at }),
}
const timed: Readonly<Record<string, (i: number) => unknown>> = {
  [`observe capacity, of ${MOVEMENTS} movements`]: () => (belief = observe(belief, loggedAt(next++))),
  'forecast capacity at a reserve': (i) => capacityForecast(belief, loggedAt(next + i)),
  'forecast habit': (i) => forecastReps(habit, loggedAt(next + i)),
  'observe habit': () => observeHabit(habit, loggedAt(next++)),
  'forecast, then observe habit': () => {
    forecastReps(habit, loggedAt(next))
    observeHabit(habit, loggedAt(next++))
  },
  'prescribe with a warm belief': () => prescribe(warm, target),
  'observe capacity and prescribe': () => {
    belief = observe(belief, loggedAt(next++))
    prescribe(warm, target)
  },
  'observe both and prescribe': () => {
    belief = observe(belief, loggedAt(next))
    observeHabit(habit, loggedAt(next++))
    prescribe(warm, target)
  },
  'forecast, observe both, prescribe': () => {
    forecastReps(habit, loggedAt(next))
    belief = observe(belief, loggedAt(next))
    observeHabit(habit, loggedAt(next++))
    prescribe(warm, target)
  },
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
  console.log(`${name.padEnd(34)} ${median(rounds.slice(ROUNDS >> 2)).toFixed(1)} µs`)
}
console.log(`belief of one movement ${JSON.stringify(belief.movements['movement 0']).length} characters`)
console.log(`${LOG} sets replayed in ${median(Array.from({ length: 3 }, replaySeconds)).toFixed(2)} s, habit and capacity`)
console.log(memory())

function replaySeconds(): number {
  const lifter = createLifter()
  const before = process.cpuUsage()
  for (let i = 0; i < LOG; i++) lifter.observe(loggedAt(i))
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function memory(): string {
  const { gc } = globalThis as { gc?: () => void }
  if (gc === undefined) return 'memory is counted with node --expose-gc'
  const heap = () => {
    gc()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  const before = heap()
  const residents = Array.from({ length: RESIDENTS_MADE }, (_, who) => {
    const lifter = createLifter()
    for (let i = 0; i < RESIDENT_SETS; i++) lifter.observe(loggedAt(i + who, RESIDENT_MOVEMENTS))
    return lifter
  })
  const each = (heap() - before) / residents.length
  return `${(each / 1000).toFixed(1)} kB a lifter of ${RESIDENT_MOVEMENTS} movements and ${RESIDENT_SETS} sets: ${((each * RESIDENTS) / 1e9).toFixed(2)} GB for ${RESIDENTS}`
}

import { DAY_MS, type Instant, KG_PER_POUND, type LoadUnit, MINUTE_MS, type Rng } from '@gymgenius/domain'

/** One lift of a routine: what the lifter could lift once when the story begins, and what a year of training would add. */
interface Lift {
  readonly name: string
  readonly startKg: number
  readonly yearGain: number
  readonly sets: number
  readonly reps: number
  readonly rir: number
  readonly warmUps?: number
}

export interface DemoLifter {
  readonly email: string
  readonly who: string
  readonly unit: LoadUnit
  readonly weeks: number
  /** Days of the week, 0 is Monday, and the routine done on each; routines go round in turn. */
  readonly days: readonly number[]
  readonly hour: number
  readonly routines: Readonly<Record<string, readonly Lift[]>>
}

export interface DemoSet {
  readonly lift: string
  readonly kind: 'working' | 'warm_up'
  readonly at: Instant
  readonly loadKg: number
  readonly reps: number
  readonly rir: number | undefined
}

export interface DemoWorkout {
  readonly name: string
  readonly startedAt: Instant
  readonly endedAt: Instant
  readonly sets: readonly DemoSet[]
}

const lift = (name: string, startKg: number, yearGain: number, sets: number, reps: number, rir: number, warmUps = 0): Lift => ({
  name,
  startKg,
  yearGain,
  sets,
  reps,
  rir,
  warmUps,
})

export const demoLifters: readonly DemoLifter[] = [
  {
    email: 'ada@example.test',
    who: 'Ada, four months in, three whole-body days a week',
    unit: 'kg',
    weeks: 16,
    days: [0, 2, 4],
    hour: 18,
    routines: {
      'Whole body A': [
        lift('Squat (Barbell)', 62, 0.9, 3, 5, 2, 2),
        lift('Bench Press (Barbell)', 42, 0.6, 3, 5, 2, 1),
        lift('Bent Over Row (Barbell)', 45, 0.6, 3, 8, 2),
      ],
      'Whole body B': [
        lift('Deadlift (Barbell)', 80, 0.9, 2, 5, 2, 2),
        lift('Overhead Press (Barbell)', 28, 0.5, 3, 6, 2),
        lift('Lat Pulldown (Cable)', 48, 0.6, 3, 10, 2),
      ],
    },
  },
  {
    email: 'bruno@example.test',
    who: 'Bruno, three years in, upper and lower body four days a week',
    unit: 'kg',
    weeks: 26,
    days: [0, 1, 3, 4],
    hour: 7,
    routines: {
      Upper: [
        lift('Bench Press (Barbell)', 108, 0.1, 4, 6, 2, 2),
        lift('Bent Over Row (Barbell)', 98, 0.1, 4, 8, 2, 1),
        lift('Incline Bench Press (Dumbbell)', 42, 0.12, 3, 10, 1),
        lift('Bicep Curl (Dumbbell)', 22, 0.12, 3, 12, 1),
      ],
      Lower: [
        lift('Squat (Barbell)', 145, 0.1, 4, 6, 2, 3),
        lift('Romanian Deadlift (Barbell)', 135, 0.1, 3, 8, 2, 1),
        lift('Leg Press', 240, 0.12, 3, 12, 1),
        lift('Standing Calf Raise (Machine)', 130, 0.1, 4, 12, 1),
      ],
    },
  },
  {
    email: 'chen@example.test',
    who: 'Chen, lifts in pounds, the three powerlifts and their company',
    unit: 'lb',
    weeks: 36,
    days: [0, 2, 4, 5],
    hour: 20,
    routines: {
      'Squat day': [lift('Squat (Barbell)', 168, 0.06, 5, 5, 1, 4), lift('Leg Extension (Machine)', 85, 0.08, 3, 12, 1)],
      'Bench day': [lift('Bench Press (Barbell)', 118, 0.05, 5, 5, 1, 3), lift('Triceps Pushdown (Cable)', 48, 0.08, 3, 12, 1)],
      'Deadlift day': [lift('Deadlift (Barbell)', 205, 0.05, 4, 4, 1, 4), lift('Lat Pulldown (Cable)', 92, 0.06, 4, 10, 2)],
      'Press day': [lift('Overhead Press (Barbell)', 74, 0.05, 4, 6, 1, 2), lift('Seated Row (Cable)', 95, 0.06, 4, 10, 2)],
    },
  },
]

/** Months of training as they tend to go: gains that slow down, better and worse days, a light week in four, some days missed. */
export function demoHistory(lifter: DemoLifter, until: Instant, rng: Rng): DemoWorkout[] {
  const names = Object.keys(lifter.routines)
  const monday = until - ((new Date(until).getUTCDay() + 6) % 7) * DAY_MS - (until % DAY_MS)
  const workouts: DemoWorkout[] = []
  for (let week = lifter.weeks; week >= 0; week--) {
    for (const day of lifter.days) {
      const startedAt = (monday -
        week * 7 * DAY_MS +
        day * DAY_MS +
        lifter.hour * 60 * MINUTE_MS +
        Math.round((rng() - 0.5) * 80) * MINUTE_MS) as Instant
      if (rng() < 0.09 || startedAt > until - 4 * 60 * MINUTE_MS) continue
      const name = names[workouts.length % names.length]!
      workouts.push(workoutOn(lifter, name, startedAt, lifter.weeks - week, rng))
    }
  }
  return workouts
}

function workoutOn(lifter: DemoLifter, name: string, startedAt: Instant, week: number, rng: Rng): DemoWorkout {
  const form = 1 + (rng() + rng() + rng() - 1.5) * 0.03 // a good day or a bad one
  const isLight = week % 5 === 4
  let at = startedAt as number
  const sets = lifter.routines[name]!.flatMap((lift) => {
    const strength = lift.startKg * (1 + lift.yearGain * (1 - Math.exp(-week / 30))) * form
    const planned = (lift.startKg * (1 + lift.yearGain * (1 - Math.exp(-week / 30)))) / (1 + (lift.reps + lift.rir) / 30)
    const load = loadable(isLight ? planned * 0.85 : planned, lifter.unit)
    const warmUps = Array.from({ length: lift.warmUps ?? 0 }, (_, i): DemoSet => {
      at += (80 + rng() * 40) * 1000
      return {
        lift: lift.name,
        kind: 'warm_up',
        at: Math.round(at) as Instant,
        loadKg: loadable(load * (0.4 + 0.15 * i), lifter.unit),
        reps: 5,
        rir: undefined,
      }
    })
    const working = Array.from({ length: lift.sets }, (_, i): DemoSet => {
      at += (130 + rng() * 90) * 1000
      const possible = 30 * ((strength * (1 - 0.012 * i)) / load - 1) // the line that load = e1RM / (1 + n / 30) draws
      const reps = Math.max(1, Math.min(lift.reps, Math.floor(possible)))
      const rir = Math.max(0, Math.min(5, Math.round((possible - reps + (rng() - 0.5)) * 2) / 2))
      return { lift: lift.name, kind: 'working', at: Math.round(at) as Instant, loadKg: load, reps, rir }
    })
    return [...warmUps, ...working]
  })
  return { name, startedAt, endedAt: Math.round(at + 3 * MINUTE_MS) as Instant, sets }
}

/** The nearest load of whole 2.5 kg or 5 lb steps. */
function loadable(kilograms: number, unit: LoadUnit): number {
  const step = unit === 'lb' ? 5 * KG_PER_POUND : 2.5
  return Math.max(1, Math.round(kilograms / step)) * step
}

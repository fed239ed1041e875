const LIFTS = [
  ['Squat (Barbell)', 100],
  ['Bench Press (Barbell)', 80],
  ['Deadlift (Barbell)', 120],
  ['Overhead Press (Barbell)', 50],
  ['Bent Over Row (Barbell)', 70],
  ['Lat Pulldown (Cable)', 60],
  ['Romanian Deadlift (Barbell)', 90],
  ['Incline Bench Press (Dumbbell)', 30],
  ['Leg Press', 160],
  ['Bicep Curl (Dumbbell)', 14],
] as const

/** One load for five sets: the reps hold while the effort climbs, then give way. */
const REPS = [8, 8, 8, 7, 6]
const RPES = [7.5, 8, 8.5, 9, 9.5]

const DAY_MS = 86_400_000

/** A made-up lifter as Strong exports one: `sets` rows, five lifts of five sets every other day, slowly getting stronger. */
export function strongCsv(sets: number, endAt: number): string {
  const perWorkout = 25
  const workouts = Math.ceil(sets / perWorkout)
  const lines = ['Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Weight Unit,Reps,Distance,Seconds,Notes,Workout Notes,RPE']
  for (let w = 0; w < workouts; w++) {
    const at = new Date(endAt - (workouts - w) * 2 * DAY_MS)
    const date = `${at.toISOString().slice(0, 10)} 18:00:00`
    const week = w / 3.5
    for (let i = 0; i < perWorkout && lines.length <= sets; i++) {
      const [lift, start] = LIFTS[(w * 5 + Math.floor(i / 5)) % LIFTS.length]!
      const load = Math.round((start * (1 + 0.15 * Math.log1p(week / 10))) / 2.5) * 2.5
      lines.push(`${date},${w % 2 === 0 ? 'Day A' : 'Day B'},1h 5m,${lift},${(i % 5) + 1},${load},kg,${REPS[i % 5]},0,0,,,${RPES[i % 5]}`)
    }
  }
  return `${lines.join('\n')}\n`
}

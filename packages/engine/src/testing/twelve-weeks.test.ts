import { DAY_MS, type Instant, kg, type Reps, type Rir, seededRng, type WorkoutId } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { explain } from '../explanation/explain.ts'
import { prescribe } from '../prescription/prescribe.ts'
import type { SnapshotSet } from '../prescription/snapshot.ts'
import { ordinaryLift, ordinaryLifter } from '../simulate/lifter.ts'
import { Trainee } from '../simulate/training.ts'
import { aSnapshot, aTarget, NOW } from './builders.ts'

const SETS = 3
/** Away in weeks 8 to 10. */
const isAway = (week: number) => week >= 8 && week <= 10

/** Twelve weeks of bench press twice a week, three sets of 6–8 with 2 left, by advice alone, from the first test on. */
function story(seed: number): string {
  const trainee = new Trainee(ordinaryLifter, ordinaryLift, NOW)
  const sets: SnapshotSet[] = []
  const lines: string[] = []
  for (let week = 1; week <= 12; week++) {
    if (isAway(week)) {
      lines.push(`week ${week}: away`)
      continue
    }
    for (const day of ['Mon', 'Thu']) {
      let at = (NOW + (week * 7 + (day === 'Mon' ? 0 : 3)) * DAY_MS) as Instant
      const workoutId = `${week} ${day}` as WorkoutId
      trainee.beginWorkout(at, seededRng(seed + at))
      lines.push(`week ${week} ${day}, true maximum ${trainee.strength.toFixed(1)} kg`)
      const planned = sets.length === 0 ? 4 : SETS
      for (let setNumber = 1; setNumber <= planned; setNumber++) {
        const advice = prescribe(aSnapshot({ sets }), { ...aTarget({ setNumber }), workoutId, at })
        const done = trainee.perform(advice.load, advice.repHigh, advice.rir)
        const flags = advice.flags.length > 0 ? ` [${advice.flags.join(', ')}]` : ''
        lines.push(
          `  ${setNumber}. ${advice.load} kg × ${advice.repLow}–${advice.repHigh} @ ${advice.rir}${flags} → did ${done.reps}, said ${done.saidRir} left, had ${done.trueRir}`,
        )
        if (setNumber === 1) lines.push(`     ${explain(advice, 'kg')}`)
        sets.push({
          workoutId,
          at,
          kind: 'working',
          load: kg(advice.load),
          reps: done.reps as Reps,
          rir: done.saidRir as Rir,
          toFailure: done.failed,
        })
        trainee.rest(advice.rest)
        at = (at + (advice.rest + 40) * 1000) as Instant
      }
    }
  }
  return `${lines.join('\n')}\n`
}

test('twelve weeks of an ordinary lifter read like training', async () => {
  await expect(story(7)).toMatchFileSnapshot('twelve-weeks.golden.txt')
})

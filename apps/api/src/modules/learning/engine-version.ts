import { createHash } from 'node:crypto'
import { type Instant, kg, reps, rir } from '@gymgenius/domain'
import { ENGINE_VERSION, type LoggedSet } from '@gymgenius/engine'
import { newLifter, partsOf, readSet } from '@gymgenius/engine/reading'

const SETS = 240
const START = Date.UTC(2026, 0, 1)
const HOUR_MS = 3_600_000

let known: string | undefined

/**
 * Names the engine by what it does: its version, and a digest of what it makes of one invented log. Whoever changes how sets
 * are read need not remember to say so, and every belief that an older engine left behind is made again.
 */
export function readingVersion(): string {
  return (known ??= `${ENGINE_VERSION}.${digest()}`)
}

function digest(): string {
  const lifter = newLifter()
  const told = Array.from({ length: SETS }, (_, i) => readSet(lifter, inventedSet(i)).foretold)
  return createHash('sha256')
    .update(JSON.stringify([told, partsOf(lifter).lifter, ...partsOf(lifter).movements.values()]))
    .digest('hex')
    .slice(0, 12)
}

/** Two movements, three sets each, every other day: loads rise, repetitions waver, a reserve is said now and then. */
function inventedSet(i: number): Omit<LoggedSet, 'setNumber'> {
  const workout = Math.floor(i / 6)
  const isPress = i % 6 < 3
  return {
    movement: {
      key: isPress ? 'press' : 'pull-up',
      pattern: isPress ? 'horizontal_push' : 'vertical_pull',
      loadKind: isPress ? 'external' : 'body_weight_plus',
      equipment: isPress ? 'barbell' : 'body_weight',
      muscles: [],
      baseKey: null,
    },
    at: (START + workout * 48 * HOUR_MS + (i % 6) * 180_000) as Instant,
    workoutKey: String(workout),
    kind: i % 17 === 5 ? 'warm_up' : 'working',
    load: kg((isPress ? 60 : 5) + 2.5 * Math.floor(workout / 3)),
    reps: reps(5 + ((i * 7) % 5)),
    rir: i % 4 === 1 ? null : rir((i * 3) % 4),
    rest: null,
    bodyMass: i % 2 === 0 ? null : kg(80),
    toFailure: i % 23 === 7,
  }
}

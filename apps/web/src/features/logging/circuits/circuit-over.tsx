import type { Workout } from '@gymgenius/contracts'
import { useNow } from '../../../lib/now.ts'
import type { CircuitUnderWay } from '../../../lib/view/schema.ts'
import { Button } from '../../../ui/button.tsx'
import { noteOnWorkout } from '../actions.ts'
import { circuitWords as words, scoreText } from './circuit-words.ts'
import { missedIn, scoreOf } from './course.ts'

/** What came of it. Kept as a line of the workout's note, so that history and exports say it. */
export function CircuitOver({
  circuit,
  workout,
  onMissed,
  onOver,
}: {
  readonly circuit: CircuitUnderWay
  readonly workout: Workout
  readonly onMissed: () => void
  readonly onOver: () => void
}) {
  const now = useNow()
  const missed = missedIn(circuit, now).length
  const score = scoreText(
    scoreOf(circuit, circuit.startedAt === undefined ? now : Math.min(now, circuit.startedAt + circuit.capSeconds * 1000)),
  )
  const line = `${circuit.name}: ${score}`
  return (
    <>
      <div className="flex min-h-0 flex-1 flex-col justify-center gap-3 overflow-y-auto pb-3 text-center">
        <h2 className="text-title font-bold">{words.over}</h2>
        <p className="text-note text-soft">{circuit.name}</p>
        <p className="text-title font-semibold tabular">{score}</p>
        {missed > 0 && <Button onClick={onMissed}>{words.missed(missed)}</Button>}
      </div>
      <div className="shrink-0 bg-ground pt-1 pb-3">
        <Button
          look="primary"
          big
          onClick={() => {
            if (circuit.logged.length > 0)
              noteOnWorkout(workout.id, workout.note === undefined ? line : `${workout.note}\n${line}`).catch(() => undefined)
            onOver()
          }}
        >
          {words.keep}
        </Button>
      </div>
    </>
  )
}

import { limits } from '@gymgenius/domain'
import { Square, Timer } from 'lucide-react'
import { timeNow } from '../../lib/clock.ts'
import { useNow } from '../../lib/now.ts'
import { Button } from '../../ui/button.tsx'
import { clockText } from '../../ui/clock-text.ts'
import { NumberStepper } from '../../ui/number-stepper.tsx'
import { setWords } from '../../ui/set-words.ts'
import { stepped, type Entry, type Standing } from './entry.ts'
import { measuredWords as words } from './measured-words.ts'
import { warmUpSound } from './rest-alarm.ts'
import type { SetTarget } from './target.ts'
import { useAlarmAt } from './use-alarm.ts'

/** A hold by the clock, or a way by its length; a clock for either. It runs from a stored time, so a reload does not stop it. */
export function MeasuredEntry({
  target,
  standing,
  entry,
  onEntry,
}: {
  readonly target: SetTarget
  readonly standing: Standing
  readonly entry: Entry
  readonly onEntry: (entry: Entry) => void
}) {
  const isWay = target.metres !== undefined
  return (
    <>
      {isWay ? (
        <NumberStepper
          size="huge"
          keys={['ArrowLeft', 'ArrowRight']}
          label={words.metres}
          text={standing.metresText}
          onText={(metres) => onEntry({ ...entry, metres })}
          onStep={(direction) => onEntry({ ...entry, metres: stepped(standing.metresText, 5 * direction, limits.distanceMeters) })}
          fault={standing.metres === undefined ? words.metresFault : undefined}
        />
      ) : entry.startedAt === undefined ? (
        <NumberStepper
          size="huge"
          keys={['ArrowLeft', 'ArrowRight']}
          label={setWords.seconds}
          text={standing.secondsText}
          onText={(seconds) => onEntry({ ...entry, seconds })}
          onStep={(direction) => onEntry({ ...entry, seconds: stepped(standing.secondsText, 5 * direction, limits.durationSeconds) })}
          fault={standing.seconds === undefined ? setWords.secondsFault : undefined}
        />
      ) : null}
      {entry.startedAt === undefined ? (
        <Button
          data-key="t"
          icon={<Timer aria-hidden size={20} />}
          onClick={() => {
            warmUpSound()
            onEntry({ ...entry, startedAt: timeNow() })
          }}
        >
          {words.start}
          {isWay && standing.seconds !== undefined && ` (${words.tookText(clockText(standing.seconds))})`}
        </Button>
      ) : (
        <Running startedAt={entry.startedAt} wanted={target.seconds} onStop={(seconds) => onEntry(stoppedAt(entry, seconds))} />
      )}
    </>
  )
}

function stoppedAt(entry: Entry, seconds: number): Entry {
  const { startedAt: _since, ...others } = entry
  return { ...others, seconds: String(seconds) }
}

function Running({
  startedAt,
  wanted,
  onStop,
}: {
  readonly startedAt: number
  readonly wanted: number | undefined
  readonly onStop: (seconds: number) => void
}) {
  const now = useNow(250)
  const seconds = Math.max(0, Math.floor((now - startedAt) / 1000))
  useAlarmAt(wanted === undefined ? undefined : startedAt + wanted * 1000, words.reached)
  return (
    <div className="flex flex-col gap-2">
      <p className="text-center text-load leading-none font-bold tabular" role="timer" aria-label={words.running}>
        {clockText(seconds)}
        {wanted !== undefined && <span className="text-title font-medium text-soft"> / {clockText(wanted)}</span>}
      </p>
      <Button data-key="t" icon={<Square aria-hidden size={18} />} onClick={() => onStop(seconds)}>
        {words.stop}
      </Button>
    </div>
  )
}

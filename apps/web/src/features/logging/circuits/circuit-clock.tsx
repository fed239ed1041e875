import type { CircuitUnderWay } from '../../../lib/view/schema.ts'
import { classes } from '../../../ui/classes.ts'
import { clockText } from '../../../ui/clock-text.ts'
import { useAlarmAt } from '../use-alarm.ts'
import { circuitWords as words } from './circuit-words.ts'
import type { Phase } from './course.ts'

/** How long still, of what; it rings when that is over. */
export function CircuitClock({
  circuit,
  phase,
  now,
  round,
}: {
  readonly circuit: CircuitUnderWay
  readonly phase: Extract<Phase, { readonly until: number }>
  readonly now: number
  readonly round: number
}) {
  const title = phase.state === 'counting' ? words.getReady : phase.state === 'rest' ? words.rest : words.work
  useAlarmAt(phase.until, circuit.name, phase.state === 'work' ? words.rest : words.work)
  const rounds = circuit.format === 'ladder' ? circuit.steps?.length : circuit.rounds
  return (
    <section aria-label={circuit.name} className="pt-2 text-center">
      <p className="text-note text-soft">
        {circuit.name} · {rounds === undefined ? words.round(round + 1) : words.roundOf(round + 1, rounds)}
      </p>
      <p
        role="timer"
        aria-label={words.left}
        className={classes(
          'text-huge leading-tight font-bold tabular',
          phase.state === 'rest' && 'text-caution',
          phase.state === 'counting' && 'text-soft',
        )}
      >
        {clockText(Math.max(0, Math.ceil((phase.until - now) / 1000)))}
      </p>
      <p className={classes('font-semibold', phase.state === 'rest' ? 'text-caution' : 'text-accent')}>{title}</p>
    </section>
  )
}

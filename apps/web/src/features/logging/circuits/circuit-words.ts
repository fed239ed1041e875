import { plural, t } from '@lingui/core/macro'
import { clockText } from '../../../ui/clock-text.ts'
import type { Score } from './course.ts'

/** What is said while a circuit runs. */
export const circuitWords = {
  load: (name: string) => t`Load of ${name}`,
  start: t`Start`,
  onThisPhone: t`The clock runs on this phone only. What you log goes to your other devices like every set.`,
  leave: t`Leave the circuit`,
  getReady: t`Get ready`,
  work: t`Work`,
  rest: t`Rest`,
  left: t`Time left`,
  round: (round: number) => t`Round ${round}`,
  roundOf: (round: number, of: number) => t`Round ${round} of ${of}`,
  next: (what: string) => t`Next: ${what}`,
  done: (what: string) => t`Done: ${what}`,
  logged: t`Logged. The next one comes by the clock.`,
  back: t`Take the last one back`,
  stop: t`Stop here`,
  over: t`That was it`,
  missed: (count: number) => plural(count, { one: 'Log the station not pressed as done', other: 'Log # stations not pressed as done' }),
  keep: t`Keep it`,
  amount: { reps: t`Reps`, seconds: t`Seconds`, metres: t`Metres` },
  amountText: {
    reps: (amount: number) => plural(amount, { one: '# rep', other: '# reps' }),
    seconds: (amount: number) => t`${amount} s`,
    metres: (amount: number) => t`${amount} m`,
  },
  rounds: (rounds: number) => plural(rounds, { one: '# round', other: '# rounds' }),
  stations: (stations: number) => plural(stations, { one: '# station', other: '# stations' }),
  time: (time: string) => t`finished in ${time}`,
  lowest: (reps: number) => t`lowest round ${reps} reps`,
  finished: (done: number, all: number) => t`${done} of ${all} stations`,
  interval: t`Interval timer`,
  intervalText: t`This movement by the clock. Each round is logged with one press.`,
  format: t`By what clock`,
  formats: { emom: t`Every so often (EMOM)`, tabata: t`Work and rest (Tabata)` },
  fields: {
    rounds: t`Rounds`,
    every: t`A round every (seconds)`,
    perRound: t`Reps each round`,
    workFor: t`Work (seconds)`,
    restFor: t`Rest (seconds)`,
  },
  fault: t`A whole number from 1`,
}

export function scoreText(score: Score): string {
  switch (score.of) {
    case 'rounds':
      return [circuitWords.rounds(score.rounds), ...(score.stations > 0 ? [circuitWords.stations(score.stations)] : [])].join(' + ')
    case 'time':
      return circuitWords.time(clockText(score.seconds))
    case 'lowest_round':
      return circuitWords.lowest(score.reps)
    case 'finished':
      return circuitWords.finished(score.done, score.all)
  }
}

import type { Instant, Seconds } from '@gymgenius/domain'

/**
 * A rest between two sets. Only points in time are kept, so it goes on through a reload, a locked screen and a suspended
 * tab. Without a prescribed length it is a stopwatch.
 */
export interface Rest {
  readonly workoutId: string
  readonly startedAt: Instant
  readonly endsAt?: Instant
  /** What comes after it, in words, for the alert. */
  readonly next?: string
}

/** Past this nobody is resting: the timer of a forgotten workout goes away by itself. */
const FORGOTTEN_MS = 30 * 60_000

export const restFrom = (workoutId: string, now: Instant, length: Seconds | undefined, next?: string): Rest => ({
  workoutId,
  startedAt: now,
  ...(length !== undefined && { endsAt: (now + length * 1000) as Instant }),
  ...(next !== undefined && { next }),
})

/** Longer or shorter by `seconds`; longer than a rest that is over is from now on. A rest cannot end before it began. */
export function adjusted(rest: Rest, seconds: number, now: Instant): Rest {
  const end = rest.endsAt ?? now
  const from = seconds > 0 ? Math.max(end, now) : end
  return { ...rest, endsAt: Math.max(rest.startedAt, from + seconds * 1000) as Instant }
}

export type RestReading =
  | { readonly state: 'remaining'; readonly seconds: number; /** Of the whole rest, 0 to 1. */ readonly share: number }
  | { readonly state: 'overdue'; readonly seconds: number }
  | { readonly state: 'stopwatch'; readonly seconds: number }

export function readingOf(rest: Rest, now: Instant): RestReading | undefined {
  if (now - (rest.endsAt ?? rest.startedAt) > FORGOTTEN_MS) return undefined
  if (rest.endsAt === undefined) return { state: 'stopwatch', seconds: Math.max(0, Math.floor((now - rest.startedAt) / 1000)) }
  const left = rest.endsAt - now
  if (left <= 0) return { state: 'overdue', seconds: Math.floor((now - rest.endsAt) / 1000) }
  const whole = rest.endsAt - rest.startedAt
  // Rounded up, so that the last second shown is 1 and not 0.
  return { state: 'remaining', seconds: Math.ceil(left / 1000), share: Math.min(1, left / whole) }
}

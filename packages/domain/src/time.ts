declare const kind: unique symbol

/** Milliseconds since 1970 UTC. A number, so that data means the same before and after JSON. */
export type Instant = number & { readonly [kind]: 'instant' }

export const instant = (date: Date) => date.getTime() as Instant
export const instantOf = (iso: string) => Date.parse(iso) as Instant
export const dateOf = (at: Instant) => new Date(at)
export const isoOf = (at: Instant) => new Date(at).toISOString()

export const MINUTE_MS = 60_000
export const DAY_MS = 86_400_000

export const minutesAfter = (at: Instant, minutes: number) => (at + minutes * MINUTE_MS) as Instant
export const daysBefore = (at: Instant, days: number) => (at - days * DAY_MS) as Instant

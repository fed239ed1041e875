/**
 * A hybrid logical clock: `<milliseconds, 13 digits>-<counter, 4 hex digits>`. It follows the wall clock, and never steps
 * back when that does, so that of two changes made here the later one always sorts later.
 * Source: Kulkarni et al. (2014), Logical physical clocks, OPODIS.
 */
export const FIRST_HLC = '0000000000000-0000'

const MAX_COUNTER = 0xffff

/** The time of a change made now, after one made at `last`. */
export function nextHlc(last: string, now: number): string {
  const [lastMs, counter] = parts(last)
  if (now > lastMs) return format(now, 0)
  return counter < MAX_COUNTER ? format(lastMs, counter + 1) : format(lastMs + 1, 0)
}

/** Both parts have a fixed width, so the order of the text is the order of the times. */
export const laterHlc = (a: string, b: string) => (a > b ? a : b)

const format = (ms: number, counter: number) => `${String(ms).padStart(13, '0')}-${counter.toString(16).padStart(4, '0')}`

function parts(hlc: string): readonly [number, number] {
  return [Number(hlc.slice(0, 13)), Number.parseInt(hlc.slice(14), 16)]
}

/** The `n`th id a phone of a test makes: a UUIDv7 of 2 March 2026, 17:02 UTC, an hour before the clock of a test stands still. */
export const uuid = <Id extends string = string>(n: number) => `019caf80-1000-7000-9000-${n.toString(16).padStart(12, '0')}` as Id

/** An id that says it was made at `ms`. */
export const idAt = (ms: number) => {
  const time = ms.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-9000-000000000001`
}

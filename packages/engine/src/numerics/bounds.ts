/** `value` moved into [low, high]; what is not a number becomes `low`. */
export const within = (value: number, low: number, high: number) => (value >= low ? (value <= high ? value : high) : low)

/** Rounded to hundredths, and never −0: for amounts that are told, not computed with. */
export const hundredths = (value: number) => Math.round(value * 100) / 100 + 0

import type { LogDensity } from '../log-density.ts'

/** The gradient a density gives and the one its values show (central differences), side by side. */
export function slopes(density: LogDensity, position: readonly number[], step = 1e-5) {
  const at = Float64Array.from(position)
  const given = new Float64Array(density.dimension)
  const unused = new Float64Array(density.dimension)
  density.evaluate(at, given)
  const shown = at.map((_, axis) => {
    const moved = (by: number) => at.map((value, i) => (i === axis ? value + by : value))
    return (density.evaluate(moved(step), unused) - density.evaluate(moved(-step), unused)) / (2 * step)
  })
  return { given, shown }
}

/** The largest difference between the two, relative to the size of the slope or to one. */
export function slopeError(density: LogDensity, position: readonly number[]): number {
  const { given, shown } = slopes(density, position)
  return Math.max(...given.map((value, i) => Math.abs(value - shown[i]!) / Math.max(1, Math.abs(value))))
}

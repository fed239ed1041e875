import { exp } from '../../numerics/elementary.ts'
import { distinct, type MovementDoses } from './history.ts'

/** Of each workout: its strain (`capacity/strain.ts`), and its derivatives by ln α and ln β. */
export interface Strains {
  readonly strain: Float64Array
  readonly byPower: Float64Array
  readonly byDecay: Float64Array
  readonly fill: (alpha: number, beta: number) => void
}

/**
 * Room for the strains of a history, filled anew for each α and β that is asked about: `strainsOf` with its derivatives carried beside
 * it. Few gaps and sizes differ, so each is read once a gradient.
 */
export function strainsFor(movements: readonly MovementDoses[]): Strains {
  const size = movements.reduce((sum, { doses }) => sum + doses.length, 0)
  const [strain, byPower, byDecay] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  /** Running sums over the workouts before. */
  const [sum, sumByPower, sumByDecay] = [new Float64Array(size + 1), new Float64Array(size + 1), new Float64Array(size + 1)]
  const gaps = distinct<number>()
  const sizes = distinct<number>()
  const all = movements.flatMap(({ doses }) => doses)
  const gapCell = Int32Array.from(all, ({ gap }) => gaps.indexOf(gap, String(gap)))
  const sizeCell = Int32Array.from(all, ({ size }) => sizes.indexOf(size, String(size)))
  const usual = Int32Array.from(all, (dose) => dose.usual)
  const kept = new Float64Array(gaps.all.length)
  const dose = new Float64Array(sizes.all.length)

  function fillOne(from: number, count: number, alpha: number, beta: number) {
    let f = 0
    let fByPower = 0
    let fByDecay = 0
    for (let i = 0; i < count; i++) {
      if (i > 0) {
        const [before, gap] = [sizeCell[from + i - 1]!, gapCell[from + i]!]
        fByPower = (fByPower + dose[before]! * alpha * sizes.all[before]!) * kept[gap]!
        fByDecay = (fByDecay - beta * gaps.all[gap]! * (f + dose[before]!)) * kept[gap]!
        f = (f + dose[before]!) * kept[gap]!
      }
      sum[i + 1] = sum[i]! + f
      sumByPower[i + 1] = sumByPower[i]! + fByPower
      sumByDecay[i + 1] = sumByDecay[i]! + fByDecay
      const since = i - usual[from + i]!
      const is = since === i ? 0 : 1
      const share = is / Math.max(1, i - since)
      strain[from + i] = is * f - share * (sum[i]! - sum[since]!)
      byPower[from + i] = is * fByPower - share * (sumByPower[i]! - sumByPower[since]!)
      byDecay[from + i] = is * fByDecay - share * (sumByDecay[i]! - sumByDecay[since]!)
    }
  }

  const fill = (alpha: number, beta: number) => {
    for (let k = 0; k < kept.length; k++) kept[k] = exp(-beta * gaps.all[k]!)
    for (let k = 0; k < dose.length; k++) dose[k] = exp(alpha * sizes.all[k]!)
    for (const { from, doses } of movements) fillOne(from, doses.length, alpha, beta)
  }
  return { strain, byPower, byDecay, fill }
}

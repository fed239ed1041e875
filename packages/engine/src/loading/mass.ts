import { KG_PER_POUND, kg, type Kilograms, type LoadUnit } from '@gymgenius/domain'

/**
 * Masses as whole numbers of 10⁻¹⁰ kg, in which both a hundredth of a kilogram and a hundredth of a pound (0.45359237 kg, 1959)
 * are whole: sums of kilogram and pound plates are exact. 1,000 kg is 10¹³, far below 2⁵³.
 */
export type Mass = number

const HUNDREDTH: Readonly<Record<LoadUnit, Mass>> = { kg: 100_000_000, lb: 45_359_237 }

/** What is marked on a thing, which is whole hundredths of its unit. */
export const massOf = (load: number, unit: LoadUnit): Mass =>
  Math.round((unit === 'kg' ? load : load / KG_PER_POUND) * 100) * HUNDREDTH[unit]

/**
 * A mass as it is said and logged: whole hundredths of a kilogram or of a pound, whichever it is, to the last bit. Plates of both
 * units on one bar are rounded to hundredths of `unit`, the bar's own: 5 g at most.
 */
export function saidLoad(mass: Mass, unit: LoadUnit): Kilograms {
  const marked = mass % HUNDREDTH.kg === 0 ? 'kg' : mass % HUNDREDTH.lb === 0 ? 'lb' : unit
  const hundredths = Math.round(mass / HUNDREDTH[marked])
  return kg((hundredths / 100) * (marked === 'kg' ? 1 : KG_PER_POUND))
}

declare const unit: unique symbol

/** A number that remembers what it measures. Arithmetic yields a plain number: brand the result again. */
export type Quantity<Unit extends string> = number & { readonly [unit]: Unit }

export type Kilograms = Quantity<'kg'>
export type Seconds = Quantity<'s'>
export type Metres = Quantity<'m'>
export type Reps = Quantity<'rep'>
/** Repetitions in reserve: how many more the athlete could have done. 0 is a value. */
export type Rir = Quantity<'rir'>

export const kg = (value: number) => nonNegative(value, 'kg') as Kilograms
export const seconds = (value: number) => nonNegative(value, 's') as Seconds
export const metres = (value: number) => nonNegative(value, 'm') as Metres
export const reps = (value: number) => nonNegative(value, 'rep') as Reps
export const rir = (value: number) => nonNegative(value, 'rir') as Rir

/** The unit a lifter reads loads in. Everything is stored in kilograms. */
export type LoadUnit = 'kg' | 'lb'

/** Exact by definition (international yard and pound agreement, 1959). */
export const KG_PER_POUND = 0.45359237

export const kgFromPounds = (pounds: number) => kg(pounds * KG_PER_POUND)
export const poundsFromKg = (load: Kilograms) => load / KG_PER_POUND

/** Rating of perceived exertion on the resistance scale: RPE = 10 − RIR (Zourdos et al., 2016). */
export const rirOfRpe = (rpe: number) => rir(10 - rpe)

function nonNegative(value: number, name: string) {
  if (!Number.isFinite(value) || value < 0) throw new RangeError(`${value} is not a ${name} quantity`)
  return value
}

import { kg, kgFromPounds, poundsFromKg, type Kilograms, type LoadUnit } from '@gymgenius/domain'
import { createContext, useContext } from 'react'
import { formatNumber, inputNumber, parseNumber } from './numbers.ts'

/** The unit this lifter reads loads in. */
export const UnitContext = createContext<LoadUnit>('kg')
export const useUnit = () => useContext(UnitContext)

/** The only place where a load becomes text. */
export function loadText(load: Kilograms, unit: LoadUnit) {
  return `${loadNumber(load, unit)} ${unit}`
}

/** A load as text in the lifter's unit, for labels that cannot hold an element. */
export function useLoadText() {
  const unit = useUnit()
  return (load: Kilograms) => loadText(load, unit)
}

/** A load without decimals, for what is only known roughly. */
export function useWholeLoadText() {
  const unit = useUnit()
  return (load: number) => `${wholeNumber(load, unit)} ${unit}`
}

export function Load({
  kg: load,
  bare = false,
  whole = false,
}: {
  readonly kg: number
  /** Without the unit, where a heading says it. */
  readonly bare?: boolean
  /** Without decimals, for sums over a workout. */
  readonly whole?: boolean
}) {
  const unit = useUnit()
  return (
    <span className="whitespace-nowrap tabular">
      {whole ? wholeNumber(load, unit) : loadNumber(kg(load), unit)}
      {!bare && <span className="text-[max(0.6em,0.8125rem)] font-medium text-soft"> {unit}</span>}
    </span>
  )
}

/** Reads a load the lifter typed in their unit. Undefined when it is no load. */
export function parseLoad(text: string, unit: LoadUnit): Kilograms | undefined {
  const value = parseNumber(text)
  if (value === undefined) return undefined
  const hundredths = Math.round(value * 100) / 100 // finer than any plate; the logbook keeps no more
  return unit === 'kg' ? kg(hundredths) : kgFromPounds(hundredths)
}

/** What stands in an input for this load. */
export const loadInput = (load: Kilograms, unit: LoadUnit) => (unit === 'kg' ? inputNumber(load, 2) : inputNumber(poundsFromKg(load), 1))

const loadNumber = (load: Kilograms, unit: LoadUnit) => (unit === 'kg' ? formatNumber(load, 2) : formatNumber(poundsFromKg(load), 1))
const wholeNumber = (load: number, unit: LoadUnit) => formatNumber(unit === 'kg' ? load : poundsFromKg(kg(load)), 0)

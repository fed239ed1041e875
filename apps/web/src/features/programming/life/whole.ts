import { parseNumber } from '../../../ui/numbers.ts'

/** What was typed as a whole number between two; undefined where it is none. */
export function whole(text: string, least: number, most: number): number | undefined {
  const value = parseNumber(text)
  return value !== undefined && Number.isInteger(value) && value >= least && value <= most ? value : undefined
}

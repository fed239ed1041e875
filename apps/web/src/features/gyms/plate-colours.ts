import type { LoadUnit } from '@gymgenius/domain'
import { marked } from './items.ts'

/** Face and figure of competition plates (IWF TCRR 3.3.3: 25 red, 20 blue, 15 yellow, 10 green, 5 white, 2.5 red, 2 blue, 1.5 yellow, 1 green, 0.5 white). */
const red = { face: '#c8102e', figure: '#ffffff' }
const blue = { face: '#0b4ea2', figure: '#ffffff' }
const yellow = { face: '#f2c200', figure: '#1a1a1a' }
const green = { face: '#0a7a3b', figure: '#ffffff' }
const white = { face: '#f5f5f5', figure: '#1a1a1a' }
const steel = { face: '#5b6472', figure: '#ffffff' }

const COLOURS: Readonly<Record<LoadUnit, Readonly<Record<string, { readonly face: string; readonly figure: string }>>>> = {
  kg: { 25: red, 20: blue, 15: yellow, 10: green, 5: white, 2.5: red, 2: blue, 1.5: yellow, 1: green, 0.5: white },
  lb: { 55: red, 45: blue, 35: yellow, 25: green, 10: white },
}

export const plateColour = (weightKg: number, unit: LoadUnit) => COLOURS[unit][marked(weightKg, unit)] ?? steel

/** How high a plate stands beside the heaviest, 0 to 1. */
export const plateHeight = (weightKg: number) => Math.min(1, 0.45 + 0.55 * Math.sqrt(weightKg / 25))

/** The sizes that are sold, heaviest first, in their unit. */
export const SIZES: Readonly<Record<LoadUnit, readonly number[]>> = {
  kg: [25, 20, 15, 10, 5, 2.5, 2, 1.25, 1, 0.5],
  lb: [55, 45, 35, 25, 10, 5, 2.5, 1.25],
}

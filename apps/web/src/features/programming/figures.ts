import { numberFormat } from '../../ui/formats.ts'
import { locale } from '../../ui/locale.ts'

const oneDigit = { maximumFractionDigits: 1 }
const asShare = { style: 'percent', maximumFractionDigits: 0 } as const

/** What the plural of a word is chosen by has to be what is read. */
export const toTenths = (sets: number): number => Math.round(sets * 10) / 10
export const setsText = (sets: number): string => numberFormat(locale(), oneDigit).format(sets)
export const shareText = (share: number): string => numberFormat(locale(), asShare).format(share)

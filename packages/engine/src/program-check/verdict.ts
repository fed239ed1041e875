import type { KpiResult, MissCode, Waiver, WaivableRule } from '@gymgenius/domain'
import { sayMiss } from './sentences.ts'

/** What stands against a session or a microcycle: what it is, what it is about, and the rule. */
export interface Breach {
  readonly code: MissCode
  readonly facts?: Readonly<Record<string, string | number>>
  /** None: it can never be set aside. */
  readonly rule?: WaivableRule
}

/** What is so: a figure, what was asked, and how it is said where nothing stands against it. */
interface Finding {
  readonly value: number
  readonly target: string
  readonly fine: string
  readonly breaches: readonly Breach[]
}

export type Waivers = ReadonlyMap<WaivableRule, string>

export const waiversOf = (waivers: readonly Waiver[] = []): Waivers => new Map(waivers.map(({ rule, why }) => [rule, why]))

/** Passes where nothing stands against it but what the program openly sets aside. */
export function verdictOn({ value, target, fine, breaches }: Finding, waivers: Waivers): KpiResult {
  const left = breaches.filter(({ rule }) => rule === undefined || !waivers.has(rule))
  if (left.length > 0) return { pass: false, value, target, why: told(left), reasons: reasonsOf(left) }
  const [waived] = breaches
  if (waived === undefined) return { pass: true, value, target, why: fine }
  return { pass: true, value, target, why: `Set aside on purpose: ${waivers.get(waived.rule!)!} (${told(breaches)})` }
}

const reasonsOf = (breaches: readonly Breach[]) => breaches.map(({ code, facts }) => ({ code, ...(facts !== undefined && { facts }) }))

/** So many reasons are said; the rest is counted. */
const SAID = 3

function told(breaches: readonly Breach[]): string {
  const whys = [...new Set(breaches.map(sayMiss))]
  const rest = whys.length - SAID
  return `${whys.slice(0, SAID).join(' ')}${rest > 0 ? ` And ${rest} more.` : ''}`
}

/** Two decimals are enough for anybody to read. */
export const rounded = (value: number): number => Math.round(value * 100) / 100

import type { KpiResult, MovementPattern } from '@gymgenius/domain'
import type { CheckedRequest, PlacedWeek } from './asked.ts'
import { sayMiss } from './sentences.ts'
import { type Breach, rounded, verdictOn, type Waivers } from './verdict.ts'

const LEAST_UNIQUE = 0.7
const MOST_USES_A_WEEK = 2

/** Distinct movements ÷ places of main, accessory and finisher. */
export function uniqueMovements({ sessions }: PlacedWeek, waivers: Waivers): KpiResult {
  const slots = sessions.flatMap(({ items }) => items.filter(({ section }) => section !== 'warm_up' && section !== 'cool_down'))
  const distinct = new Set(slots.map(({ item }) => item.movementId)).size
  const value = slots.length === 0 ? 1 : distinct / slots.length
  const breach: Breach = { rule: 'unique_movements', code: 'movements_alike', facts: { different: distinct, places: slots.length } }
  const breaches = value < LEAST_UNIQUE - 1e-9 ? [breach] : []
  return verdictOn({ value: rounded(value), target: 'at least 70 % of the movements different', fine: sayMiss(breach), breaches }, waivers)
}

/** How many sessions of a microcycle have a pattern in their main block: twice a week. */
export function patternUses({ sessions }: PlacedWeek, { microcycleDays = 7 }: CheckedRequest, waivers: Waivers): KpiResult {
  const uses = new Map<MovementPattern, number>()
  for (const { patterns } of sessions) for (const pattern of patterns) uses.set(pattern, (uses.get(pattern) ?? 0) + 1)
  const most = Math.ceil((MOST_USES_A_WEEK * microcycleDays) / 7)
  const breaches = [...uses].flatMap(([pattern, times]): Breach[] =>
    times > most ? [{ rule: 'pattern_uses', code: 'pattern_often', facts: { pattern, sessions: times } }] : [],
  )
  const target = `each main pattern in ${most} sessions at most`
  return verdictOn({ value: Math.max(0, ...uses.values()), target, fine: 'No pattern comes too often.', breaches }, waivers)
}

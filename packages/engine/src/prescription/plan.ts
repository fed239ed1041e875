import type { Kilograms } from '@gymgenius/domain'
import type { Resistance } from './resistance.ts'
import type { Reason } from './snapshot.ts'

/** A load on its way to being advised: where it stands, and every step that brought it there. Totals are what is worked against, kg. */
export interface Plan {
  readonly total: number
  readonly steps: readonly PlanStep[]
  readonly flags: readonly string[]
  /** `down` where rounding up would break a limit. */
  readonly rounding: 'nearest' | 'down'
}

export interface PlanStep {
  readonly code: string
  /** The total after this step; its difference to the step before is the step's amount. */
  readonly total: number
  readonly facts: Facts
}

export type Facts = Readonly<Record<string, number | string | boolean>>

export const startPlan = (code: string, total: number, facts: Facts): Plan => ({
  total,
  steps: [{ code, total, facts }],
  flags: [],
  rounding: 'nearest',
})

/** The plan one step further; a step that changes nothing and raises no flag is not told. */
export function moved(plan: Plan, code: string, total: number, facts: Facts, ...flags: string[]): Plan {
  if (total === plan.total && flags.length === 0) return plan
  return { ...plan, total, steps: [...plan.steps, { code, total, facts }], flags: [...plan.flags, ...flags] }
}

export const roundedDown = (plan: Plan): Plan => ({ ...plan, rounding: 'down' })

export const loadOf = ({ total, rounding }: Plan, resistance: Resistance): Kilograms =>
  rounding === 'down' ? resistance.atMost(total) : resistance.nearest(total)

/** What would really be worked against: the plan after rounding. */
export const loadedTotal = (plan: Plan, resistance: Resistance) => resistance.total(loadOf(plan, resistance))

/** The steps as reasons, each with the kilograms it added to the load; the last one is the rounding. They add up to the load. */
export function reasonsOf(plan: Plan, resistance: Resistance, stepKg: number): Reason[] {
  let before = 0
  const told = plan.steps.map(({ code, total, facts }, place) => {
    const load = tidy(resistance.load(total))
    const kg = tidy(load - before)
    before = load
    return { code, ...tidied(place > 0 ? facts : { ...facts, ...resistance.ofBody }), kg }
  })
  const rounding = tidy(loadOf(plan, resistance) - before)
  return rounding === 0 ? told : [...told, { code: 'rounding', kg: rounding, stepKg }]
}

function tidied(facts: Facts): Facts {
  const told: Record<string, number | string | boolean> = {}
  for (const name of Object.keys(facts)) {
    const value = facts[name]!
    told[name] = typeof value === 'number' ? tidy(value) : value
  }
  return told
}

/** Ten-thousandths of a kilogram: fine enough to add up, coarse enough to read; never −0. */
const tidy = (value: number) => Math.round(value * 10_000) / 10_000 + 0

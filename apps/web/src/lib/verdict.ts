import { type LifterRules, type Verdict, verdictOn } from '@gymgenius/catalog/rules'
import type { Api, Movement } from '@gymgenius/contracts'
import { type Instant, instantOf } from '@gymgenius/domain'

export type MyRules = Api['GET /v1/rules']['reply']
export type Pain = MyRules['constraints'][number]

/** What the rules say of a movement at a time. A pain that has ended meanwhile says nothing, network or not. */
export const verdictFor = (movement: Movement, rules: MyRules, now: number): Verdict =>
  verdictOn(movement, lifterRules(rules), now as Instant)

const read = new WeakMap<MyRules, LifterRules>()

function lifterRules(rules: MyRules): LifterRules {
  const known = read.get(rules)
  if (known !== undefined) return known
  const lifter: LifterRules = {
    movements: new Map(rules.movements.map(({ movementId, rule }) => [movementId, rule])),
    pains: rules.constraints.map(({ joint, severity, from, until, excludedMovementIds, cappedMovementIds }) => ({
      joint,
      severity,
      from: instantOf(from),
      until: instantOf(until),
      excluded: new Set(excludedMovementIds),
      capped: new Set(cappedMovementIds),
    })),
  }
  read.set(rules, lifter)
  return lifter
}

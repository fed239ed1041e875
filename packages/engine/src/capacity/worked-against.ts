import { kg, type LoadKind } from '@gymgenius/domain'
import { within } from '../numerics/bounds.ts'

/** Stands in for an unknown body mass. Readings and advice use the same one, so most of its error cancels. Judgement. */
export const ASSUMED_BODY_MASS = kg(75)

export const bodyOf = (bodyMass: number | null) => within(bodyMass ?? ASSUMED_BODY_MASS, 20, 500)

/** Help of more than nine tenths of the body is read as nine tenths. */
export const leastLeftOf = (body: number) => body / 10

/**
 * What the muscles work against, kg, for a load as it is logged: external loads and stacks are themselves, one dumbbell where
 * two are held; added load sits on top of the body; help is taken off it.
 */
export function workedAgainst(kind: LoadKind, load: number, bodyMass: number | null): number {
  if (kind === 'external' || kind === 'machine_stack') return load
  const body = bodyOf(bodyMass)
  if (kind === 'body_weight') return body
  return kind === 'assisted' ? Math.max(leastLeftOf(body), body - load) : body + load
}

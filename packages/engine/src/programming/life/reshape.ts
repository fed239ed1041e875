import { type ProgramDay, type ProgramItem, type ProgramSections, sessionSections } from '@gymgenius/domain'
import { fitToMinutes, type Fitted, type MovementOf } from './fit.ts'

/**
 * Two sessions as one: what both are built around, then what builds on it, each movement once with the more sets of the two; brought to
 * `minutes` by what gives most for its time. It keeps the number of the first.
 */
export function mergeSessions(first: ProgramDay, second: ProgramDay, minutes: number, movementOf: MovementOf, pace = 1): Fitted {
  const sections = Object.fromEntries(
    sessionSections.map((section) => [section, together(section === 'finisher', first.sections[section], second.sections[section])]),
  ) as unknown as ProgramSections
  const focus = first.focus === second.focus ? first.focus : 'full_body'
  return fitToMinutes({ ...first, focus, name: `${first.name} + ${second.name}`, sections }, minutes, movementOf, pace)
}

/** One finisher ends a session, not two. */
function together(isOne: boolean, a: readonly ProgramItem[], b: readonly ProgramItem[]): ProgramItem[] {
  if (isOne) return [...(a.length > 0 ? a : b)]
  const more = a.map((item) => {
    const same = b.find(({ movementId }) => movementId === item.movementId)
    return same !== undefined && same.sets.length > item.sets.length ? same : item
  })
  const highest = Math.max(-1, ...a.map(({ superset }) => superset ?? -1))
  const rest = b
    .filter(({ movementId }) => !a.some((item) => item.movementId === movementId))
    .map((item) => (item.superset === undefined ? item : { ...item, superset: item.superset + highest + 1 }))
  return [...more, ...rest]
}

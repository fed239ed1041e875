import { type LoadKind, type ProgramItem, type ProgramSections, type SessionSection, sessionSections } from '@gymgenius/domain'
import { isCompound, sessionSeconds, type TimedItem, type TimedMovement } from './session-time.ts'

/** What of a movement the time of a planned session depends on. */
export interface PlannedMovement extends TimedMovement {
  readonly loadKind: LoadKind
}

/**
 * How long a planned session takes, in seconds. Getting warm and slowing down are its own sections; the warm-up ramp of a loaded movement comes
 * on top, as the engine proposes it on the day. Items of a movement that `movementOf` does not know cost their work and their rests.
 */
export function programDaySeconds(
  sections: ProgramSections,
  movementOf: (id: ProgramItem['movementId']) => PlannedMovement | undefined,
  pace = 1,
): number {
  const warmed = new Set<string>()
  const items = sessionSections.flatMap((section) =>
    sections[section].map((item): TimedItem => {
      const movement = movementOf(item.movementId) ?? { ...unknown, pattern: item.pattern }
      const rampSets = item.sets.some(({ kind }) => kind === 'warm_up') ? 0 : rampSetsOf(section, movement, warmed)
      const superset = item.superset === undefined ? undefined : `${section} ${item.superset}`
      return { movement, sets: item.sets, restSeconds: item.restSeconds, superset, rampSets }
    }),
  )
  const prepared = sections.warm_up.length + sections.cool_down.length > 0
  return sessionSeconds(items, { pace, prepared })
}

const unknown = { laterality: 'bilateral', setupSeconds: 0, transitionSeconds: 0, loadKind: 'body_weight' } as const

/** The first loaded lift of a session is approached in three steps, the next main lifts in two, later compound lifts in one. */
export function rampSetsOf(section: SessionSection, { pattern, loadKind }: PlannedMovement, warmed: Set<string>): number {
  const loaded = loadKind === 'external' || loadKind === 'machine_stack' || loadKind === 'body_weight_plus'
  if (!loaded || !isCompound(pattern)) return 0
  if (section !== 'main') return section === 'accessory' && !warmed.has(pattern) ? 1 : 0
  const sets = warmed.size === 0 ? 3 : warmed.has(pattern) ? 1 : 2
  warmed.add(pattern)
  return sets
}

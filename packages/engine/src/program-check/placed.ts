import {
  type MovementId,
  type MovementPattern,
  type ProgramDay,
  type ProgramItem,
  sessionSections,
  type SessionType,
} from '@gymgenius/domain'
import { programDaySeconds } from '../session-time/index.ts'
import type { CheckedMovement, CheckedProgram, CheckedRequest, PlacedItem, PlacedWeek } from './asked.ts'
import { sharesOf, type TrackedShares } from './shares.ts'

/** Sessions that are built on main lifts. */
export const isLifting = (type: SessionType): boolean => type === 'strength' || type === 'hypertrophy' || type === 'explosive'

/** Weeks that relieve: fewer sets by intent. */
export const isRelief = (block: PlacedWeek['block']): boolean => block === 'deload' || block === 'taper'

/** Every item beside what the library knows of its movement, every session with its main patterns and its time. */
export function placed(request: CheckedRequest, program: CheckedProgram): readonly PlacedWeek[] {
  const known = new Map<MovementId, CheckedMovement>(request.movements.map((movement) => [movement.id, movement]))
  const movementOf = (id: MovementId) => known.get(id)
  const sharesOfItem = sharesByMovement(movementOf)
  return program.weeks.map(({ week, block, days }) => ({
    week,
    block,
    sessions: days.map((day, place) => {
      const items = sessionSections.flatMap((section) =>
        day.sections[section].map((item): PlacedItem => ({
          item,
          section,
          movement: movementOf(item.movementId),
          shares: sharesOfItem(item),
        })),
      )
      return {
        day,
        week,
        block,
        place,
        items,
        isRelief: isRelief(block) || isRelieved(day),
        patterns: [...new Set(ruledPatterns(day, items))],
        seconds: programDaySeconds(day.sections, movementOf, request.pace),
      }
    }),
  }))
}

/** A session that was made lighter where no week of relief was planned: each of its main movements says so. */
const isRelieved = ({ sections }: ProgramDay): boolean =>
  sections.main.length > 0 && sections.main.every(({ reasons }) => reasons.some(({ code }) => code === 'deload' || code === 'taper'))

/** Whom a movement trains: a prime mover fully, others by their share; what nobody knows, by what the program says. */
function sharesByMovement(movementOf: (id: MovementId) => CheckedMovement | undefined): (item: ProgramItem) => TrackedShares {
  const known = new Map<MovementId, TrackedShares>()
  return ({ movementId, muscles }) => {
    const movement = movementOf(movementId)
    if (movement === undefined) return sharesOf(muscles.map((muscle) => ({ muscle, share: 1 })))
    const shares = known.get(movementId) ?? sharesOf(movement.muscles)
    known.set(movementId, shares)
    return shares
  }
}

/**
 * The patterns that vary by rule: of main blocks of lifts and circuits. Single joints are no pattern of their own, the road repeats itself by
 * nature, and stretches tire nothing.
 */
export function ruledPatterns({ type }: ProgramDay, items: readonly PlacedItem[]): readonly MovementPattern[] {
  if (type === 'cardio' || type === 'mobility') return []
  return items
    .filter(({ section }) => section === 'main')
    .map(({ item, movement }) => movement?.pattern ?? item.pattern)
    .filter((pattern) => pattern !== 'isolation' && pattern !== 'locomotion')
}

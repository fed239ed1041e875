import type { MovementId, PlaceInTable, ProgramReason, ProgramSet } from '@gymgenius/domain'
import { type DoneSet, type MovementInPlan, type ProgressionState, unplanned } from '../progression/plan.ts'
import { progress } from '../progression/progress.ts'
import { lineAt, setsOf } from '../progression/sets.ts'
import type { ReliefFacts } from '../progression/lighter-week.ts'
import type { SchemeItem } from './scheme.ts'
import type { SchemeMovement } from './inputs.ts'

export interface AheadItem {
  readonly sets: readonly ProgramSet[]
  readonly reason: ProgramReason
  /** Where its sets stand in the table, and what the percentages there are of. */
  readonly table?: PlaceInTable
}

interface Kept {
  readonly state: ProgressionState
  readonly sets: readonly ProgramSet[]
}

/** What each movement of a scheme will have to do, time after time, if every set is done as planned. */
export interface Planner {
  next(item: SchemeItem, key: string, movement: SchemeMovement): AheadItem
  /** What a week of relief is made from: of a table its first line, of anything else what was done last. Nothing moves on. */
  easiest(item: SchemeItem, key: string, movement: SchemeMovement): AheadItem
}

/**
 * Plans ahead. Only tables of percentages and ramps of effort are known in advance; what other progressions will load depends on
 * what is done, so their sets stand without a load and the load is found on the day. Ranges that undulate turn with every session of the
 * movement, wherever it stands; everything else turns with its own place.
 */
export function planAhead(
  maxima: readonly { readonly movementId: MovementId; readonly loadKg: number }[],
  loadsOf: ReliefFacts['loadsOf'],
): Planner {
  const kept = new Map<string, Kept>()
  const known = new Map(maxima.map(({ movementId, loadKg }) => [movementId, loadKg]))
  /** Training maxima that a phase leaves to the next. */
  const reached = new Map<string, number>()
  return {
    easiest: ({ lines, progression: rule }, place, movement) => {
      const last = kept.get(rule?.style === 'daily_undulating' ? movement.slug : place)
      const reason = { code: 'by_rule' }
      if (last === undefined || rule === undefined) return { sets: setsOf(lines[0]!), reason }
      if (rule.style !== 'percent') return { sets: last.sets, reason }
      const state = { ...last.state, time: 0, misses: 0 }
      const loads = loadsOf?.(movement.id)
      const { sets } = progress({ rule, lines, state, ...(loads !== undefined && { loads }) }, null)
      return { sets, reason, table: placeIn(lines, 0, state.maxKg) }
    },
    next: ({ lines, progression: rule }, place, movement) => {
      if (rule === undefined) return { sets: setsOf(lines[0]!), reason: { code: 'as_written' } }
      const key = rule.style === 'daily_undulating' ? movement.slug : place
      const before = kept.get(key)
      const maximum = known.get(movement.id)
      const start =
        rule.style === 'percent' && maximum !== undefined
          ? { ...unplanned, maxKg: reached.get(movement.slug) ?? (maximum * rule.ofMaximum) / 100 }
          : unplanned
      const loads = loadsOf?.(movement.id)
      const plan: MovementInPlan = { rule, lines, state: before?.state ?? start, ...(loads !== undefined && { loads }) }
      if (rule.style !== 'percent' && rule.style !== 'rir_ramp') {
        const { time } = plan.state
        const sets = setsOf(lineAt(plan, time))
        kept.set(key, { state: { ...plan.state, time: time + 1 }, sets })
        return { sets, reason: { code: time === 0 ? 'first_time' : 'by_rule' }, table: placeIn(lines, time) }
      }
      const step = progress(plan, before === undefined ? null : asPlanned(before.sets))
      kept.set(key, step)
      if (step.state.maxKg !== undefined) reached.set(movement.slug, Math.max(reached.get(movement.slug) ?? 0, step.state.maxKg))
      return { ...step, table: placeIn(lines, step.state.time - 1, step.state.maxKg) }
    },
  }
}

const placeIn = ({ length }: SchemeItem['lines'], time: number, maximumKg?: number): PlaceInTable => ({
  line: Math.max(0, time) % length,
  lines: length,
  ...(maximumKg !== undefined && { maximumKg }),
})

const asPlanned = (sets: readonly ProgramSet[]): DoneSet[] =>
  sets.flatMap((set) =>
    set.kind === 'warm_up' ? [] : [{ reps: set.reps, durationSeconds: set.durationSeconds, distanceMeters: set.distanceMeters }],
  )

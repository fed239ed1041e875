import { sessionSections } from '@gymgenius/domain'
import { printRule, printSets, type Scheme, type SchemeDay, type SchemeItem, type SchemePhase } from '@gymgenius/engine/programming'
import { stringify } from 'yaml'
import { sectionWords } from './words.ts'

/** A program as text that a person reads, edits and shares: YAML, with sets and progressions in a lifter's words. `readScheme` reads it back. */
export function printScheme(scheme: Scheme): string {
  const { name, slug, about, experience, goals, split, daysPerWeek, deloadEveryWeeks, waivers, isWeekByWeek, phases } = scheme
  return stringify(
    {
      program: name,
      slug,
      about,
      for: [...experience],
      goals: Object.fromEntries(goals.map(({ goal, weight }) => [goal, weight])),
      split,
      'days a week': daysPerWeek,
      ...(deloadEveryWeeks !== undefined && { 'deload every': deloadEveryWeeks }),
      ...(waivers.length > 0 && { 'set aside': Object.fromEntries(waivers.map(({ rule, why }) => [rule, why])) }),
      ...(isWeekByWeek && { 'week by week': true }),
      phases: phases.map(phaseOf),
    },
    { lineWidth: 140, aliasDuplicateObjects: false, flowCollectionPadding: false },
  )
}

const phaseOf = ({ name, block, weeks, daysPerWeek, days }: SchemePhase) => ({
  phase: name,
  block,
  weeks,
  ...(daysPerWeek !== undefined && { 'days a week': daysPerWeek }),
  days: days.map(dayOf),
})

const dayOf = ({ name, type, focus, sections }: SchemeDay) => ({
  day: name,
  type,
  focus,
  ...Object.fromEntries(
    sessionSections.flatMap((section) => {
      const items = sections[section]
      return items === undefined ? [] : [[sectionWords[section], items.map(itemOf)]]
    }),
  ),
})

function itemOf({ movements, lines, restSeconds, progression, turn, superset }: SchemeItem) {
  const sets = lines.map((line) => printSets({ line, restSeconds }))
  return {
    [movements.join(' | ')]: sets.length === 1 ? sets[0] : sets,
    ...(progression !== undefined && { progress: printRule(progression) }),
    ...(turn !== undefined && { turn: `${turn.line + 1} of ${turn.lines}` }),
    ...(superset !== undefined && { together: superset }),
  }
}

import {
  type Experience,
  type MovementId,
  type ProgramItem,
  type ProgramSplit,
  type ProgramWeek,
  sessionSections,
  type Waiver,
  type WeightedGoal,
} from '@gymgenius/domain'
import { type PlannedSets, ruleOf, type Scheme, type SchemeDay, type SchemeItem, type SetLine } from '@gymgenius/engine/programming'
import { printScheme } from './print.ts'

/** What a program does not say of itself and its text does. */
export interface AboutProgram {
  readonly slug: string
  readonly name: string
  readonly about: string
  readonly experience: readonly Experience[]
  readonly goals: readonly WeightedGoal[]
  readonly split: ProgramSplit
  readonly waivers?: readonly Waiver[] | undefined
}

/** A program that was made, written down week by week, so that it can be edited and shared. Dates, reasons and maxima stay behind. */
export function schemeOfProgram(weeks: readonly ProgramWeek[], about: AboutProgram, slugOf: (id: MovementId) => string): Scheme {
  const { waivers = [], ...said } = about
  return {
    ...said,
    daysPerWeek: Math.max(1, ...weeks.map(({ days }) => days.length)),
    waivers,
    isWeekByWeek: true,
    phases: weeks.map(({ week, block, days }) => ({
      name: `Week ${week}`,
      block,
      weeks: 1,
      daysPerWeek: Math.max(1, days.length),
      days: days.map(({ name, type, focus, sections }): SchemeDay => ({
        name,
        type,
        focus,
        sections: Object.fromEntries(
          sessionSections.flatMap((section) =>
            sections[section].length === 0 ? [] : [[section, sections[section].map((item) => itemOf(item, slugOf))]],
          ),
        ),
      })),
    })),
  }
}

/** The same as text. */
export const programText = (...program: Parameters<typeof schemeOfProgram>): string => printScheme(schemeOfProgram(...program))

function itemOf(item: ProgramItem, slugOf: (id: MovementId) => string): SchemeItem {
  const { movementId, sets, restSeconds, superset, table } = item
  const progression = ruleOf(item)
  return {
    movements: [slugOf(movementId)],
    lines: [lineOf(sets)],
    restSeconds,
    ...(progression !== undefined && { progression }),
    ...(table !== undefined && { turn: { line: table.line, lines: table.lines } }),
    ...(superset !== undefined && { superset }),
  }
}

/** Equal sets in a row as one. */
function lineOf(sets: ProgramItem['sets']): SetLine {
  const line: PlannedSets[] = []
  for (const set of sets) {
    const last = line.at(-1)
    const alike = { ...set, count: (last?.count ?? 0) + 1 }
    if (last !== undefined && JSON.stringify(sorted(alike)) === JSON.stringify(sorted({ ...last, count: last.count + 1 })))
      line[line.length - 1] = alike
    else line.push({ ...set, count: 1 })
  }
  return line
}

const sorted = (sets: PlannedSets) => Object.entries(sets).toSorted(([a], [b]) => (a < b ? -1 : 1))

import { type KpiResult, type MicrocycleKpi, type ProgramReason, type ProgramReport, type SessionKpi, sessionKpis } from '@gymgenius/domain'
import { formatNumber } from '../../ui/numbers.ts'
import { jointNames, muscleGroupNames, muscleNames, patternNames } from '../../ui/movement-words.ts'
import { type MovementName, missTextsOf } from './miss-texts.ts'
import { noticeTexts, reportWords as words } from './report-words.ts'
import { shareText, toTenths } from './figures.ts'
import { goalNames, splitNames } from './words.ts'

export type Kpi = SessionKpi | MicrocycleKpi

/** Where one and the same thing stands against a figure. */
export interface Miss {
  readonly whys: readonly string[]
  /** The checker's own words: of a program that was made before there were codes, or by a newer server. */
  readonly isEnglish: boolean
  readonly value: string
  readonly where: string
}

export const isOfSession = (kpi: Kpi): kpi is SessionKpi => (sessionKpis as readonly string[]).includes(kpi)

/** What misses a figure, alike ones together, in the order of the program. */
export function missesOf({ sessions, microcycles }: ProgramReport, kpi: Kpi, movement: MovementName): readonly Miss[] {
  const results: readonly { readonly at: number; readonly result: KpiResult }[] = isOfSession(kpi)
    ? sessions.map(({ session, kpis }) => ({ at: session, result: kpis[kpi] }))
    : microcycles.map(({ week, kpis }) => ({ at: week, result: kpis[kpi] }))
  const missed = results.filter(({ result }) => !result.pass)
  const say = isOfSession(kpi) ? words.sessions : words.weeks
  return [...Map.groupBy(missed, ({ result }) => `${result.why} ${result.value}`).values()].map((alike) => {
    const { result } = alike[0]!
    const whys = missTextsOf(result, movement)
    return {
      whys: whys ?? [result.why],
      isEnglish: whys === undefined,
      value: valueText(kpi, result.value),
      where: say(alike.length, numbersText(alike.map(({ at }) => at))),
    }
  })
}

/** 1, 2, 3, 7: “1–3, 7”. */
export function numbersText(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run !== undefined && run[1] === number - 1) run[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`)).join(', ')
}

const valueTexts: Partial<Readonly<Record<Kpi, (value: number) => string>>> = {
  movement_count: (value) => words.inMovements(value),
  time: (value) => words.inMinutes(Math.round(value)),
  pattern_diversity: (value) => words.inPatterns(value),
  muscle_coverage: (value) => words.inMuscles(formatNumber(value)),
  unique_movements: shareText,
  pattern_uses: (value) => words.inSessions(value),
  volume: (value) => words.inSets(Math.round(value)),
}

const valueText = (kpi: Kpi, value: number): string => {
  const text = valueTexts[kpi]
  return text === undefined ? '' : words.was(text(value))
}

/** Sorted by the step, then by what was found; each movement with the sessions it stands in. */
export function relaxationsByStep(relaxations: ProgramReport['relaxations'], name: MovementName) {
  return [...Map.groupBy(relaxations, ({ step }) => step)].map(([step, all]) => ({
    step,
    movements: [...Map.groupBy(all, ({ why }) => why.split(': ')[0] ?? '')].map(([movement, places]) => ({
      movement: name(movement),
      count: new Set(places.map(({ session }) => session)).size,
      sessions: numbersText(places.map(({ session }) => session)),
    })),
  }))
}

/** Undefined for a code of a newer server. */
export function noticeText({ code, facts = {} }: ProgramReason, movement: MovementName): string | undefined {
  return noticeTexts[code]?.({
    said: (fact) => factText(fact, facts[fact] ?? '', movement),
    number: (fact) => toTenths(Number(facts[fact] ?? 0)),
  })
}

const factNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  goal: goalNames,
  other: goalNames,
  split: splitNames,
  joint: jointNames,
  muscle: { ...muscleNames, ...muscleGroupNames },
  pattern: patternNames,
}

function factText(fact: string, value: string | number, movement: MovementName): string {
  if (typeof value === 'number') return formatNumber(value, 1)
  return fact === 'movement' || fact === 'by' ? movement(value) : (factNames[fact]?.[value] ?? value)
}

import {
  type LoadKind,
  type MovementId,
  type PlaceInTable,
  type ProgramDay,
  type ProgramItem,
  type ProgramWeek,
  type ProgressionRule,
  type SessionSection,
  type SessionType,
} from '@gymgenius/domain'
import type { SetLine } from './plan.ts'
import { ruleOf } from './usual-rules.ts'

/** A movement at one place of a plan, by the rule that makes it harder. */
export interface Occurrence {
  readonly section: SessionSection
  readonly index: number
  readonly item: ProgramItem
  readonly rule: ProgressionRule
  /** What gets harder together: the same movement by the same rule in about the same repetitions. */
  readonly key: string
  /** Its sets, one a line; loads reckoned from a maximum are left out. */
  readonly line: SetLine
  /** The table of its rule, and its place there. */
  readonly lines: readonly SetLine[]
  readonly place: PlaceInTable
  /** Part of a deload or a taper, which nobody is judged by. */
  readonly isRelief: boolean
  readonly isLastOfDay: boolean
  /** The training maximum that the plan has for this movement the next time. */
  readonly nextMaximumKg?: number | undefined
}

type Loose = Omit<Occurrence, 'lines' | 'place' | 'nextMaximumKg'> & { readonly session: number; readonly mesocycle: number }

/** Every place of a plan with a rule that keeps something, by session. Warm-ups, circuits and roads keep nothing. */
export function occurrencesOf(
  weeks: readonly ProgramWeek[],
  loadKindOf: (movement: MovementId) => LoadKind | undefined,
): ReadonlyMap<number, readonly Occurrence[]> {
  const all: Loose[] = []
  let mesocycle = 0
  for (const { block, days } of weeks) {
    const isRelief = block === 'deload' || block === 'taper'
    for (const day of days) all.push(...placesOf(day, isRelief, mesocycle, loadKindOf))
    if (isRelief) mesocycle++
  }
  const rounds = Map.groupBy(
    all.filter(({ isRelief }) => !isRelief),
    ({ key, mesocycle }) => `${key} ${mesocycle}`,
  )
  const byKey = Map.groupBy(all, ({ key }) => key)
  const byMovement = Map.groupBy(all, ({ item }) => item.movementId)
  const found = all.map((one): Occurrence & { readonly session: number } => {
    const round = rounds.get(`${one.key} ${one.mesocycle}`) ?? [one]
    const { line, lines } = one.item.table ?? usualPlace(one, round)
    const siblings = byKey.get(one.key)!
    const written = Array.from({ length: lines }, (_, i) =>
      i === line
        ? one.line
        : ((one.item.table === undefined ? round[i] : siblings.find(({ item }) => item.table?.line === i))?.line ?? one.line),
    )
    const next = one.rule.style === 'percent' ? (after(siblings, one) ?? after(byMovement.get(one.item.movementId)!, one)) : undefined
    return { ...one, lines: written, place: { line, lines }, nextMaximumKg: next?.item.table?.maximumKg }
  })
  return Map.groupBy(found, ({ session }) => session)
}

const after = (list: readonly Loose[], one: Loose): Loose | undefined =>
  list.slice(list.indexOf(one) + 1).find(({ item, isRelief }) => !isRelief && item.table?.maximumKg !== undefined)

/** Of a plan without a table: a wave is a mesocycle; anything else turns with every time. */
function usualPlace(one: Loose, round: readonly Loose[]): PlaceInTable {
  if (one.rule.style !== 'wave') return { line: 0, lines: 1 }
  return { line: Math.max(0, round.indexOf(one)), lines: round.length }
}

function placesOf(
  day: ProgramDay,
  isReliefWeek: boolean,
  mesocycle: number,
  loadKindOf: (movement: MovementId) => LoadKind | undefined,
): Loose[] {
  const places = SECTIONS.flatMap((section) =>
    day.sections[section].flatMap((item, index): Loose[] => {
      const rule = isCarried(item, section, day.type) ? ruleOf(item) : undefined
      const loadKind = loadKindOf(item.movementId)
      if (rule === undefined || loadKind === undefined || loadKind === 'assisted') return []
      const isRelief = isReliefWeek || item.reasons.some(({ code }) => RELIEF.has(code))
      const line = item.sets.map(({ loadKg, ...set }) => ({
        count: 1,
        ...set,
        ...(loadKg !== undefined && rule.style !== 'percent' && { loadKg }),
      }))
      const key = [item.movementId, section === 'main', JSON.stringify(rule), rangeOf(item, rule, day)].join(' ')
      return [{ session: day.session, section, index, item, rule, key, line, isRelief, isLastOfDay: true, mesocycle }]
    }),
  )
  return places.map((place, i) => ({
    ...place,
    isLastOfDay: !places.slice(i + 1).some(({ item }) => item.movementId === place.item.movementId),
  }))
}

const SECTIONS = ['main', 'accessory', 'finisher'] as const satisfies readonly SessionSection[]
const RELIEF: ReadonlySet<string> = new Set(['deload', 'taper', 'relief'])
const LIFTING: readonly SessionType[] = ['strength', 'hypertrophy', 'explosive']
/** Further from failure than this nothing is a hard set, and nothing is earned by it. */
const HARD_RIR = 4

function isCarried({ rule, progression, sets }: ProgramItem, section: SessionSection, type: SessionType): boolean {
  if (rule !== undefined) return true
  return progression !== undefined && section !== 'finisher' && LIFTING.includes(type) && sets.some(({ rir }) => rir <= HARD_RIR)
}

/** Up to so many repetitions, in the middle of the range, are one kind of work: a load of fives is no load for twelves. */
const KINDS_OF_WORK = [4.5, 7.5, 10.5, 14]

/** A table has its ranges in itself; percentages are of a day; everything else climbs by its range. */
function rangeOf({ sets, table }: ProgramItem, { style }: ProgressionRule, { name }: ProgramDay): string | number {
  if (style === 'percent') return name
  if (table !== undefined && table.lines > 1) return 'table'
  if (style === 'wave' || style === 'rir_ramp') return style
  const middle = Math.min(...sets.filter(({ kind }) => kind !== 'warm_up').map(({ reps, repHigh }) => (reps + repHigh) / 2))
  return KINDS_OF_WORK.filter((most) => middle > most).length
}

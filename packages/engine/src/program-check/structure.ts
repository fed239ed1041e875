import type { KpiResult, MissCode, ProgramItem, SessionSection, SessionType } from '@gymgenius/domain'
import type { CheckedRequest, PlacedSession } from './asked.ts'
import { isLifting } from './placed.ts'
import { sayMiss } from './sentences.ts'
import { type Breach, rounded, verdictOn, type Waivers } from './verdict.ts'

const EDGES = [2, 5] as const
const ACCESSORIES = [2, 4] as const

/** Movements of the main block, by what the session is for (rows A8 and A9). */
const MAIN: Readonly<Record<SessionType, readonly [number, number]>> = {
  strength: [2, 5],
  hypertrophy: [2, 5],
  explosive: [2, 5],
  conditioning: [6, 10],
  cardio: [1, 5],
  mobility: [2, 10],
}

/** Of the whole session. One ride is a cardio session; what stands around it is no reason to ride on three machines. */
const MOVEMENTS: Readonly<Record<SessionType, readonly [number, number]>> = {
  strength: [8, 15],
  hypertrophy: [8, 15],
  explosive: [8, 15],
  conditioning: [8, 15],
  cardio: [5, 15],
  mobility: [8, 15],
}
const LEAST_CONDITIONING_MINUTES = 30
const TIME_OFF = 0.05
/** A week of relief has half the sets and rests no longer than ever: its sessions are over when they are over, short of being none. */
const LEAST_RELIEF_TIME = 0.3
/** The program says whole minutes. */
const SAID_OFF_MINUTES = 1
/** Of a circuit half the patterns that its least stations could have. */
const PATTERNS = { lifting: 2, conditioning: 4 } as const

export function completeStructure({ day, seconds, items }: PlacedSession, waivers: Waivers): KpiResult {
  const { type, sections } = day
  const breaches: Breach[] = []
  const breach = (code: MissCode, facts?: Breach['facts']) =>
    breaches.push({ rule: 'structure', code, ...(facts !== undefined && { facts }) })
  const count = (part: SessionSection, [least, most]: readonly [number, number]) => {
    const many = sections[part].length
    if (many < least || many > most) breach('part_size', { part, count: many, least, most })
  }
  count('warm_up', EDGES)
  count('cool_down', EDGES)
  count('main', MAIN[type])
  const endings = Number(sections.accessory.length > 0) + Number(sections.finisher.length > 0)
  if (isLifting(type)) {
    if (endings !== 1) breach(endings === 0 ? 'ending_missing' : 'ending_double')
    if (sections.accessory.length > 0) count('accessory', ACCESSORIES)
    if (sections.finisher.length > 0 && !isOneUnit(sections.finisher)) breach('finisher_divided')
  } else if (endings > 0) breach('ending_of_other_type', { type })
  if (type === 'conditioning' && seconds < LEAST_CONDITIONING_MINUTES * 60 * (1 - TIME_OFF))
    breach('conditioning_short', { minutes: rounded(seconds / 60), least: LEAST_CONDITIONING_MINUTES })
  if (type === 'cardio' && items.some(({ section, item, movement }) => section === 'main' && (movement ?? item).pattern !== 'locomotion'))
    breach('cardio_mixed')
  const filled = Object.values(sections).filter((section) => section.length > 0).length
  return verdictOn({ value: filled, target: targetOf(type), fine: 'Every part is there, each of its size.', breaches }, waivers)
}

function targetOf(type: SessionType): string {
  const [least, most] = MAIN[type]
  const edges = `warm-up and cool-down of ${EDGES[0]} to ${EDGES[1]} movements, main block of ${least} to ${most}`
  if (isLifting(type)) return `${edges}, then either ${ACCESSORIES[0]} to ${ACCESSORIES[1]} accessories or one finisher`
  return type === 'conditioning' ? `${edges}, at least ${LEAST_CONDITIONING_MINUTES} minutes` : edges
}

/** One movement, or several that are done in rounds. */
function isOneUnit(finisher: readonly ProgramItem[]): boolean {
  const [first] = finisher
  return finisher.length === 1 || (first!.superset !== undefined && finisher.every(({ superset }) => superset === first!.superset))
}

export function movementCount({ day, items }: PlacedSession, waivers: Waivers): KpiResult {
  const [least, most] = MOVEMENTS[day.type]
  const value = items.length
  const code = value < least ? 'movements_few' : value > most ? 'movements_many' : undefined
  const breaches: Breach[] = code === undefined ? [] : [{ rule: 'movement_count', code, facts: { count: value } }]
  return verdictOn({ value, target: `${least} to ${most} movements`, fine: `${value} movements.`, breaches }, waivers)
}

export function timeKept({ day, isRelief, seconds }: PlacedSession, { minutes }: CheckedRequest, waivers: Waivers): KpiResult {
  const value = rounded(seconds / 60)
  const most = minutes * (1 + TIME_OFF)
  const least = minutes * (isRelief ? LEAST_RELIEF_TIME : 1 - TIME_OFF)
  const breaches: Breach[] = []
  if (value > most) breaches.push({ rule: 'time', code: 'time_over', facts: { over: rounded(value - minutes), minutes } })
  if (value < least) breaches.push({ rule: 'time', code: 'time_under', facts: { left: rounded(minutes - value), minutes } })
  if (Math.abs(day.minutes - value) > SAID_OFF_MINUTES) breaches.push({ code: 'time_untrue', facts: { said: day.minutes, minutes: value } })
  const target = isRelief
    ? `${rounded(least)} to ${rounded(most)} minutes: a week of relief may be shorter`
    : `${minutes} minutes, 5 % more or less`
  const isShorter = isRelief && value < minutes * (1 - TIME_OFF)
  const fine = `${value} minutes of ${minutes}${isShorter ? ': fewer sets and no longer rests, for recovery' : ''}.`
  return verdictOn({ value, target, fine, breaches }, waivers)
}

export function patternDiversity({ day, items }: PlacedSession, waivers: Waivers): KpiResult {
  const least = isLifting(day.type) ? PATTERNS.lifting : day.type === 'conditioning' ? PATTERNS.conditioning : 0
  const value = new Set(mainPatterns(items)).size
  const breach: Breach = { rule: 'pattern_diversity', code: 'patterns_few', facts: { count: value } }
  const breaches = value < least ? [breach] : []
  const target = least === 0 ? 'none asked of a session of this type' : `at least ${least} patterns in the main block`
  return verdictOn({ value, target, fine: least === 0 ? 'Nothing to vary.' : sayMiss(breach), breaches }, waivers)
}

const mainPatterns = (items: PlacedSession['items']) =>
  items.filter(({ section }) => section === 'main').map(({ item, movement }) => movement?.pattern ?? item.pattern)

/**
 * No pattern of the last lifting session of the same type comes again in this one. Two circuits after another cannot but share some: six
 * stations each, and few patterns more than twelve.
 */
export function patternRepeats({ day, patterns }: PlacedSession, before: PlacedSession | undefined, waivers: Waivers): KpiResult {
  const repeated = before === undefined || !isLifting(day.type) ? [] : patterns.filter((pattern) => before.patterns.includes(pattern))
  const breaches = repeated.map((pattern): Breach => ({
    rule: 'pattern_repeats',
    code: 'pattern_of_last',
    facts: { pattern, session: before!.day.session },
  }))
  const fine =
    before === undefined ? 'The first session of its type.' : `Nothing is kept from session ${before.day.session}, the last of this type.`
  const target = isLifting(day.type) ? 'no main pattern of the last session of the same type' : 'none asked of a session of this type'
  return verdictOn({ value: repeated.length, target, fine: isLifting(day.type) ? fine : 'Nothing to vary.', breaches }, waivers)
}

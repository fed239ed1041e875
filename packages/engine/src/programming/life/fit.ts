import type { ProgramDay, ProgramItem, ProgramSections, SessionSection } from '@gymgenius/domain'
import { sessionSections } from '@gymgenius/domain'
import type { MovementId, MuscleInvolvement } from '@gymgenius/domain'
import { type PlannedMovement, programDaySeconds } from '../../session-time/index.ts'

/** What of a movement says how much a set of it is worth, and how long it takes. */
export interface ValuedMovement extends PlannedMovement {
  readonly muscles: readonly (MuscleInvolvement & { readonly stimulus?: number | undefined })[]
}

export type MovementOf = (id: MovementId) => ValuedMovement | undefined

/** What went to make room. */
export type Cut =
  | { readonly cut: 'movement'; readonly section: SessionSection; readonly movement: string; readonly sets: number }
  | { readonly cut: 'sets'; readonly section: SessionSection; readonly movement: string; readonly sets: number; readonly left: number }
  | { readonly cut: 'alternated'; readonly section: SessionSection; readonly movement: string; readonly with: string }

export interface Fitted {
  readonly day: ProgramDay
  readonly cuts: readonly Cut[]
  /** What it takes now, in seconds; more than asked only where nothing more can go. */
  readonly seconds: number
}

/** One heavy set of a lift is a test of it; the second trains it. */
const LEAST_OF_MAIN = 2

/** A plan is met to a twentieth. */
const CLOSE_ENOUGH = 1.05

/**
 * The same session in so many minutes, for the most stimulus a minute: first accessories that share no muscle are alternated, which costs no
 * set; then the set that gives least for its time goes, again and again. What the session is built around keeps two sets of each as long as
 * there is an accessory or a finisher. Getting warm keeps one movement and the main block one set, however short it gets; slowing down goes first.
 */
export function fitToMinutes(day: ProgramDay, minutes: number, movementOf: MovementOf, pace = 1): Fitted {
  const most = minutes * 60 * CLOSE_ENOUGH
  const seconds = (sections: ProgramSections) => programDaySeconds(sections, movementOf, pace)
  let sections = day.sections
  let now = seconds(sections)
  const alternated: Cut[] = []
  for (const pair of pairsIn(sections.accessory, movementOf)) {
    if (now <= most) break
    const tried = alternatedPair(sections, pair)
    const shorter = seconds(tried)
    if (shorter >= now) continue
    const [a, b] = pair.map((i) => sections.accessory[i]!.movement) as [string, string]
    alternated.push({ cut: 'alternated', section: 'accessory', movement: a, with: b })
    ;[sections, now] = [tried, shorter]
  }
  while (now > most) {
    const cheapest = leastWorth(sections, now, seconds, movementOf)
    if (cheapest === undefined) break
    ;[sections, now] = [cheapest.sections, cheapest.seconds]
  }
  const fitted = { ...day, minutes: Math.round(now / 60), sections: withoutLonely(sections) }
  return {
    day: fitted,
    cuts: [...alternated.filter((cut) => stands(fitted.sections, cut)), ...cutsBetween(day.sections, sections)],
    seconds: now,
  }
}

interface Tried {
  readonly sections: ProgramSections
  readonly seconds: number
}

/** The session without the set, of all that may go, that gives least stimulus for the time it takes. */
function leastWorth(
  sections: ProgramSections,
  now: number,
  seconds: (sections: ProgramSections) => number,
  movementOf: MovementOf,
): Tried | undefined {
  let best: (Tried & { readonly worth: number }) | undefined
  for (const section of sessionSections) {
    for (const [i, item] of sections[section].entries()) {
      if (!mayLose(sections, section, item)) continue
      const without = withoutLastSet(sections, section, i)
      const then = seconds(without)
      const saved = now - then
      if (saved <= 0) continue
      const worth = worthOfLastSet(section, item, movementOf) / saved
      if (best === undefined || worth < best.worth) best = { sections: without, seconds: then, worth }
    }
  }
  return best
}

/** What a session is not a session without. */
function mayLose(sections: ProgramSections, section: SessionSection, item: ProgramItem): boolean {
  if (section === 'warm_up') return sections.warm_up.length > 1
  const work = [...sections.main, ...sections.accessory, ...sections.finisher]
  const kept = sections.main.length > 0 ? sections.main : work
  if (section === 'main' && item.sets.length <= LEAST_OF_MAIN && work.length > sections.main.length) return false
  return section === 'cool_down' || kept.length > 1 || item.sets.length > 1 || !kept.includes(item)
}

function withoutLastSet(sections: ProgramSections, section: SessionSection, i: number): ProgramSections {
  const items = sections[section]
  const item = items[i]!
  const isPreparation = section === 'warm_up' || section === 'cool_down' || section === 'finisher'
  const left = isPreparation || item.sets.length === 1 ? items.toSpliced(i, 1) : items.with(i, { ...item, sets: item.sets.slice(0, -1) })
  return { ...sections, [section]: left }
}

/** Judgement: what a session is built around goes last. */
const SECTION_WORTH: Readonly<Record<SessionSection, number>> = { warm_up: 0.4, main: 1.6, accessory: 1, finisher: 0.6, cool_down: 0.05 }

/**
 * Each further set of a movement gives less than the one before it: n sets are worth n to the power of a half, as the dose and response of
 * hard sets in one session go (Krieger 2010; Pelland 2024 finds the square root closest). Weighted by the shares and stimuli of its muscles.
 */
function worthOfLastSet(section: SessionSection, item: ProgramItem, movementOf: MovementOf): number {
  const muscles = movementOf(item.movementId)?.muscles ?? item.muscles.map(() => ({ share: 0.7, stimulus: 3 }))
  const stimulus = muscles.reduce((sum, { share, stimulus = 3 }) => sum + (share * stimulus) / 3, 0)
  const sets = item.sets.length
  const marginal = section === 'main' || section === 'accessory' ? Math.sqrt(sets) - Math.sqrt(sets - 1) : 1
  return SECTION_WORTH[section] * marginal * Math.max(stimulus, 0.3)
}

/** Accessories beside each other that share no muscle and stand alone. */
function pairsIn(items: readonly ProgramItem[], movementOf: MovementOf): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = []
  for (let i = 0; i + 1 < items.length; i++) {
    const [a, b] = [items[i]!, items[i + 1]!]
    if (a.superset !== undefined || b.superset !== undefined) continue
    const mine = movers(a, movementOf)
    if (movers(b, movementOf).some((muscle) => mine.includes(muscle))) continue
    pairs.push([i, i + 1])
    i++
  }
  return pairs
}

const movers = (item: ProgramItem, movementOf: MovementOf): readonly string[] =>
  movementOf(item.movementId)
    ?.muscles.filter(({ share }) => share >= 0.5)
    .map(({ muscle }) => muscle) ?? item.muscles

function alternatedPair(sections: ProgramSections, [i, j]: readonly [number, number]): ProgramSections {
  const number = 1 + Math.max(-1, ...Object.values(sections).flatMap((items) => items.map(({ superset }) => superset ?? -1)))
  const [a, b] = [sections.accessory[i]!, sections.accessory[j]!]
  const restSeconds = Math.max(a.restSeconds, b.restSeconds)
  return {
    ...sections,
    accessory: sections.accessory.with(i, { ...a, superset: number, restSeconds }).with(j, { ...b, superset: number, restSeconds }),
  }
}

/** A mark that only one movement bears says nothing. */
function withoutLonely(sections: ProgramSections): ProgramSections {
  return Object.fromEntries(
    Object.entries(sections).map(([section, items]: [string, readonly ProgramItem[]]) => [
      section,
      items.map((item) => {
        if (!alone(items, item)) return item
        const { superset: _, ...single } = item
        return single
      }),
    ]),
  ) as unknown as ProgramSections
}

const alone = (items: readonly ProgramItem[], { superset }: ProgramItem) =>
  superset !== undefined && items.filter((item) => item.superset === superset).length === 1

const stands = (sections: ProgramSections, cut: Cut) =>
  cut.cut !== 'alternated' ||
  [cut.movement, cut.with].every((name) => sections.accessory.some(({ movement, superset }) => movement === name && superset !== undefined))

function cutsBetween(before: ProgramSections, after: ProgramSections): Cut[] {
  return sessionSections.flatMap((section) =>
    before[section].flatMap((item): Cut[] => {
      const left = after[section].find(({ movementId }) => movementId === item.movementId)
      const { movement, sets } = item
      if (left === undefined) return [{ cut: 'movement', section, movement, sets: sets.length }]
      const gone = sets.length - left.sets.length
      return gone === 0 ? [] : [{ cut: 'sets', section, movement, sets: gone, left: left.sets.length }]
    }),
  )
}

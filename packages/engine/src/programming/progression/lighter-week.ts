import {
  type BlockKind,
  type MovementId,
  type ProgramDay,
  type ProgramItem,
  type ProgramReason,
  type ProgramSet,
  type ProgramWeek,
  kg,
  type SessionSection,
} from '@gymgenius/domain'
import type { Loadable } from '../../prescription/snapshot.ts'
import { atLeast, nearest } from './steps.ts'

/** A week made lighter: what stays of its sets and loads, and what is left more in reserve. */
export interface Relief {
  readonly block: BlockKind
  /** Of the hard sets of the week, this share is left out. */
  readonly setsPercent: number
  readonly loadPercent: number
  readonly rirAdded: number
  readonly reason: ProgramReason
  readonly sentence: string
}

export interface ReliefFacts {
  readonly loadsOf?: ((movement: MovementId) => Loadable | undefined) | undefined
  /** How long a day takes; without it its minutes shrink with its sets. */
  readonly minutesOf?: ((day: ProgramDay) => number) | undefined
}

/** Sets with more than this in reserve count for nothing: a week of them would be a week of rest, which a lighter one never is. */
const EASIEST_THAT_TRAINS = 4

const SECTIONS_OF_WORK: readonly SessionSection[] = ['main', 'accessory', 'finisher']
export const isHard = ({ kind }: ProgramSet) => kind !== 'warm_up'
export const hardSetsOf = (week: Pick<ProgramWeek, 'days'>): number =>
  week.days.reduce(
    (sum, { sections }) =>
      sum + SECTIONS_OF_WORK.flatMap((name) => sections[name]).reduce((all, { sets }) => all + sets.filter(isHard).length, 0),
    0,
  )

/**
 * The same days and movements with fewer sets, lighter and further from failure. Sets are taken from all movements alike, counted through
 * the week so that the whole of it comes out right; the movements of a main block keep at least one each, so no day becomes a rest day. Warm-ups
 * and cool-downs stay as they are.
 */
export function lightened(week: ProgramWeek, relief: Relief, facts: ReliefFacts = {}): ProgramWeek {
  const share = 1 - relief.setsPercent / 100
  const inAll = Math.round(hardSetsOf(week) * share)
  let owed = week.days.flatMap(({ sections }) => sections.main).filter(({ sets }) => sets.some(isHard)).length
  let [seen, kept] = [0, 0]
  const less = (item: ProgramItem, isMain: boolean): readonly ProgramItem[] => {
    const hard = item.sets.filter(isHard).length
    const least = isMain ? Math.min(1, hard) : 0
    seen += hard
    owed -= least
    // What the main movements to come must keep is not given away before.
    const keep = Math.max(least, Math.min(hard, Math.round(seen * share) - kept, inAll - kept - owed))
    kept += keep
    if (keep === 0 && hard > 0) return []
    return [lighter(item, keep, relief, facts.loadsOf?.(item.movementId))]
  }
  const days = week.days.map((day): ProgramDay => {
    const sections = { ...day.sections }
    for (const name of SECTIONS_OF_WORK) {
      sections[name] = day.sections[name].flatMap((item) => less(item, name === 'main'))
    }
    const lessened = { ...day, sections }
    const [before, after] = [hardSetsOf({ days: [day] }), hardSetsOf({ days: [lessened] })]
    const minutes = facts.minutesOf?.(lessened) ?? Math.round(before === 0 ? day.minutes : day.minutes * (0.4 + (0.6 * after) / before))
    return { ...lessened, minutes }
  })
  return { ...week, block: relief.block, days }
}

/** The first `keep` hard sets of a movement, with the load and the reserve of the relief. Nothing is done for as many as possible. */
function lighter(item: ProgramItem, keep: number, relief: Relief, loads: Loadable | undefined): ProgramItem {
  let left = keep
  const sets = item.sets.flatMap((set) => {
    if (!isHard(set)) return [set]
    return left-- > 0 ? [relieved(set, relief, loads)] : []
  })
  return { ...item, sets, reason: relief.sentence, reasons: [relief.reason, ...item.reasons] }
}

function relieved(set: ProgramSet, { loadPercent, rirAdded }: Relief, loads: Loadable | undefined): ProgramSet {
  const { kind, loadKg, percent, ...rest } = set
  const share = 1 - loadPercent / 100
  const eased: ProgramSet = { ...rest, rir: Math.max(set.rir, Math.min(EASIEST_THAT_TRAINS, set.rir + rirAdded)) }
  return {
    ...eased,
    ...(kind !== undefined && kind !== 'amrap' && { kind }),
    // Never less than a tenth lighter: where steps are wide, the load stays.
    ...(loadKg !== undefined && { loadKg: kg(Math.min(loadKg, Math.max(nearest(loadKg * share, loads), atLeast(loadKg * 0.9, loads)))) }),
    ...(percent !== undefined && { percent: Math.round(percent * share) }),
  }
}

import { DAY_MS, type Instant, type ProgramReason } from '@gymgenius/domain'
import type { MovementBelief } from '../../capacity/belief.ts'
import { VARIANCE } from '../../capacity/observe.ts'
import { hundredths, within } from '../../numerics/bounds.ts'

/** What one workout showed of one movement by itself, whatever was believed before it. */
export interface DayShown {
  readonly at: Instant
  /** ln of the maximum, and the variance of that around the level of those weeks: reading, and a day's form. */
  readonly strength: number
  readonly variance: number
  /** Working sets, and those of them that ended below the range. */
  readonly sets: number
  readonly missed: number
}

/** How rested somebody was: in sd from their own usual, above is better (`readinessFrom`). */
export interface ReadinessNote {
  readonly at: Instant
  readonly z: number
}

/** What a lifter's last weeks show. Movements are those a program is built around; days oldest first. */
export interface TrainingSigns {
  readonly at: Instant
  readonly movements: readonly (readonly DayShown[])[]
  readonly readiness: readonly ReadinessNote[]
  /** When the last deload ended, or the program began after one. */
  readonly lastDeloadAt?: Instant | undefined
}

export interface DeloadAdvice {
  readonly isAdvised: boolean
  /** Sum of what speaks for it, in sd; `DELOAD_AT` and more advise it. */
  readonly signs: number
  /** The largest first. */
  readonly reasons: readonly ProgramReason[]
}

/**
 * What a workout showed by itself: the belief after its last set with the belief before its first taken out again.
 *
 *     1/v = 1/v₁ − 1/v₀,   y = v (m₁/v₁ − m₀/v₀),   variance v + form²
 *
 * Units    ln(kg). Undefined where the sets said nothing.
 * Source   Product of normals, read backwards.
 */
export function dayShown({ today, at }: MovementBelief, { sets, missed }: Pick<DayShown, 'sets' | 'missed'>): DayShown | undefined {
  const told = 1 / today.variance - 1 / today.startVariance
  if (!(told > 0)) return undefined
  const strength = (today.carried / today.variance - today.start / today.startVariance) / told
  return { at: at as Instant, strength, variance: 1 / told + VARIANCE.form, sets, missed }
}

/** The last days, and those they are compared with. */
const RECENT_DAYS = 12
const BEFORE_DAYS = 28
const FEWEST_DAYS_BEFORE = 3
/** After a deload, or a beginning, strength moves for other reasons. */
const QUIET_DAYS = 21
export const DELOAD_AT = 2.4
/** What the day's form of several movements has in common makes them tell less than as many. Judgement. */
const SHARED_FORM = 1.3
const READINESS_WORTH = 0.35
const MISSES_WORTH = 0.2
const VOLUME_WORTH = 0.5
const MOST = 4
/** A lifter whose days differ more than most needs a larger fall: their own spread counts beside so many usual days. */
const PRIOR_DAYS = 8

/**
 * Whether a lighter week is due now: strength shown in the last twelve days against the four weeks before, over all main movements, each
 * workout weighted by how sure it is; with it readiness, targets missed, and more sets than usual. Each sign is in sd of what chance
 * would make of it, so one strong sign is enough and several weak ones are too; better than usual takes away. Strength that stands still
 * is no sign by itself.
 *
 * Source   Weights and the bound are judgement, checked on simulated lifters who recover badly (bench/deloads.ts).
 */
export function deloadAdvice(signs: TrainingSigns): DeloadAdvice {
  const since = signs.at - (signs.lastDeloadAt ?? 0)
  const found = [declineOf(signs), readinessOf(signs), missesOf(signs), volumeOf(signs)].filter((sign) => sign !== undefined)
  const sum = found.reduce((total, { worth }) => total + worth, 0)
  const told = found.filter(({ worth }) => worth > 0.3).toSorted((a, b) => b.worth - a.worth)
  return {
    isAdvised: since >= QUIET_DAYS * DAY_MS && sum >= DELOAD_AT,
    signs: hundredths(sum),
    reasons: told.map(({ reason }) => reason),
  }
}

interface Sign {
  readonly worth: number
  readonly reason: ProgramReason
}

function declineOf({ movements, at }: TrainingSigns): Sign | undefined {
  let [sum, weight, squares, freedom] = [0, 0, PRIOR_DAYS, PRIOR_DAYS]
  for (const days of movements) {
    const [recent, before] = parted(days, at)
    if (recent.length === 0 || before.length < FEWEST_DAYS_BEFORE) continue
    const [now, then] = [meanOf(recent), meanOf(before)]
    const precision = 1 / (now.variance + then.variance)
    sum += precision * (now.mean - then.mean)
    weight += precision
    squares += before.reduce((total, { strength, variance }) => total + (strength - then.mean) ** 2 / variance, 0)
    freedom += before.length - 1
  }
  if (weight === 0) return undefined
  const change = sum / weight
  const z = within((-change * Math.sqrt(weight / (squares / freedom))) / SHARED_FORM, -MOST, MOST)
  return { worth: z, reason: { code: 'strength_falls', facts: { percent: hundredths(-100 * change) } } }
}

function readinessOf({ readiness, at }: TrainingSigns): Sign | undefined {
  const [recent, before] = parted(readiness, at)
  if (recent.length < 2 || before.length < FEWEST_DAYS_BEFORE) return undefined
  const fall = meanZ(before) - meanZ(recent)
  const z = within(fall / Math.sqrt(1 / recent.length + 1 / before.length), -MOST, MOST)
  return { worth: READINESS_WORTH * z, reason: { code: 'readiness_falls', facts: { sd: hundredths(fall) } } }
}

const meanZ = (notes: readonly ReadinessNote[]) => notes.reduce((sum, { z }) => sum + z, 0) / notes.length

/** Sets that ended below their range, beside as many as chance would make of the share before. */
function missesOf({ movements, at }: TrainingSigns): Sign | undefined {
  const [recent, before] = parted(movements.flat(), at)
  const [sets, missed, setsBefore, missedBefore] = [
    sumOf(recent, 'sets'),
    sumOf(recent, 'missed'),
    sumOf(before, 'sets'),
    sumOf(before, 'missed'),
  ]
  if (sets === 0 || setsBefore === 0) return undefined
  const usual = (missedBefore + 1) / (setsBefore + 10)
  const z = within((missed - sets * usual) / Math.sqrt(sets * usual * (1 - usual) + 0.5), -MOST, MOST)
  return { worth: MISSES_WORTH * Math.max(0, z), reason: { code: 'targets_missed', facts: { missed, sets } } }
}

const sumOf = (days: readonly DayShown[], key: 'sets' | 'missed') => days.reduce((sum, day) => sum + day[key], 0)

/** Working sets of the last week beside a week of the four before: a tenth more is a third of an sd. */
function volumeOf({ movements, at }: TrainingSigns): Sign | undefined {
  const days = movements.flat()
  const setsIn = (from: number, to: number) =>
    days.reduce((sum, day) => sum + (at - day.at >= from * DAY_MS && at - day.at < to * DAY_MS ? day.sets : 0), 0)
  const [week, usual] = [setsIn(0, 7), setsIn(7, 35) / 4]
  if (usual === 0 || days.every((day) => at - day.at < 28 * DAY_MS)) return undefined
  const more = within(week / usual - 1, 0, 1)
  return { worth: VOLUME_WORTH * 6 * Math.max(0, more - 0.1), reason: { code: 'more_sets', facts: { percent: Math.round(100 * more) } } }
}

function parted<Dated extends { readonly at: Instant }>(all: readonly Dated[], at: Instant): [recent: Dated[], before: Dated[]] {
  const daysAgo = (dated: Dated) => (at - dated.at) / DAY_MS
  return [
    all.filter((dated) => daysAgo(dated) >= 0 && daysAgo(dated) < RECENT_DAYS),
    all.filter((dated) => daysAgo(dated) >= RECENT_DAYS && daysAgo(dated) < RECENT_DAYS + BEFORE_DAYS),
  ]
}

function meanOf(days: readonly DayShown[]): { readonly mean: number; readonly variance: number } {
  const weight = days.reduce((sum, { variance }) => sum + 1 / variance, 0)
  return { mean: days.reduce((sum, { strength, variance }) => sum + strength / variance, 0) / weight, variance: 1 / weight }
}

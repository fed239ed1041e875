import {
  type KpiResult,
  type MuscleVolume,
  type ProgramActivity,
  type ProgramSet,
  type TrackedMuscle,
  trackedMuscles,
  usualLandmarks,
} from '@gymgenius/domain'
import type { CheckedRequest, PlacedItem, PlacedSession, PlacedWeek } from './asked.ts'
import { isLifting, isRelief } from './placed.ts'
import { type Breach, rounded, verdictOn, type Waivers } from './verdict.ts'

export type SetsByMuscle = Readonly<Record<TrackedMuscle, number>>

/** Row G8. */
const MOST_RISE = 1.3
const LOOKED_BACK_WEEKS = 4
const FLOOR_SETS = 4
const HARD_RIR = 4
/** A deload or a taper takes 40 to 60 % of the sets away; whole sets cannot always hit it. */
const RELIEF = [0.4, 0.6] as const
const RELIEF_OFF = 0.03
/** Two more in reserve; a little less where the last weeks were easy already. */
const RELIEF_RIR = 1.5
/** A set easier than this trains nothing, so relief never asks for more. */
const EASIEST_RIR = 4
/** So much of its sport a muscle could have spent in the gym. */
const SPORT_COUNTS = 0.5
const LEAST_LEFT = 0.5
/** Hard sets' worth of an hour, by effort. Judgement: an hour of hard sport tires like four hard sets. */
const SETS_PER_HOUR: Readonly<Record<ProgramActivity['effort'], number>> = { 1: 0.5, 2: 1.5, 3: 4 }
const OF_WHOLE_BODY = 0.4

/** Sets that train: of main, accessory and finisher, warm-ups and rounds by the clock left out. */
function trainingSets({ item, section }: PlacedItem): readonly ProgramSet[] {
  if (section === 'warm_up' || section === 'cool_down') return []
  return item.sets.filter(({ kind }) => kind !== 'warm_up' && kind !== 'circuit')
}

/** Of those the ones that are near enough to failure to count. */
const hardSets = (placed: PlacedItem) => trainingSets(placed).filter(({ rir }) => rir <= HARD_RIR)

export function hardSetsByMuscle(sessions: readonly PlacedSession[]): SetsByMuscle {
  const sets = trackedMuscles.map(() => 0)
  for (const { items } of sessions) {
    for (const placed of items) {
      const many = hardSets(placed).length
      if (many > 0) for (let i = 0; i < sets.length; i++) sets[i]! += many * placed.shares[i]!
    }
  }
  return Object.fromEntries(trackedMuscles.map((muscle, i) => [muscle, sets[i]!])) as Record<TrackedMuscle, number>
}

export function muscleCoverage({ sessions }: PlacedWeek, waivers: Waivers): KpiResult {
  const worked = sessions.flatMap(({ items }) => items.filter((placed) => workSets(placed) > 0))
  const trained = trackedMuscles.filter((_, i) => worked.some(({ shares }) => shares[i]! >= 0.5))
  const missed = trackedMuscles.filter((muscle) => !trained.includes(muscle))
  const breaches = missed.map((muscle): Breach => ({ rule: 'muscle_coverage', code: 'muscle_untrained', facts: { muscle } }))
  return verdictOn(
    { value: trained.length, target: `all ${trackedMuscles.length} major muscles`, fine: 'Every major muscle is trained.', breaches },
    waivers,
  )
}

/** Rounds of a circuit train, too; they are only not counted as hard. */
const workSets = ({ item, section }: PlacedItem) =>
  section === 'warm_up' || section === 'cool_down' ? 0 : item.sets.filter(({ kind }) => kind !== 'warm_up').length

/** Weekly hard sets beside the landmarks, sport taken off what can be recovered from. */
export function volumeOf(week: PlacedWeek, request: CheckedRequest): Readonly<Record<TrackedMuscle, MuscleVolume>> {
  const weeks = (request.microcycleDays ?? 7) / 7
  const sets = hardSetsByMuscle(week.sessions)
  return Object.fromEntries(
    trackedMuscles.map((muscle): [TrackedMuscle, MuscleVolume] => {
      const { mev, mav, mrv } = request.landmarks?.[muscle] ?? usualLandmarks[request.experience]
      const sport = (request.activities ?? []).reduce((sum, activity) => sum + setsWorth(activity, muscle), 0)
      const left = Math.max(LEAST_LEFT * mrv, mrv - SPORT_COUNTS * sport)
      return [muscle, { sets: rounded(sets[muscle] / weeks), mev, mav, mrv: rounded(left) }]
    }),
  ) as Record<TrackedMuscle, MuscleVolume>
}

function setsWorth({ timesPerWeek, minutes, effort, muscles = [] }: ProgramActivity, muscle: TrackedMuscle): number {
  const share = muscles.length === 0 ? OF_WHOLE_BODY : Number(muscles.includes(muscle))
  return share * timesPerWeek * (minutes / 60) * SETS_PER_HOUR[effort]
}

/** Row G8 for every microcycle in turn: what each may hold follows from those before it. */
export function volumeKpis(
  weeks: readonly PlacedWeek[],
  volumes: readonly Readonly<Record<TrackedMuscle, MuscleVolume>>[],
  { recentSets }: CheckedRequest,
  waivers: Waivers,
): readonly KpiResult[] {
  const loaded: SetsByMuscle[] = []
  let block: PlacedWeek[] = []
  const results: KpiResult[] = []
  for (const [place, week] of weeks.entries()) {
    const volume = volumes[place]!
    const relief = isRelief(week.block) ? reliefBreaches(week, block) : []
    const steps = trackedMuscles.flatMap((muscle): Breach[] => stepBreaches(muscle, volume[muscle], loaded, recentSets?.[muscle]))
    const sets = rounded(trackedMuscles.reduce((sum, muscle) => sum + volume[muscle].sets, 0))
    const target = isRelief(week.block)
      ? '40 to 60 % fewer sets than the weeks before, more in reserve'
      : 'no muscle over 1.3 times its last four weeks, nor over what it recovers from'
    results.push(verdictOn({ value: sets, target, fine: 'Every muscle gets what it can use.', breaches: [...relief, ...steps] }, waivers))
    if (isRelief(week.block)) block = []
    else if (!week.sessions.some(({ isRelief }) => isRelief)) {
      block.push(week)
      loaded.push(Object.fromEntries(trackedMuscles.map((muscle) => [muscle, volume[muscle].sets])) as Record<TrackedMuscle, number>)
    }
  }
  return results
}

function stepBreaches(
  muscle: TrackedMuscle,
  { sets, mrv }: MuscleVolume,
  loaded: readonly SetsByMuscle[],
  recent: number | undefined,
): Breach[] {
  const before = [
    ...(recent === undefined ? [] : Array.from({ length: LOOKED_BACK_WEEKS }, () => recent)),
    ...loaded.map((week) => week[muscle]),
  ]
  const last = before.slice(-LOOKED_BACK_WEEKS)
  const mean = last.reduce((sum, each) => sum + each, 0) / last.length
  const most = Math.max(FLOOR_SETS, MOST_RISE * mean)
  const breaches: Breach[] = []
  if (last.length > 0 && sets > most + 0.01)
    breaches.push({ rule: 'volume_step', code: 'step_too_great', facts: { muscle, sets, before: rounded(mean) } })
  if (sets > mrv + 0.01) breaches.push({ code: 'past_recovery', facts: { muscle, sets, most: mrv } })
  return breaches
}

function reliefBreaches(week: PlacedWeek, block: readonly PlacedWeek[]): Breach[] {
  if (block.length === 0) return []
  const usual = block.reduce((sum, each) => sum + effortOf(each).sets, 0) / block.length
  const { sets, rir } = effortOf(week)
  const before = effortOf(block.at(-1)!)
  const gone = usual === 0 ? RELIEF[0] : 1 - sets / usual
  const breaches: Breach[] = []
  if (gone < RELIEF[0] - RELIEF_OFF || gone > RELIEF[1] + RELIEF_OFF)
    breaches.push({ rule: 'deload_depth', code: 'relief_depth', facts: { percent: Math.round(100 * gone) } })
  if (week.block === 'deload' && sets > 0 && rir < Math.min(before.rir + RELIEF_RIR, EASIEST_RIR))
    breaches.push({ rule: 'deload_depth', code: 'relief_reserve', facts: { rir: rounded(rir), before: rounded(before.rir) } })
  return breaches
}

function effortOf({ sessions }: PlacedWeek): { sets: number; rir: number } {
  const lifted = sessions.filter(({ day }) => isLifting(day.type)).flatMap(({ items }) => items)
  const sets = lifted.filter(({ section }) => section !== 'finisher').flatMap(trainingSets)
  return { sets: sets.length, rir: sets.length === 0 ? 0 : sets.reduce((sum, { rir }) => sum + rir, 0) / sets.length }
}

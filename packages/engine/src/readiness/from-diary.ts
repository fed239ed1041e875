import { DAY_MS, type Instant, type MuscleGroup, muscleGroupNames, muscleGroups, type MuscleInvolvement } from '@gymgenius/domain'
import type { Readiness } from '../capacity/readiness.ts'
import { hundredths, within } from '../numerics/bounds.ts'
import { log } from '../numerics/elementary.ts'

/** How a night was and how the lifter woke; what was not said is absent. Scales run from 1 to 5. */
export interface RecoveryNote {
  readonly at: Instant
  readonly sleepHours?: number | undefined
  readonly sleepQuality?: number | undefined
  readonly fatigue?: number | undefined
  readonly stress?: number | undefined
  readonly hrvMs?: number | undefined
}

/** How sore groups of muscles are, 0 to 4; a group that is not named is not sore. */
export interface SorenessNote {
  readonly at: Instant
  readonly levels: Readonly<Partial<Record<string, number>>>
}

interface Usual {
  readonly mean: number
  readonly sd: number
}

/** What is usual before the lifter's own notes say so, as good as `PRIOR_NOTES` notes of theirs. Judgement. */
const USUAL = {
  sleepHours: { mean: 7.5, sd: 1 },
  sleepQuality: { mean: 3.5, sd: 1 },
  fatigue: { mean: 2.5, sd: 1 },
  stress: { mean: 2.5, sd: 1 },
  soreness: { mean: 0.7, sd: 1 },
} as const satisfies Readonly<Record<string, Usual>>
const PRIOR_NOTES = 5
/** sd of ln RMSSD from day to day within a person; the mean is the lifter's own or nothing. Plews et al. 2013. */
const LN_HRV_SD = 0.2
const LEAST_HRV_NOTES = 5
/** A note counts for training this long after, and the lifter's usual is that of so many days. */
const FRESH_MS = 18 * 3_600_000
const USUAL_DAYS = 60
const AHEAD_MS = 5 * 60_000
const LARGEST_Z = 5

/**
 * How rested the lifter is for a movement of these muscles: the newest notes of the last 18 hours, each in sd from the lifter's own usual
 * of 60 days, which begins as everybody's. Undefined where nothing was noted.
 *
 *     z = (x − m) / s,  m = (Σxᵢ + 5 m₀) / (n + 5),  s² = (Σ(xᵢ − m)² + 5 (s₀² + (m₀ − m)²)) / (n + 5)
 *
 * Units    z in sd; above is better, so fatigue, stress and soreness are turned round.
 * Source   Shrinkage: normal prior worth five notes; sizes are judgement.
 */
export function readinessFrom(
  recovery: readonly RecoveryNote[],
  soreness: readonly SorenessNote[],
  groups: readonly MuscleGroup[],
  at: Instant,
): Readiness | undefined {
  const of = (read: (note: RecoveryNote) => number | undefined) => seriesOf(recovery, read, at)
  const sleep = [
    zOf(
      of((note) => note.sleepHours),
      USUAL.sleepHours,
    ),
    zOf(
      of((note) => note.sleepQuality),
      USUAL.sleepQuality,
    ),
  ]
  const sore = seriesOf(soreness, ({ levels }) => Math.max(0, ...groups.map((group) => levels[group] ?? 0)), at)
  const answers = [
    zOf(
      of((note) => note.fatigue),
      USUAL.fatigue,
    ),
    zOf(
      of((note) => note.stress),
      USUAL.stress,
    ),
    zOf(sore, USUAL.soreness),
  ].map((z) => (z === null ? null : -z))
  const readiness = {
    heartRateVariability: heartZ(of(({ hrvMs }) => (hrvMs === undefined || hrvMs <= 0 ? undefined : log(hrvMs)))),
    sleep: meanOf(sleep),
    questionnaire: meanOf(answers),
  }
  return Object.values(readiness).every((z) => z === null) ? undefined : readiness
}

/** The groups whose soreness counts for a movement: those of its prime movers, or all where nothing is known of it. */
export function sorenessGroups(involved: readonly Pick<MuscleInvolvement, 'muscle' | 'role'>[]): readonly MuscleGroup[] {
  const movers = involved.filter(({ role }) => role === 'prime_mover').map(({ muscle }) => muscle)
  const found = muscleGroupNames.filter((group) => muscleGroups[group].some((muscle) => (movers as readonly string[]).includes(muscle)))
  return found.length === 0 ? muscleGroupNames : found
}

interface Series {
  /** The newest, where it is fresh. */
  readonly now: number | undefined
  readonly before: readonly number[]
}

function seriesOf<Note extends { readonly at: Instant }>(
  notes: readonly Note[],
  read: (note: Note) => number | undefined,
  at: Instant,
): Series {
  const said = notes
    .filter((note) => note.at <= at + AHEAD_MS && note.at > at - USUAL_DAYS * DAY_MS)
    .flatMap((note) => {
      const value = read(note)
      return value === undefined ? [] : [{ at: note.at, value }]
    })
    .sort((a, b) => a.at - b.at || a.value - b.value)
  const newest = said.at(-1)
  if (newest === undefined || newest.at < at - FRESH_MS) return { now: undefined, before: [] }
  // Answers of the same morning are one morning.
  return { now: newest.value, before: said.filter((note) => note.at < newest.at - FRESH_MS / 2).map(({ value }) => value) }
}

function zOf({ now, before }: Series, usual: Usual): number | null {
  if (now === undefined) return null
  const count = before.length + PRIOR_NOTES
  const mean = (sum(before) + PRIOR_NOTES * usual.mean) / count
  const spread = sum(before.map((value) => (value - mean) ** 2)) + PRIOR_NOTES * (usual.sd ** 2 + (usual.mean - mean) ** 2)
  return within((now - mean) / Math.sqrt(spread / count), -LARGEST_Z, LARGEST_Z)
}

/** Nobody's heart rate variability is like another's: without some mornings of the lifter's own it says nothing. */
function heartZ(series: Series): number | null {
  if (series.before.length < LEAST_HRV_NOTES) return null
  const z = zOf(series, { mean: sum(series.before) / series.before.length, sd: LN_HRV_SD })
  return z === null ? null : hundredths(z)
}

function meanOf(values: readonly (number | null)[]): number | null {
  const said = values.filter((value) => value !== null)
  return said.length === 0 ? null : hundredths(sum(said) / said.length)
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

import type { Api } from '@gymgenius/contracts'
import { type MicrocycleKpi, type ProgramReport, type SessionKpi, type TrackedMuscle, trackedMuscles } from '@gymgenius/domain'

export type Program = Api['GET /v1/programs/{id}']['reply']
type Weeks = NonNullable<Program['weeks']>

/** Repetitions of a set: few and heavy, in the middle, many and light. */
export interface RepShares {
  readonly heavy: number
  readonly middle: number
  readonly light: number
}

/** What each of two programs is called beside the other: by its name, and by its place where they have the same. */
export const calledApart = ([one, other]: readonly [string, string]): readonly [string, string] =>
  one === other ? [`1 · ${one}`, `2 · ${other}`] : [one, other]

/** What two programs are compared by. Undefined: it has none, or nobody judged it. */
export interface Figures {
  readonly weeks: number
  readonly sessions: number
  readonly sessionsPerWeek: number
  readonly minutesPerSession: number
  readonly hoursPerWeek: number
  /** Weeks of less. */
  readonly easyWeeks: readonly number[]
  readonly reps: RepShares | undefined
  /** Repetitions left in reserve in the middle of all sets that are counted. */
  readonly rir: number | undefined
  /** Hard sets a week, easy weeks left out. */
  readonly sets: Readonly<Record<TrackedMuscle, number>> | undefined
  readonly met: Readonly<Record<SessionKpi | MicrocycleKpi, boolean>> | undefined
}

const HEAVY_REPS = 5
const LIGHT_REPS = 13
const EASY = ['deload', 'taper'] as const
const isEasy = ({ block }: Weeks[number]) => (EASY as readonly string[]).includes(block)

export function figuresOf({ weeks = [], report }: Pick<Program, 'weeks' | 'report'>): Figures {
  const days = weeks.flatMap((week) => week.days)
  const minutes = days.reduce((sum, day) => sum + day.minutes, 0)
  const sets = days.flatMap(({ sections: { main, accessory, finisher } }) =>
    [...main, ...accessory, ...finisher].flatMap((item) =>
      item.sets.filter(
        ({ kind, durationSeconds, distanceMeters }) => kind !== 'warm_up' && durationSeconds === undefined && distanceMeters === undefined,
      ),
    ),
  )
  const share = (isOf: (reps: number) => boolean) => sets.filter(({ reps }) => isOf(reps)).length / sets.length
  const many = Math.max(1, weeks.length)
  return {
    weeks: weeks.length,
    sessions: days.length,
    sessionsPerWeek: days.length / many,
    minutesPerSession: days.length === 0 ? 0 : minutes / days.length,
    hoursPerWeek: minutes / 60 / many,
    easyWeeks: weeks.flatMap((week) => (isEasy(week) ? [week.week] : [])),
    reps:
      sets.length === 0
        ? undefined
        : {
            heavy: share((reps) => reps <= HEAVY_REPS),
            middle: share((reps) => reps > HEAVY_REPS && reps < LIGHT_REPS),
            light: share((reps) => reps >= LIGHT_REPS),
          },
    rir: sets.length === 0 ? undefined : sets.reduce((sum, { rir }) => sum + rir, 0) / sets.length,
    sets: report && setsPerWeek(report, new Set(weeks.filter(isEasy).map(({ week }) => week))),
    met: report && (Object.fromEntries(Object.entries(report.kpis).map(([kpi, { pass }]) => [kpi, pass])) as Figures['met']),
  }
}

function setsPerWeek({ volume }: ProgramReport, easy: ReadonlySet<number>): Figures['sets'] {
  const loaded = volume.filter(({ week }) => !easy.has(week))
  if (loaded.length === 0) return undefined
  const mean = (muscle: TrackedMuscle) => loaded.reduce((sum, { muscles }) => sum + muscles[muscle].sets, 0) / loaded.length
  return Object.fromEntries(trackedMuscles.map((muscle) => [muscle, mean(muscle)])) as Record<TrackedMuscle, number>
}

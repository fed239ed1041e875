import { type LocalDay, mondayOf, type Muscle, type MuscleGroup, muscleGroups } from '@gymgenius/domain'
import { isTraining, type ReportedSet } from './reported-set.ts'

/** Sets of a week, warm-ups left out, by what they train: a set counts for a muscle with its share. */
export interface TrainingWeek {
  readonly monday: LocalDay
  readonly sets: number
  readonly muscles: Readonly<Partial<Record<Muscle, number>>>
  /** A set counts for a group once, with the largest share of any muscle in it. */
  readonly groups: Readonly<Partial<Record<MuscleGroup, number>>>
}

export interface Consistency {
  /** From the week of the first set to that of the last. */
  readonly weeks: number
  readonly weeksTrained: number
  /** Most weeks in a row. */
  readonly longestRun: number
  readonly workouts: number
  readonly firstDay: LocalDay | null
  readonly lastDay: LocalDay | null
}

const groupOf = new Map<Muscle, MuscleGroup>(
  Object.entries(muscleGroups).flatMap(([group, members]) => members.map((muscle) => [muscle, group as MuscleGroup] as const)),
)

/** When somebody trained, and what. */
export class Training {
  private readonly byWeek = new Map<LocalDay, Omit<TrainingWeek, 'sets'> & { sets: number }>()
  private readonly byDay = new Map<LocalDay, number>()
  private readonly workouts = new Set<string>()

  add(set: ReportedSet): void {
    if (!isTraining(set)) return
    this.workouts.add(set.workoutKey)
    this.byDay.set(set.day, (this.byDay.get(set.day) ?? 0) + 1)
    const monday = mondayOf(set.day)
    const week = this.byWeek.get(monday) ?? { monday, sets: 0, muscles: {}, groups: {} }
    this.byWeek.set(monday, week)
    week.sets += 1
    const groups = new Map<MuscleGroup, number>()
    for (const { muscle, share } of set.movement.muscles) {
      count(week.muscles, muscle, share)
      const group = groupOf.get(muscle)!
      groups.set(group, Math.max(groups.get(group) ?? 0, share))
    }
    for (const [group, share] of groups) count(week.groups, group, share)
  }

  /** Days with sets and how many, oldest first. */
  days(): readonly (readonly [LocalDay, number])[] {
    return [...this.byDay].sort(([a], [b]) => a - b)
  }

  /** Weeks with sets, oldest first. */
  weeks(): readonly TrainingWeek[] {
    return [...this.byWeek.values()].sort((a, b) => a.monday - b.monday)
  }

  consistency(): Consistency {
    const mondays = this.weeks().map(({ monday }) => monday)
    const days = this.days()
    let run = 0
    let longestRun = 0
    for (const [place, monday] of mondays.entries()) {
      run = mondays[place - 1] === monday - 7 ? run + 1 : 1
      longestRun = Math.max(longestRun, run)
    }
    return {
      weeks: mondays.length === 0 ? 0 : (mondays.at(-1)! - mondays[0]!) / 7 + 1,
      weeksTrained: mondays.length,
      longestRun,
      workouts: this.workouts.size,
      firstDay: days[0]?.[0] ?? null,
      lastDay: days.at(-1)?.[0] ?? null,
    }
  }
}

function count<Name extends string>(counts: Partial<Record<Name, number>>, name: Name, share: number) {
  counts[name] = (counts[name] ?? 0) + share
}

import {
  type Muscle,
  muscleGroups,
  type ProgramActivity,
  type ProgramMovement,
  type TrackedMuscle,
  trackedMuscles,
  usualLandmarks,
  type VolumeLandmarks,
} from '@gymgenius/domain'
import type { ProgramRequest } from './request.ts'

/** What volume is planned for: the seven that are tracked, and four that accessories are given to. */
export const plannedMuscles = [...trackedMuscles, 'biceps', 'triceps', 'calves', 'abdomen'] as const
export type PlannedMuscle = (typeof plannedMuscles)[number]
export const TRACKED = trackedMuscles.length

const members: Readonly<Record<PlannedMuscle, readonly Muscle[]>> = {
  quadriceps: muscleGroups.quadriceps,
  hamstrings: muscleGroups.hamstrings,
  glutes: muscleGroups.glutes,
  chest: muscleGroups.chest,
  lats: muscleGroups.lats,
  upper_back: muscleGroups.upper_back,
  shoulders: muscleGroups.shoulders,
  biceps: ['biceps', 'brachialis'],
  triceps: ['triceps', 'triceps_long_head'],
  calves: ['calves', 'soleus'],
  abdomen: muscleGroups.abdomen,
}
const placeOf = new Map<Muscle, number>(plannedMuscles.flatMap((group, i) => members[group].map((muscle) => [muscle, i] as const)))

const NONE: readonly number[] = plannedMuscles.map(() => 0)
/** Nothing yet for each planned muscle. */
export const noneOfEach = (): number[] => NONE.slice()

/** So many sets of a movement on top of what each muscle has. */
export function addTo(sets: number[], shares: readonly number[], many: number): void {
  for (let i = 0; i < shares.length; i++) sets[i]! += many * shares[i]!
}

/** How much of a hard set counts for each planned muscle: the largest share of any muscle in it. */
export function sharesOf(movement: Pick<ProgramMovement, 'muscles'>): number[] {
  const shares = noneOfEach()
  for (const { muscle, share } of movement.muscles) {
    const place = placeOf.get(muscle)
    if (place !== undefined && share > shares[place]!) shares[place] = share
  }
  return shares
}

/** What a muscle may be given each week: its landmarks, less what sport and work already take. */
export interface MuscleBudget extends VolumeLandmarks {
  /** Sets' worth of fatigue that activities bring each week. */
  readonly activity: number
  /** What a week aims at. */
  readonly aim: number
}

const SPECIALISED = 1.3
/** Hard sets' worth of fatigue in an hour, by effort. Judgement: an hour of hard sport tires its muscles about like four hard sets. */
const SETS_PER_HOUR = [0, 0.5, 1.5, 4] as const
/** Of what tires the whole body each muscle has this share. */
const WHOLE_BODY = 0.4
/** Sport leaves at least this share of the landmarks to the gym. */
const LEAST_LEFT = 0.5

export function budgetsFor({ experience, landmarks, activities = [], specialise = [] }: ProgramRequest): MuscleBudget[] {
  return plannedMuscles.map((muscle, i) => {
    const own = i < TRACKED ? landmarks?.[muscle as TrackedMuscle] : undefined
    const usual = own ?? usualLandmarks[experience]
    const activity = i < TRACKED ? activities.reduce((sum, each) => sum + activitySets(each, muscle as TrackedMuscle), 0) : 0
    const less = Math.max(LEAST_LEFT, 1 - activity / (2 * usual.mrv))
    const more = specialise.includes(muscle as TrackedMuscle) ? SPECIALISED : 1
    const small = i < TRACKED ? 1 : 0.6
    return { ...usual, activity, mrv: usual.mrv * less, aim: Math.min(usual.mrv * less, usual.mav * more * less * small) }
  })
}

/** What an activity takes out of a muscle each week, in hard sets. */
export function activitySets({ timesPerWeek, minutes, effort, muscles }: ProgramActivity, muscle: TrackedMuscle): number {
  const share = muscles === undefined || muscles.length === 0 ? WHOLE_BODY : muscles.includes(muscle) ? 1 : 0
  return share * timesPerWeek * (minutes / 60) * SETS_PER_HOUR[effort]
}

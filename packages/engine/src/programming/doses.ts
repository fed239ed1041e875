import type { Experience, MovementPattern, ProgressionStyle, SessionSection, SessionType } from '@gymgenius/domain'
import { within } from '../numerics/bounds.ts'
import { isRelief, type PlannedMicrocycle } from './calendar.ts'
import type { Candidate } from './candidates.ts'
import { FAST, TRUNK_PATTERNS } from './choose.ts'
import { isRoad, raisesPulse } from './road.ts'

/** The least, the usual and the most of something that bends to the time there is. */
export type Bend = readonly [least: number, usual: number, most: number]

/** What is done of one movement, before the minutes are fitted. */
export interface Dose {
  readonly sets: Bend
  readonly reps: readonly [number, number]
  readonly rir: number
  readonly rest: Bend
  /** Where it is counted in seconds. */
  readonly seconds?: Bend | undefined
  /** Where it is counted in metres. */
  readonly metres?: number | undefined
  readonly progression?: ProgressionStyle | undefined
}

export interface DoseQuestion {
  readonly candidate: Candidate
  readonly section: SessionSection
  readonly type: SessionType
  readonly experience: Experience
  /** 0 size, 1 strength. */
  readonly slider: number
  readonly week: Pick<PlannedMicrocycle, 'block' | 'progress'>
}

/** Far from failure: nothing that counts as a hard set. */
const EASY_RIR = 8
const BREATHLESS_RIR = 5
/** What is done fast is never done tired. */
const FAST_RIR = 5
/** Relief keeps the load and leaves this much more in reserve. */
const RELIEF_RIR = 2
/** A taper keeps loads and takes sets away (Bosquet et al. 2007). */
const TAPER_RIR = 3
const CAREFUL_RIR = 2
const MOST_RIR = 5

export function doseOf(question: DoseQuestion): Dose {
  const { candidate, section, type } = question
  if (section === 'warm_up' || section === 'cool_down') return preparation(candidate, section)
  if (type === 'cardio') return road(candidate)
  if (type === 'mobility') return mobility(candidate)
  if (type === 'conditioning') return station(candidate)
  if (section === 'finisher')
    return {
      ...counted(candidate, [10, 15], [20, 30, 40]),
      sets: [4, 6, 12],
      rir: BREATHLESS_RIR,
      rest: [20, 40, 75],
      progression: 'single',
    }
  return work(question, section)
}

/** A minute and more, until breath comes quicker; on the way to anywhere a little longer. */
const PULSE_SECONDS: Bend = [60, 60, 90]
const EASY_ROAD_SECONDS: Bend = [120, 120, 240]

function preparation(candidate: Candidate, section: SessionSection): Dose {
  const isCool = section === 'cool_down'
  if (!isCool && (raisesPulse(candidate) || isRoad(candidate))) {
    const seconds = isRoad(candidate) ? EASY_ROAD_SECONDS : PULSE_SECONDS
    return { sets: [1, 1, isRoad(candidate) ? 1 : 2], reps: [1, 1], rir: EASY_RIR, rest: [0, 15, 30], seconds }
  }
  return {
    ...counted(candidate, [8, 10], isCool ? [20, 40, 60] : [20, 30, 45]),
    sets: [1, 1, 3],
    rir: EASY_RIR,
    rest: [0, isCool ? 10 : 5, 20],
  }
}

/** A road is gone at one stretch; where there is none, what raises the pulse comes in short turns. */
function road(candidate: Candidate): Dose {
  if (isRoad(candidate))
    return { sets: [1, 1, 1], reps: [1, 1], rir: BREATHLESS_RIR, rest: [0, 30, 60], seconds: [240, 600, 3600], progression: 'single' }
  return { ...counted(candidate, [15, 20], [20, 40, 60]), sets: [3, 6, 15], rir: BREATHLESS_RIR, rest: [15, 30, 60], progression: 'single' }
}

function mobility(candidate: Candidate): Dose {
  return { ...counted(candidate, [8, 12], [30, 45, 90]), sets: [1, 2, 5], rir: EASY_RIR, rest: [10, 20, 45], progression: 'single' }
}

function station(candidate: Candidate): Dose {
  return { ...counted(candidate, [8, 15], [30, 40, 60]), sets: [2, 4, 10], rir: BREATHLESS_RIR, rest: [30, 60, 120], progression: 'single' }
}

/** Sets that make stronger or bigger. */
function work(question: DoseQuestion, section: SessionSection): Dose {
  const { candidate, type, experience, week } = question
  const { pattern } = candidate.movement
  const rir = rirOf(question)
  const isMain = section === 'main'
  if (TRUNK_PATTERNS.includes(pattern))
    return { ...counted(candidate, [8, 12], [20, 30, 45]), sets: [2, 3, 4], rir, rest: [40, 60, 90], progression: 'single' }
  if (pattern === 'carry')
    return { ...counted(candidate, [6, 10], [20, 30, 45]), sets: [2, 3, 5], rir, rest: [60, 90, 150], progression: 'single' }
  if (FAST.includes(pattern))
    return {
      ...counted(candidate, [3, 5], [10, 15, 20]),
      sets: [2, 4, 6],
      rir: isRelief(week.block) ? FAST_RIR + RELIEF_RIR : FAST_RIR,
      rest: [60, 120, 210],
      progression: 'single',
    }
  const isStrength = type !== 'hypertrophy'
  const mostSets = experience === 'novice' ? 4 : 6
  // What is to be shown soon is done heavy and seldom.
  const isShown = isMain && isStrength && experience !== 'novice' && isPeak(week) && candidate.movement.tier === 'main' && isLift(candidate)
  const usual = isMain ? (isStrength && experience !== 'novice' ? 4 : 3) : 3
  return {
    ...(isShown ? { reps: SHOWN_REPS } : counted(candidate, repsOf(question, isMain), [20, 30, 45])),
    sets: isShown ? [2, 3, 3] : isMain ? [2, usual, mostSets] : [2, usual, isRelief(week.block) ? 3 : 4],
    rir,
    rest: isMain ? (isStrength ? [90, 180, 300] : [75, 120, 210]) : pattern === 'isolation' ? [30, 60, 120] : [45, 90, 150],
    progression: progressionOf(question, isMain),
  }
}

/** Singles to triples, in the week that shows strength and in the taper after it. Judgement: coaches' practice before a test. */
const SHOWN_REPS = [1, 3] as const
const isPeak = ({ block }: DoseQuestion['week']) => block === 'realisation' || block === 'taper'
const SHOWN: readonly MovementPattern[] = ['squat', 'hinge', 'horizontal_push', 'vertical_push']
const isLift = ({ movement }: Candidate) => movement.equipment === 'barbell' && SHOWN.includes(movement.pattern)

/** A range that is no narrower leaves room to climb before the load does. */
const LEAST_RANGE = 2
/** What is held in the hand comes in steps of a tenth and more: repetitions climb further before the next one. */
const HAND_HELD_RANGE = 4

/** Requirement G5's range at the session's own place between size and strength; accessories lie further towards size. */
function repsOf({ type, slider, experience, week, candidate }: DoseQuestion, isMain: boolean): readonly [number, number] {
  const own = type === 'hypertrophy' ? 0.15 : 0.85
  const heavier = week.block === 'intensification' ? 0.1 : week.block === 'realisation' || week.block === 'taper' ? 0.2 : 0
  const most = experience === 'novice' ? 0.6 : 1
  const s = within((0.75 * own + 0.25 * slider + heavier) * (isMain ? 1 : 0.4), 0, most)
  const low = Math.round(8 - 5 * s)
  const high = Math.floor(12 - 7 * s)
  const { pattern, equipment } = candidate.movement
  if (pattern === 'isolation') return [Math.max(8, low + 2), Math.max(12, high + 3)]
  return [low, Math.max(low + (equipment === 'dumbbell' || equipment === 'kettlebell' ? HAND_HELD_RANGE : LEAST_RANGE), high)]
}

/** A wave: further from failure when a mesocycle begins, nearer when it ends, and relief after. */
function rirOf({ week, experience, candidate, type }: DoseQuestion): number {
  const [first, last] = experience === 'novice' ? [3, 2] : type === 'hypertrophy' ? [3, 1] : [3, 1.5]
  const usual = isRelief(week.block)
    ? week.block === 'taper' && type === 'strength'
      ? TAPER_RIR
      : 2 + RELIEF_RIR
    : week.block === 'realisation'
      ? 1
      : Math.round(first + (last - first) * week.progress)
  return Math.min(MOST_RIR, usual + (candidate.careful === undefined ? 0 : CAREFUL_RIR))
}

function progressionOf({ experience, type, slider }: DoseQuestion, isMain: boolean): ProgressionStyle {
  if (!isMain) return 'double'
  if (experience === 'novice') return slider >= 0.5 ? 'linear' : 'double'
  if (type === 'hypertrophy') return 'double'
  return experience === 'advanced' ? 'wave' : 'rir_ramp'
}

/** In what the movement is counted in, within what is usual for it. */
function counted({ movement }: Candidate, reps: readonly [number, number], seconds: Bend): Pick<Dose, 'reps' | 'seconds' | 'metres'> {
  const [least, most] = movement.repRange
  if (movement.countedIn === 'seconds') {
    const bent = seconds.map((each) => within(each, Math.min(least, 60), Math.max(most, 15))) as [number, number, number]
    return { reps: [1, 1], seconds: bent }
  }
  if (movement.countedIn === 'metres') {
    // The road is measured by the clock: a kilometre of it is no set.
    if (movement.pattern === 'locomotion' && most > 100) return { reps: [1, 1], seconds }
    return { reps: [1, 1], metres: Math.round(within(20, least, Math.min(most, 40)) / 5) * 5 || 5 }
  }
  return { reps: withinRange(reps, movement.repRange, movement.loadKind === 'body_weight') }
}

/** Where nothing can be loaded, more repetitions are what makes a set hard. */
const MOST_UNLOADED = 20

function withinRange(
  [low, high]: readonly [number, number],
  [least, most]: readonly [number, number],
  isUnloaded: boolean,
): readonly [number, number] {
  if (isUnloaded) {
    const top = Math.min(most, Math.max(MOST_UNLOADED, least))
    const from = Math.max(least, Math.min(low, top - LEAST_RANGE))
    return [from, Math.max(from, Math.min(top, Math.max(high, from + 4)))]
  }
  // Where the movement's own range ends, the range becomes narrow before it moves.
  const from = within(low, least, Math.max(least, most - LEAST_RANGE))
  return [from, Math.min(most, from + Math.max(LEAST_RANGE, high - low))]
}

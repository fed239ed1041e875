import type { MovementId } from './ids.ts'
import type { Joint, PainSeverity } from './movement-words.ts'
import type { PlaceInTable, ProgressionRule } from './progression-rules.ts'
import type { SetKind } from './set-kinds.ts'
import type { LocalDay } from './time.ts'
import type { MovementPattern, Muscle } from './training.ts'
import type { Kilograms, Metres, Seconds } from './units.ts'

/** What somebody trains for. Three of them share ten dollars. */
export const trainingGoals = ['strength', 'hypertrophy', 'endurance', 'fat_loss', 'mobility', 'explosiveness', 'speed'] as const
export type TrainingGoal = (typeof trainingGoals)[number]

export interface WeightedGoal {
  readonly goal: TrainingGoal
  /** Dollars of ten. */
  readonly weight: number
}

export const programSplits = ['upper_lower', 'push_pull_legs', 'full_body', 'hybrid'] as const
export type ProgramSplit = (typeof programSplits)[number]

export const experiences = ['novice', 'intermediate', 'advanced'] as const
export type Experience = (typeof experiences)[number]

/** What a session is for, which decides what makes it complete. */
export const sessionTypes = ['strength', 'hypertrophy', 'explosive', 'conditioning', 'cardio', 'mobility'] as const
export type SessionType = (typeof sessionTypes)[number]

/** Which part of the body a session is about. */
export const sessionFocuses = ['upper', 'lower', 'push', 'pull', 'legs', 'full_body'] as const
export type SessionFocus = (typeof sessionFocuses)[number]

export const sessionSections = ['warm_up', 'main', 'accessory', 'finisher', 'cool_down'] as const
export type SessionSection = (typeof sessionSections)[number]

/** What a week is in the months around it. */
export const blockKinds = ['accumulation', 'intensification', 'realisation', 'deload', 'taper'] as const
export type BlockKind = (typeof blockKinds)[number]

/** How a movement gets harder from one time to the next. */
export const progressionStyles = [
  'single',
  'double',
  'paused',
  'build_to_drop',
  'wave',
  'linear',
  'percent',
  'rir_ramp',
  'daily_undulating',
] as const
export type ProgressionStyle = (typeof progressionStyles)[number]

/** The seven muscles that no microcycle may forget. */
export const trackedMuscles = ['quadriceps', 'hamstrings', 'glutes', 'chest', 'lats', 'upper_back', 'shoulders'] as const
export type TrackedMuscle = (typeof trackedMuscles)[number]

/** One planned set of a program. */
export interface ProgramSet {
  readonly kind?: SetKind | undefined
  /** The least that meets the plan; 1 where the set is counted in seconds or metres. */
  readonly reps: number
  readonly repHigh: number
  /** Repetitions left in reserve at its end. */
  readonly rir: number
  readonly durationSeconds?: Seconds | undefined
  readonly distanceMeters?: Metres | undefined
  /** Fixed by a scheme; without it the engine proposes the load on the day. */
  readonly loadKg?: Kilograms | undefined
  /** Of the training maximum, 0 to 100 and above; of schemes that work by it. */
  readonly percent?: number | undefined
}

/** Why a movement stands where it does: a code with what it is about; the sentence is made at the edge. */
export interface ProgramReason {
  readonly code: string
  readonly facts?: Readonly<Record<string, string | number>> | undefined
}

/** One movement of a session, with its sets. */
export interface ProgramItem {
  readonly movementId: MovementId
  readonly movement: string
  readonly pattern: MovementPattern
  /** Prime movers first. */
  readonly muscles: readonly Muscle[]
  readonly sets: readonly ProgramSet[]
  /** After each set; between rounds where the item is in a circuit. */
  readonly restSeconds: number
  readonly progression?: ProgressionStyle | undefined
  /** The same with the numbers that a scheme gives it. */
  readonly rule?: ProgressionRule | undefined
  readonly table?: PlaceInTable | undefined
  /** Items of one section with the same number are alternated. */
  readonly superset?: number | undefined
  /** The sentence a lifter reads. */
  readonly reason: string
  readonly reasons: readonly ProgramReason[]
}

export type ProgramSections = { readonly [section in SessionSection]: readonly ProgramItem[] }

/** One planned session. */
export interface ProgramDay {
  /** From 1, in the order of the program; what a patch and a logged workout name. */
  readonly session: number
  readonly date?: LocalDay | undefined
  readonly type: SessionType
  readonly focus: SessionFocus
  readonly name: string
  /** What it takes, by the time model. */
  readonly minutes: number
  readonly sections: ProgramSections
}

/** One microcycle; of seven days unless the program says otherwise. */
export interface ProgramWeek {
  readonly week: number
  readonly block: BlockKind
  readonly days: readonly ProgramDay[]
}

/** The figures that a session or a microcycle is judged by (row A8). */
export const sessionKpis = [
  'complete_structure',
  'movement_count',
  'time',
  'pattern_diversity',
  'hard_constraints',
  'pattern_repeats',
] as const
export type SessionKpi = (typeof sessionKpis)[number]
export const microcycleKpis = ['muscle_coverage', 'unique_movements', 'pattern_uses', 'volume'] as const
export type MicrocycleKpi = (typeof microcycleKpis)[number]

export interface KpiResult {
  readonly pass: boolean
  readonly value: number
  /** What was asked for, in words a lifter reads. */
  readonly target: string
  /** Why it is so: for a miss what stood in the way. */
  readonly why: string
  /** Of a miss: the same for programs that say it in another language, each code one of `missCodes`; of a whole program its first miss. */
  readonly reasons?: readonly ProgramReason[] | undefined
}

/** The six steps by which a search for movements gives way, in their order (row A6). */
export const relaxationSteps = [
  'widen_patterns',
  'allow_synergists',
  'discipline_weight',
  'allow_isolation',
  'allow_generic',
  'emergency',
] as const
export type RelaxationStep = (typeof relaxationSteps)[number]

export interface Relaxation {
  readonly session: number
  readonly section: SessionSection
  readonly step: RelaxationStep
  readonly why: string
}

/** Weekly hard sets of a muscle: to begin to grow, to grow best, and to recover from at most. */
export interface VolumeLandmarks {
  readonly mev: number
  readonly mav: number
  readonly mrv: number
}

/**
 * Of lifters who have not shown their own. Coaching heuristics without validation, leaning on the dose–response of Schoenfeld 2017 and Pelland
 * 2024: growth from about four sets, little more past twenty; sets of synergists count half.
 */
export const usualLandmarks: Readonly<Record<Experience, VolumeLandmarks>> = {
  novice: { mev: 4, mav: 10, mrv: 18 },
  intermediate: { mev: 6, mav: 14, mrv: 22 },
  advanced: { mev: 8, mav: 16, mrv: 26 },
}

/** Hard sets of one muscle in one week, beside that lifter's landmarks. */
export interface MuscleVolume extends VolumeLandmarks {
  readonly sets: number
}

/** Rules that a known scheme or a peak may set aside, saying why; what protects a body is not among them. */
export const waivableRules = [
  'structure',
  'movement_count',
  'time',
  'pattern_diversity',
  'repeats_in_session',
  'consecutive_patterns',
  'pattern_repeats',
  'pattern_uses',
  'session_fatigue',
  'muscle_coverage',
  'unique_movements',
  'volume_step',
  'deload_depth',
] as const
export type WaivableRule = (typeof waivableRules)[number]

export interface Waiver {
  readonly rule: WaivableRule
  readonly why: string
}

export interface ProgramReport {
  /** Over the whole program: the share of sessions or microcycles that pass is the value. */
  readonly kpis: Readonly<Record<SessionKpi | MicrocycleKpi, KpiResult>>
  readonly sessions: readonly { readonly session: number; readonly week: number; readonly kpis: Readonly<Record<SessionKpi, KpiResult>> }[]
  readonly microcycles: readonly { readonly week: number; readonly kpis: Readonly<Record<MicrocycleKpi, KpiResult>> }[]
  readonly relaxations: readonly Relaxation[]
  /** Rules that a known scheme or a peak sets aside, and why. */
  readonly waivers: readonly Waiver[]
  /** What the lifter should know before starting: goals that reduced each other, days that could not be filled, injuries worked around. */
  readonly notices: readonly ProgramReason[]
  readonly volume: readonly { readonly week: number; readonly muscles: Readonly<Record<TrackedMuscle, MuscleVolume>> }[]
}

export interface GeneratedProgram {
  readonly weeks: readonly ProgramWeek[]
  readonly report: ProgramReport
}

/** Where something hurts, for as long as the program runs. */
export interface ProgramInjury {
  readonly joint: Joint
  readonly severity: PainSeverity
}

/** What somebody does beside the gym, each week: its sets are not planned, its fatigue is. */
export interface ProgramActivity {
  /** As the lifter says it. */
  readonly name: string
  readonly timesPerWeek: number
  readonly minutes: number
  /** 1 easy · 2 brisk · 3 hard. */
  readonly effort: 1 | 2 | 3
  /** What it tires most; none: the whole body. */
  readonly muscles?: readonly TrackedMuscle[] | undefined
  /** 0 is Monday. */
  readonly weekdays?: readonly number[] | undefined
}

import type {
  CountedUnit,
  Discipline,
  Equipment,
  Fixture,
  Joint,
  JointAction,
  Movement,
  MovementTier,
  MuscleInvolvement,
  Plane,
} from '@gymgenius/domain'

/** What the program loads of a movement: enough to find it, log it and count it. */
export interface LibraryMovement extends Movement {
  /** The file's name, and the movement's in addresses. */
  readonly slug: string
  /** The slug of the movement that this one varies: same lift, other equipment, grip or angle. */
  readonly base?: string
  readonly tier: MovementTier
  /** Joints that should not hurt today. */
  readonly contraindications: readonly Joint[]
  /** What else has to be there. */
  readonly needs: readonly Fixture[]
}

/** 1 hardly · 2 a little · 3 clearly · 4 much · 5 as much as any movement does. Judgement, where no source is named. */
export type Step = 1 | 2 | 3 | 4 | 5

export interface DetailedInvolvement extends MuscleInvolvement {
  /** How much a hard set makes this muscle grow or get stronger. */
  readonly stimulus: Step
  /** How much a hard set takes out of this muscle for the days after. */
  readonly fatigue: Step
}

/** Slugs. What one file says of another, the other says of it: a progression's regression is this movement. */
export interface Relations {
  readonly progressions: readonly string[]
  readonly regressions: readonly string[]
  readonly variations: readonly string[]
  readonly sameOnOtherEquipment: readonly string[]
}

/** A movement as its file says it: `data/movements/<slug>.json`. */
export interface MovementDetails extends LibraryMovement {
  readonly muscles: readonly DetailedInvolvement[]
  /** Set where the pattern is isolation, and nowhere else. */
  readonly isolationOf?: JointAction
  /** Other kinds of equipment that the same movement can be done with. */
  readonly equipmentAlternatives: readonly Equipment[]
  readonly plane: Plane
  /** The load is written for one hand, and both hold as much. Absent: what is written is all that is moved. */
  readonly loadedPerHand?: true
  readonly disciplines: readonly Discipline[]
  /** 1 can be shown in a minute · 5 takes years. */
  readonly skill: Step
  readonly countedIn: CountedUnit
  /** What is usual in one set, in the unit above. */
  readonly repRange: readonly [number, number]
  /** From free floor to the first rep. */
  readonly setupSeconds: number
  /** From the last rep to a free station. */
  readonly transitionSeconds: number
  readonly cues: readonly string[]
  readonly relations: Relations
  readonly tags: readonly string[]
}

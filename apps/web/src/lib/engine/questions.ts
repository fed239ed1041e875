import type {
  KnownStrength,
  LifterBelief,
  LoggedSet,
  MovementFacts,
  MovementPrior,
  Prescription,
  Target,
  TrainingSnapshot,
} from '@gymgenius/engine'

/** What the engine's worker is asked, by name. Plain data: it is copied on its way. */
export interface Asked {
  /** Some sets of one movement. */
  readonly prescriptions: {
    readonly snapshot: TrainingSnapshot
    readonly targets: readonly Target[]
    /** Where the movement hurts: then the advice is the careful one, by the same rule as on the server. */
    readonly pain?: { readonly joint?: string } | undefined
  }
  /** What the lifter's other movements say of one. */
  readonly prior: {
    readonly movement: MovementFacts
    /** What the lifter showed in each, as the server told. */
    readonly strengths: readonly KnownStrength[]
    /** What the server believed when it told, and what was logged since: by the same engine these say more. */
    readonly since?: { readonly engineVersion: string; readonly belief: LifterBelief; readonly sets: readonly LoggedSet[] } | undefined
  }
}

export interface Answered {
  /** One for each target. */
  readonly prescriptions: readonly Prescription[]
  readonly prior: MovementPrior | null
}

export type Name = keyof Asked
export type Answers = { readonly [N in Name]: (asked: Asked[N]) => Answered[N] | Promise<Answered[N]> }

export interface Question<N extends Name = Name> {
  readonly id: number
  readonly name: N
  readonly asked: Asked[N]
}

export type Reply = { readonly id: number } & ({ readonly answer: Answered[Name] } | { readonly fault: string })

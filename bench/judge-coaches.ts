import type { MovementFacts } from '@gymgenius/engine'
import { conversation } from '../apps/api/src/cli/engine.protocol.ts'
import type { Body, Person, Range } from './judge-lifters.ts'

export interface Asked extends Range {
  readonly movement: string
  readonly at: number
  readonly workout: string
  readonly set: number
}

export interface Advised extends Range {
  readonly loadKg: number
  readonly restSeconds: number
  readonly flags: readonly string[]
}

export interface Seen extends Advised {
  readonly reps: number
  readonly said: number | undefined
  readonly isFailure: boolean
}

/** Coaches one lifter through all movements. */
export interface Coach {
  advise(asked: Asked, body: Body): Advised
  see(asked: Asked, seen: Seen): void
}

export const STEP_KG = 2.5
export const MIN_KG = 20
const REST = 180

export const coaches = {
  engine: engineCoach,
  oracle: () => truthful({ withForm: true }),
  blind: () => truthful({ withForm: false }),
  epley: epleyCoach,
} as const
export type CoachName = keyof typeof coaches

/** The engine, through the answers of `engine --stdio`. */
function engineCoach(person: Person, factsOf: (name: string) => MovementFacts): Coach {
  const answer = conversation(factsOf)
  answer({ op: 'lifter', id: 'L', unit: 'kg' })
  return {
    advise({ movement, at, workout, set, repLow, repHigh, rir }) {
      const target = { repLow, repHigh, rir }
      const loads = { stepKg: STEP_KG, minKg: MIN_KG }
      return answer({ op: 'prescribe', movement, at, workout, set, target, loads, bodyMassKg: person.bodyMass }) as unknown as Advised
    },
    see({ movement, at, workout, set }, { loadKg, reps, said, isFailure }) {
      answer({ op: 'observe', movement, at, workout, set, loadKg, reps, rir: said ?? null, toFailure: isFailure })
    },
  }
}

const nearest = (load: number) => Math.max(MIN_KG, MIN_KG + Math.round((load - MIN_KG) / STEP_KG) * STEP_KG)
const plain = ({ repLow, repHigh, rir }: Range, load: number): Advised => ({
  repLow,
  repHigh,
  rir,
  loadKg: nearest(load),
  restSeconds: REST,
  flags: [],
})

/** Repetitions to failure, not whole, in the middle of those that end inside the range with about the reserve asked for. */
export const idealReps = ({ repLow, repHigh, rir }: Range) => (repLow + repHigh) / 2 + rir + 0.75

/** Knows strength, curve and tiredness; `withForm` today's form too: the best there is, and the best there is before a set was done. */
function truthful(about: { readonly withForm: boolean }): Coach {
  return {
    advise: (asked, body) => plain(asked, body.loadFor(idealReps(asked), about)),
    see: () => undefined,
  }
}

const GAIN = 0.3

/** What most apps do: an exponentially weighted Epley maximum, the reserve said counted. */
function epleyCoach(): Coach {
  const maxima = new Map<string, number>()
  return {
    advise: (asked) => plain(asked, maxima.get(asked.movement)! / (1 + ((asked.repLow + asked.repHigh) / 2 + asked.rir) / 30)),
    see({ movement, rir }, { loadKg, reps, said }) {
      const shown = loadKg * (1 + (reps + (said ?? rir)) / 30)
      const before = maxima.get(movement)
      maxima.set(movement, before === undefined ? shown : before + GAIN * (shown - before))
    },
  }
}

import type { Equipment, Laterality, LoadKind, Movement, MovementPattern } from '@gymgenius/domain'
import { readName } from './reading.ts'

/** What can be guessed about a movement from its name alone. */
export type Guess = Pick<Movement, 'pattern' | 'muscles' | 'equipment' | 'laterality' | 'loadKind'>

/**
 * A sensible first description of movements that only have a name: what the name says of the equipment, and pattern and
 * muscles of the library's movement that shares most words with it. The lifter can change all of it.
 */
export function movementGuesser(library: readonly Movement[]): (name: string) => Guess {
  const known = library.flatMap((movement) =>
    [movement.name, ...movement.aliases].map((name) => ({ movement, words: new Set(readName(name).words) })),
  )
  return (name) => {
    const { words, equipment: said } = readName(name.slice(0, 200))
    const alike = mostAlike(words, known)
    const equipment = said[0] ?? alike?.equipment ?? 'other'
    return {
      pattern: alike?.pattern ?? patternOf(words),
      muscles: alike?.muscles ?? [],
      equipment,
      laterality: lateralityOf(words),
      loadKind: loadKindOf(equipment, words),
    }
  }
}

/** Under this share of common words two names say nothing about each other. */
const ALIKE = 0.5

function mostAlike(words: readonly string[], known: readonly { movement: Movement; words: ReadonlySet<string> }[]): Movement | undefined {
  let best: Movement | undefined
  let most = 0
  for (const { movement, words: others } of known) {
    const shared = words.filter((word) => others.has(word)).length
    const likeness = shared / (words.length + others.size - shared)
    if (likeness > most) [best, most] = [movement, likeness]
  }
  return most >= ALIKE ? best : undefined
}

const patterns: readonly (readonly [MovementPattern, readonly string[]])[] = [
  ['squat', ['squat', 'legpress']],
  ['hinge', ['deadlift', 'hinge', 'swing', 'thrust', 'bridge']],
  ['lunge', ['lunge', 'stepup']],
  ['horizontal_push', ['bench', 'chest', 'pushup', 'dip']],
  ['horizontal_pull', ['row']],
  ['vertical_pull', ['pulldown', 'pullup', 'chinup']],
  ['vertical_push', ['overhead', 'handstand']],
  ['olympic', ['clean', 'snatch', 'jerk']],
  ['carry', ['carry', 'farmer_carry']],
  ['jump', ['jump', 'hop', 'bound']],
  ['core_flexion', ['crunch', 'situp', 'ab']],
  ['rotation', ['twist', 'rotation', 'woodchop']],
  ['locomotion', ['run', 'running', 'walk', 'walking', 'bike', 'cycling', 'treadmill', 'sled', 'rowing', 'elliptical', 'swimming']],
]

const patternOf = (words: readonly string[]): MovementPattern =>
  patterns.find(([, signs]) => signs.some((sign) => words.includes(sign)))?.[0] ?? 'isolation'

function lateralityOf(words: readonly string[]): Laterality {
  if (words.includes('alternating')) return 'alternating'
  return words.some((word) => ['one_arm', 'one_leg', 'unilateral'].includes(word)) ? 'unilateral' : 'bilateral'
}

function loadKindOf(equipment: Equipment, words: readonly string[]): LoadKind {
  if (words.includes('assisted')) return 'assisted'
  if (equipment === 'machine' || equipment === 'cable' || equipment === 'cardio_machine') return 'machine_stack'
  // Whoever wears nothing logs no load; whoever does has a place to say so.
  return equipment === 'body_weight' || equipment === 'suspension' ? 'body_weight_plus' : 'external'
}

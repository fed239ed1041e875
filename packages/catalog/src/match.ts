import type { Equipment, Movement } from '@gymgenius/domain'
import { keyOf, readName, type Reading, wordsOf } from './reading.ts'
import { oneSpelling } from './spelling.ts'
import { fillers, phrases, usual } from './words.ts'

/** What a movement needs to be found by name. */
export type Named = Pick<Movement, 'id' | 'name' | 'aliases' | 'equipment' | 'loadKind'>

/** Why a name was taken for a movement; each step says a little less than the one before. */
export type MatchReason = 'same_name' | 'equipment_implied' | 'usual_left_out' | 'spelling' | 'note_left_out'

export interface NameMatch<M extends Named> {
  readonly movement: M
  /** 1 is the same name. Nothing below 0.7 is ever answered. */
  readonly confidence: number
  readonly reason: MatchReason
}

/** What each liberty costs; two liberties multiply. */
const CONFIDENCE: Readonly<Record<MatchReason, number>> = {
  same_name: 1,
  equipment_implied: 0.95,
  usual_left_out: 0.92,
  spelling: 0.9,
  note_left_out: 0.85,
}

/** Nobody's movement has a longer name; a file might. */
const LONGEST_NAME = 300

/**
 * The movement that `name` means, or undefined. A wrong movement is far worse than none: every word has to be accounted
 * for, and equipment, angle, grip and laterality are never guessed. For many names make one `nameMatcher`.
 */
export const matchName = <M extends Named>(name: string, candidates: readonly M[]) => nameMatcher(candidates)(name)

/** Candidates that come first win over later ones of the same name: pass the lifter's own before the library. */
export function nameMatcher<M extends Named>(candidates: readonly M[]): (name: string) => NameMatch<M> | undefined {
  const index = indexOf(candidates)
  return (name) => {
    if (name.length > LONGEST_NAME) return undefined
    for (const { reading, reason, holdsFor } of attemptsAt(name, index.words)) {
      const found = lookUp(index, reading)
      if (found === undefined || holdsFor?.(found.movement) === false) continue
      const confidence = CONFIDENCE[reason] * CONFIDENCE[found.reason]
      return { movement: found.movement, confidence, reason: reason === 'same_name' ? found.reason : reason }
    }
    return undefined
  }
}

interface Index<M> {
  readonly byKey: ReadonlyMap<string, M>
  /** Movements whose name or alias leaves the equipment out, by the rest of the words. */
  readonly bare: ReadonlyMap<string, readonly M[]>
  /** Every word that any candidate or the tables use. */
  readonly words: ReadonlySet<string>
}

function indexOf<M extends Named>(candidates: readonly M[]): Index<M> {
  const byKey = new Map<string, M>()
  const bare = new Map<string, M[]>()
  const words = new Set([...[...phrases.keys()].flatMap((phrase) => phrase.split(' ')), ...fillers, ...usual, 'standing', 'weighted'])
  for (const movement of candidates) {
    for (const name of [movement.name, ...movement.aliases]) {
      for (const word of wordsOf(name)) words.add(word)
      const reading = readName(name)
      const key = keyOf(reading)
      if (!byKey.has(key)) byKey.set(key, movement)
      if (reading.equipment.length === 0) bare.set(key, [...(bare.get(key) ?? []), movement])
    }
  }
  return { byKey, bare, words }
}

function lookUp<M extends Named>({ byKey, bare }: Index<M>, reading: Reading): { movement: M; reason: MatchReason } | undefined {
  if (reading.words.length === 0) return undefined // equipment alone is no movement
  const same = byKey.get(keyOf(reading))
  if (same !== undefined) return { movement: same, reason: 'same_name' }
  const [said, ...more] = reading.equipment
  if (said !== undefined && more.length === 0) {
    const implied = (bare.get(keyOf({ ...reading, equipment: [] })) ?? []).find((movement) => isKindOf(movement.equipment, said))
    if (implied !== undefined) return { movement: implied, reason: 'equipment_implied' }
  }
  return undefined
}

/** Lifters say "machine" of those that are loaded with plates, too. */
const isKindOf = (equipment: Equipment, said: Equipment) =>
  equipment === said || (said === 'machine' && equipment === 'plate_loaded_machine')

interface Attempt {
  readonly reading: Reading
  readonly reason: MatchReason
  /** What a movement has to be for this liberty to be right. */
  readonly holdsFor?: (movement: Named) => boolean
}

/** Ways to read a name, from the plain one to those that take a liberty. */
function* attemptsAt(name: string, known: ReadonlySet<string>): Generator<Attempt> {
  yield* withoutUsual(readName(name), 'same_name')
  const corrected = corrections(name, known)
  if (corrected !== undefined) yield* withoutUsual(readName(corrected), 'spelling')
  const plain = withoutNotes(name, known)
  if (plain !== undefined) yield* withoutUsual(readName(plain), 'note_left_out')
}

function* withoutUsual({ equipment, words }: Reading, because: MatchReason): Generator<Attempt> {
  yield { reading: { equipment, words }, reason: because }
  const reason = because === 'same_name' ? 'usual_left_out' : because
  const without = (...left: string[]) => words.filter((word) => !usual.has(word) && !left.includes(word))
  if (words.some((word) => usual.has(word))) yield { reading: { equipment, words: without() }, reason }
  // Free weights are lifted standing unless the name says otherwise.
  if (words.includes('standing'))
    yield { reading: { equipment, words: without('standing') }, reason, holdsFor: (movement) => freeWeights.has(movement.equipment) }
  // Weight on the body is what the load of such a movement says already.
  if (words.includes('weighted'))
    yield { reading: { equipment, words: without('weighted') }, reason, holdsFor: (movement) => movement.loadKind === 'body_weight_plus' }
}

const freeWeights: ReadonlySet<Equipment> = new Set(['barbell', 'dumbbell', 'kettlebell', 'ez_bar'])

/** The name with every unknown word put right, if each is one slip away from exactly one known word. */
function corrections(name: string, known: ReadonlySet<string>): string | undefined {
  const words = wordsOf(name)
  const right = words.map((word) => (known.has(word) ? word : oneSpelling(word, known)))
  if (right.every((word, at) => word === words[at]) || right.includes(undefined)) return undefined
  return right.join(' ')
}

/** The name without brackets that hold only words no movement uses: the gym's name, the colour of a machine. */
function withoutNotes(name: string, known: ReadonlySet<string>): string | undefined {
  const plain = name.replaceAll(/[([{]([^)\]}]*)[)\]}]/g, (bracket, inside: string) =>
    wordsOf(inside).some((word) => known.has(word)) ? bracket : ' ',
  )
  return plain === name ? undefined : plain
}

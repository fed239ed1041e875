import type { Equipment } from '@gymgenius/domain'
import { translated } from './languages.ts'
import type { MatchReason, Named } from './named.ts'
import { keyOf, readName, type Reading, wordsOf } from './reading.ts'
import { readingsOf, type Vocabulary } from './readings.ts'
import { byLength } from './spelling.ts'
import { fillers, phrases, usual } from './words.ts'

export interface NameMatch<M extends Named> {
  readonly movement: M
  /** 1 is the same name. Nothing below `LEAST_CONFIDENCE` is ever answered. */
  readonly confidence: number
  readonly reason: MatchReason
}

/** What each liberty costs; two liberties multiply. Judgement, held to the names judged by hand (`bench/names.ts`). */
const CONFIDENCE: Readonly<Record<MatchReason, number>> = {
  exact: 1,
  alias: 1,
  equipment_implied: 0.95,
  translated: 0.95,
  usual_left_out: 0.92,
  spelling: 0.9,
  maker_left_out: 0.88,
  note_left_out: 0.85,
  equipment_assumed: 0.8,
  detail_left_out: 0.8,
}

export const LEAST_CONFIDENCE = 0.7

/** Nobody's movement has a longer name; a file might. */
const LONGEST_NAME = 300

/**
 * The movement that `name` means, or undefined. A wrong movement is far worse than none: every word has to be accounted
 * for, and angle, grip and laterality are never guessed. For many names make one `nameMatcher`.
 */
export const matchName = <M extends Named>(name: string, candidates: readonly M[]) => nameMatcher(candidates)(name)

/** Candidates that come first win over later ones of the same name: pass the lifter's own before the library. */
export function nameMatcher<M extends Named>(candidates: readonly M[]): (name: string) => NameMatch<M> | undefined {
  const index = indexOf(candidates)
  return (name) => {
    if (name.length > LONGEST_NAME) return undefined
    let best: NameMatch<M> | undefined
    for (const { reading, liberties, holdsFor } of readingsOf(name, index.vocabulary, translated)) {
      const cost = costOf(liberties)
      if (cost <= (best?.confidence ?? 0) || cost < LEAST_CONFIDENCE) continue
      const found = lookUp(index, reading)
      if (found === undefined || holdsFor?.(found.movement) === false) continue
      const confidence = cost * CONFIDENCE[found.reason]
      if (confidence < LEAST_CONFIDENCE || confidence <= (best?.confidence ?? 0)) continue
      best = { movement: found.movement, confidence, reason: dearest([...liberties, found.reason]) }
      if (confidence === 1) break
    }
    return best
  }
}

const costOf = (liberties: readonly MatchReason[]) => liberties.reduce((product, liberty) => product * CONFIDENCE[liberty], 1)
/** What is most in doubt of several is what a lifter is told. */
const dearest = (reasons: readonly MatchReason[]) => reasons.reduce((a, b) => (CONFIDENCE[b] < CONFIDENCE[a] ? b : a))

interface Index<M> {
  readonly byKey: ReadonlyMap<string, { readonly movement: M; readonly isAlias: boolean }>
  /** Movements whose name or alias leaves the equipment out, by the rest of the words. */
  readonly bare: ReadonlyMap<string, readonly M[]>
  /** The usual one of the movements that have these words and differ in equipment alone. */
  readonly assumed: ReadonlyMap<string, M>
  readonly vocabulary: Vocabulary
}

function indexOf<M extends Named>(candidates: readonly M[]): Index<M> {
  const byKey = new Map<string, { movement: M; isAlias: boolean }>()
  const bare = new Map<string, M[]>()
  const families = new Map<string, M[]>()
  const words = new Set([...[...phrases.keys()].flatMap((phrase) => phrase.split(' ')), ...fillers, ...usual, 'standing', 'weighted'])
  for (const movement of candidates) {
    for (const [at, name] of [movement.name, ...movement.aliases].entries()) {
      for (const word of wordsOf(name)) words.add(word)
      const reading = readName(name)
      const key = keyOf(reading)
      if (!byKey.has(key)) byKey.set(key, { movement, isAlias: at > 0 })
      const bareKey = keyOf({ ...reading, equipment: [] })
      if (reading.equipment.length === 0) bare.set(key, [...(bare.get(key) ?? []), movement])
      else if (at === 0) families.set(bareKey, [...(families.get(bareKey) ?? []), movement])
    }
  }
  const assumed = new Map([...families].flatMap(([key, family]) => usualOf(key, family)))
  return { byKey, bare, assumed, vocabulary: { words, byLength: byLength(words) } }
}

/** A name of two words with one movement only ("Jump (Trap Bar)") leaves too much open. */
const ENOUGH_WORDS = 3

/**
 * Of movements that differ in equipment alone, the one the others are variants of: "lateral raise" is done with dumbbells
 * unless the lifter says otherwise. Where the library names no such one, nothing is assumed.
 */
function usualOf<M extends Named>(key: string, family: readonly M[]): [string, M][] {
  const slugs = new Set(family.flatMap(({ slug }) => slug ?? []))
  const bases = family.filter(({ base, slug }) => slug !== undefined && (base === undefined || !slugs.has(base)))
  // Held in the hand, a dumbbell is the usual thing and a kettlebell the other.
  const inHand = bases.every(({ equipment }) => equipment === 'dumbbell' || equipment === 'kettlebell')
  const [usualOne, ...more] = bases.length > 1 && inHand ? bases.filter(({ equipment }) => equipment === 'dumbbell') : bases
  const isClear = family.length > 1 || key.split(' ').length >= ENOUGH_WORDS
  return usualOne !== undefined && more.length === 0 && isClear ? [[key, usualOne]] : []
}

function lookUp<M extends Named>({ byKey, bare, assumed }: Index<M>, reading: Reading): { movement: M; reason: MatchReason } | undefined {
  if (reading.words.length === 0) return undefined // equipment alone is no movement
  const same = byKey.get(keyOf(reading))
  if (same !== undefined) return { movement: same.movement, reason: same.isAlias ? 'alias' : 'exact' }
  const [said, ...more] = reading.equipment
  if (said === undefined) {
    const movement = assumed.get(keyOf(reading))
    return movement === undefined ? undefined : { movement, reason: 'equipment_assumed' }
  }
  if (more.length > 0) return undefined
  const implied =
    (bare.get(keyOf({ ...reading, equipment: [] })) ?? []).find((movement) => isKindOf(movement.equipment, said)) ??
    (alsoSaid[said] === undefined ? undefined : byKey.get(keyOf({ ...reading, equipment: [alsoSaid[said]] }))?.movement)
  return implied === undefined ? undefined : { movement: implied, reason: 'equipment_implied' }
}

/** What else lifters call a machine that plates are put on: "seated plate row". */
const alsoSaid: Partial<Record<Equipment, Equipment>> = { machine: 'plate_loaded_machine', plate: 'plate_loaded_machine' }

/** Lifters say "machine" of those that are loaded with plates, too. */
const isKindOf = (equipment: Equipment, said: Equipment) =>
  equipment === said || (said === 'machine' && equipment === 'plate_loaded_machine')

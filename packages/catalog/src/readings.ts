import type { Equipment } from '@gymgenius/domain'
import type { MatchReason, Named } from './named.ts'
import { readName, type Reading, wordsOf } from './reading.ts'
import { oneSpelling, type WordsByLength } from './spelling.ts'
import { details, pulling, pullingDetails, usual } from './words.ts'

/** Every word that any movement uses. */
export interface Vocabulary {
  readonly words: ReadonlySet<string>
  readonly byLength: WordsByLength
}

/** One way to read a name, and what liberties it takes. */
export interface Attempt {
  readonly reading: Reading
  readonly liberties: readonly MatchReason[]
  /** What a movement has to be for this liberty to be right. */
  readonly holdsFor?: (movement: Named) => boolean
}

/**
 * Ways to read a name: as it stands, put right where a word is mistyped, without notes, in English; and of each the ways that leave
 * out what is usual, who made the machine, or how it is held.
 */
export function* readingsOf(name: string, known: Vocabulary, translated: (name: string) => string | undefined): Generator<Attempt> {
  const seen = new Set<string>()
  for (const [text, because] of writings(name, known, translated)) {
    if (seen.has(text)) continue
    seen.add(text)
    yield* leavingOut(readName(text), because)
  }
}

function* writings(
  name: string,
  known: Vocabulary,
  translated: (name: string) => string | undefined,
): Generator<readonly [string, readonly MatchReason[]]> {
  yield [name, []]
  const english = translated(name)
  if (english !== undefined) yield [english, ['translated']]
  const corrected = corrections(name, known)
  if (corrected !== undefined) yield [corrected, ['spelling']]
  const plain = withoutNotes(name, known)
  if (plain === undefined) return
  yield [plain, ['note_left_out']]
  const plainEnglish = translated(plain)
  if (plainEnglish !== undefined) yield [plainEnglish, ['note_left_out', 'translated']]
  const plainCorrected = corrections(plain, known)
  if (plainCorrected !== undefined) yield [plainCorrected, ['note_left_out', 'spelling']]
}

function* leavingOut({ equipment, words }: Reading, because: readonly MatchReason[]): Generator<Attempt> {
  yield { reading: { equipment, words }, liberties: because }
  const plain = words.filter((word) => !usual.has(word))
  const said = plain.length < words.length ? [...because, 'usual_left_out' as const] : because
  if (plain.length < words.length) yield { reading: { equipment, words: plain }, liberties: said }
  yield* positions({ equipment, words: plain }, because)
  const made = withoutMaker({ equipment, words: plain })
  for (const reading of made) yield { reading, liberties: [...said, 'maker_left_out'] }

  for (const reading of made.length > 0 ? made : [{ equipment, words: plain }]) {
    const isPull = reading.words.some((word) => pulling.has(word))
    const bare = reading.words.filter((word) => !details.has(word) && !(isPull && pullingDetails.has(word)))
    if (bare.length === reading.words.length) continue
    const liberties: MatchReason[] = [...said, ...(made.length > 0 ? (['maker_left_out'] as const) : []), 'detail_left_out']
    yield { reading: { equipment: reading.equipment, words: bare }, liberties }
    yield* positions({ equipment: reading.equipment, words: bare }, liberties)
  }
}

/** What need not be said because the load or the equipment says it. */
function* positions({ equipment, words }: Reading, because: readonly MatchReason[]): Generator<Attempt> {
  const without = (left: string, holdsFor: (movement: Named) => boolean): Attempt[] =>
    words.includes(left)
      ? [{ reading: { equipment, words: words.filter((word) => word !== left) }, liberties: [...because, 'usual_left_out'], holdsFor }]
      : []
  // Free weights are lifted standing unless the name says otherwise, and nearly every machine is sat in.
  yield* without('standing', (movement) => freeWeights.has(movement.equipment))
  yield* without('seated', (movement) => machines.has(movement.equipment))
  // Weight on the body is what the load of such a movement says already.
  yield* without('weighted', (movement) => movement.loadKind === 'body_weight_plus')
}

const freeWeights: ReadonlySet<Equipment> = new Set(['barbell', 'dumbbell', 'kettlebell', 'ez_bar', 'cable', 'other'])
const machines: ReadonlySet<Equipment> = new Set(['machine', 'plate_loaded_machine'])

/** Without the maker of a machine: then it is one. "Hammer" is one, too, where no grip is meant. */
function withoutMaker({ equipment, words }: Reading): Reading[] {
  if (words.includes('brand')) {
    const rest = words.filter((word) => word !== 'brand')
    const machine: readonly Equipment[] = ['machine']
    const plates: readonly Equipment[] = ['plate_loaded_machine']
    return equipment.length > 0 ? [{ equipment, words: rest }] : [machine, plates, []].map((kind) => ({ equipment: kind, words: rest }))
  }
  const isGrip = words.some((word) => ['curl', 'chinup', 'pullup', 'incline'].includes(word))
  if (!words.includes('hammer') || isGrip || equipment.length > 0) return []
  return [{ equipment: ['plate_loaded_machine'], words: words.filter((word) => word !== 'hammer') }]
}

/** The name with every unknown word put right, if each is one slip away from exactly one known word. */
function corrections(name: string, known: Vocabulary): string | undefined {
  const words = wordsOf(name)
  if (words.length > MOST_WORDS) return undefined
  const right = words.map((word) => (known.words.has(word) ? word : oneSpelling(word, known.byLength)))
  if (right.every((word, at) => word === words[at]) || right.includes(undefined)) return undefined
  return right.join(' ')
}

/** Nobody names a movement with more words than this. */
const MOST_WORDS = 16

/** How long, how high, which one: nothing that makes it another movement. */
const counts =
  /\b\d*:\d{2}\b|\b\d+\s*(?:''|’’|″|"|secs?\b|seconds?\b|mins?\b|pins?\b|reps?\b|kgs?\b|lbs?\b)|#\s*\d+|\b(?:at\s+)?\d+\s*(?:°|º|degrees?\b)|\b\d+['’]s\b|(?<=\s)\d+\s*$/giu

/** The name without counts, and without brackets that hold only words no movement uses: the gym's name, the colour of a machine. */
function withoutNotes(name: string, known: Vocabulary): string | undefined {
  const plain = name
    .replaceAll(counts, ' ')
    .replaceAll(/[([{]([^)\]}]*)[)\]}]/g, (bracket, inside: string) =>
      wordsOf(inside).some((word) => known.words.has(word)) ? bracket : ' ',
    )
  return plain === name ? undefined : plain
}

import type { Equipment, Joint } from '@gymgenius/domain'
import { slipsBetween } from '../spelling.ts'
import { wordsOf } from '../reading.ts'
import { type Intent, LONGEST, type Meaning, meanings } from './phrases.ts'

/** What a lifter asked, read: what is wanted and how much, and what a movement must not be. */
export interface Question {
  /** What is asked for, phrase by phrase: a movement should have something of each. */
  readonly facets: readonly Facet[]
  /** Features that rule a movement out. */
  readonly refused: ReadonlySet<string>
  /** Named checks that a movement has to pass: `gym_fixture`, `loud`, `impact`, `no_fixture`. */
  readonly checks: ReadonlySet<string>
  readonly sparedJoints: ReadonlySet<Joint>
  /** Where set: nothing but this, and the body. */
  readonly onlyEquipment: ReadonlySet<Equipment> | undefined
  readonly intent: Intent | undefined
  /** Some words nobody knows were left out: the beginning of one, perhaps. */
  readonly isReadInPart: boolean
  /** What is left of the words, those that are turned away marked: for finding the movement they name. */
  readonly spoken: readonly Spoken[]
}

/** One thing asked for: features with what each would be worth; under zero: rather not. */
export interface Facet {
  readonly said: string
  readonly wants: readonly (readonly [string, number])[]
  /** Against the other facets. */
  readonly weight: number
}

/** What is said of when or where ("after benching") is asked for this much. */
const IN_PASSING = 0.2

export interface Spoken {
  readonly words: readonly string[]
  readonly isRefused: boolean
}

interface Segment extends Meaning {
  readonly words: readonly string[]
  readonly isKnown: boolean
}

/** Nobody asks longer; the rest is not read. */
const MOST_WORDS = 40

/** How far from a part of the body a word of pain may stand, in segments. */
const PAIN_REACH = 4

/** Reads a question; `knows` says which other words the library uses. */
export function readQuestion(text: string, knows: Vocabulary): Question {
  const segments = segmentsOf(wordsOf(text).slice(0, MOST_WORDS), knows)
  const hurting = hurtingSegments(segments)
  const facets: Facet[] = []
  const refused = new Set<string>()
  const checks = new Set<string>()
  const spared = new Set<Joint>()
  const spoken: Spoken[] = []
  let only: Set<Equipment> | undefined
  let intent: Intent | undefined
  let isNegated = false
  let isOnly = false
  let isInPassing = false
  let sinceSaid = 0

  segments.forEach((segment, at) => {
    const { role, words, joint } = segment
    if (segment.intent !== undefined && segment.wants === undefined) intent ??= segment.intent
    if (role === 'negator') isNegated = true
    if (role === 'only') isOnly = true
    if (role === 'context') isInPassing = true
    if (role === 'negator' || role === 'only' || role === 'context') sinceSaid = 0
    if (role === 'pain' && segment.wants === undefined) return void (isNegated = false)
    const says = segment.wants !== undefined || segment.joint !== undefined || !segment.isKnown
    if (!says) {
      // "no bench or rack" goes on; three idle words later nobody means the "no" any more.
      if (role === 'idle' && ++sinceSaid > 3) [isNegated, isOnly, isInPassing] = [false, false, false]
      return
    }
    if (joint !== undefined && hurting.has(at)) {
      spared.add(joint)
      facets.push({ said: words.join(' '), wants: [[`asks:${joint}`, -1]], weight: SPARED })
    } else if (isNegated) {
      refuse(segment)
    } else {
      const wants = wantsOf(segment)
      if (wants.length > 0) facets.push({ said: words.join(' '), wants, weight: isInPassing ? IN_PASSING : 1 })
      for (const check of segment.checks ?? []) admit(check)
      const equipment = wants.flatMap(([feature]) => (feature.startsWith('equipment:') ? [feature.slice(10) as Equipment] : []))
      if (isOnly && equipment.length > 0) only = new Set([...(only ?? []), ...equipment])
    }
    if (!isInPassing) spoken.push({ words, isRefused: isNegated })
    isInPassing = false
    const goesOn = segments[at + 1]?.words[0] === 'or' || segments[at + 1]?.words[0] === 'nor'
    if (!goesOn) [isNegated, isOnly] = [false, isOnly && segments[at + 1]?.words[0] === 'and']
  })

  function admit(check: string) {
    const [kind, value = ''] = check.split(':')
    if (kind === 'refuse') checks.add(value)
    else only = new Set([...(only ?? []), value as Equipment])
  }

  /** The first thing that a phrase means is ruled out; what else it brings to mind only counts against. */
  function refuse(segment: Segment) {
    const wants = wantsOf(segment)
    const first = wants[0]?.[0]
    if (first !== undefined && /^(pattern|equipment|fixture|tag|word|discipline):/.test(first)) refused.add(first)
    if (wants.length > 0)
      facets.push({ said: segment.words.join(' '), wants: wants.map(([feature, weight]) => [feature, -weight]), weight: SPARED })
  }

  return {
    facets,
    refused,
    checks,
    sparedJoints: spared,
    onlyEquipment: only,
    intent,
    isReadInPart: segments.some(({ role }) => role === 'unread'),
    spoken,
  }
}

/** What has to be spared is ruled out already; being kind to it is worth less than doing the work. */
const SPARED = 0.5

const wantsOf = ({ wants, words, isKnown }: Segment): readonly (readonly [string, number])[] =>
  wants ?? (isKnown ? [] : words.map((word) => [`word:${word}`, 1] as const))

export interface Vocabulary {
  has(word: string): boolean
  /** Words to look through for one that was mistyped. */
  readonly all: readonly string[]
}

/** The longest known phrase at each place; a word nobody knows is taken for the one it is a slip away from, or dropped. */
function segmentsOf(words: readonly string[], vocabulary: Vocabulary): Segment[] {
  const segments: Segment[] = []
  for (let at = 0; at < words.length;) {
    let length = Math.min(LONGEST, words.length - at)
    while (length > 1 && !meanings.has(words.slice(at, at + length).join(' '))) length--
    const said = words.slice(at, at + length)
    at += length
    const meaning = meanings.get(said.join(' '))
    if (meaning !== undefined) {
      segments.push({ ...meaning, words: said, isKnown: true })
      continue
    }
    const word = vocabulary.has(said[0]!) ? said[0]! : corrected(said[0]!, vocabulary)
    if (word === undefined) {
      segments.push({ words: said, isKnown: true, role: 'unread' })
      continue
    }
    const other = vocabulary.has(word) ? undefined : meanings.get(word)
    segments.push(other === undefined ? { words: [word], isKnown: false } : { ...other, words: [word], isKnown: true })
  }
  return segments
}

const SHORTEST_MISTYPED = 5

function corrected(word: string, { all }: Vocabulary): string | undefined {
  if (word.length < SHORTEST_MISTYPED || word.length > 20) return undefined
  return all.find((known) => Math.abs(known.length - word.length) <= 1 && known[0] === word[0] && slipsBetween(word, known, 1) <= 1)
}

/** The places of the parts of the body that words of pain are said of: for each such word the nearest, that after it first. */
function hurtingSegments(segments: readonly Segment[]): ReadonlySet<number> {
  const hurting = new Set<number>()
  segments.forEach(({ role }, at) => {
    if (role !== 'pain') return
    for (let distance = 1; distance <= PAIN_REACH; distance++) {
      const found = [at + distance, at - distance].find((place) => segments[place]?.joint !== undefined)
      if (found !== undefined) return void hurting.add(found)
    }
  })
  return hurting
}

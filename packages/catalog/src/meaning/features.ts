import { friendlyTags } from '../friendly-tags.ts'
import {
  disciplines,
  equipmentKinds,
  fixtures,
  jointActions,
  type Joint,
  joints,
  loadKinds,
  type Movement,
  movementPatterns,
  movementTiers,
  muscles,
} from '@gymgenius/domain'
import type { DetailedInvolvement, MovementDetails } from '../movement.ts'
import { readName } from '../reading.ts'
import { meanings } from './phrases.ts'

/** A movement as far as it is described: the library's file, or the few words of a lifter's own. */
export type Described = Movement & Partial<Omit<MovementDetails, keyof Movement>>

/** Weight by feature: `muscle:chest`, `asks:shoulder`, `word:landmine`, `harder:push-up`. Not there is nothing. */
export type Features = Map<string, number>

/** Tags that the library uses of many movements; each has a place of its own in a vector. */
const TAGS =
  'home back-friendly shoulder-friendly knee-friendly explosive mobility warm-up calisthenics isometric kettlebell conditioning stretch rehabilitation plyometric gym olympic strongman foam-roll eccentric pause'.split(
    ' ',
  )

/** Every feature that is not a word or a relation, in the order of its place in a vector. Add at the end; a change is a new version. */
export const namedFeatures: readonly string[] = [
  ...muscles.map((muscle) => `muscle:${muscle}`),
  ...movementPatterns.map((pattern) => `pattern:${pattern}`),
  ...jointActions.map((action) => `action:${action}`),
  ...equipmentKinds.map((equipment) => `equipment:${equipment}`),
  ...joints.map((joint) => `asks:${joint}`),
  ...disciplines.map((discipline) => `discipline:${discipline}`),
  ...movementTiers.map((tier) => `tier:${tier}`),
  ...loadKinds.map((kind) => `load:${kind}`),
  ...fixtures.map((fixture) => `fixture:${fixture}`),
  ...TAGS.map((tag) => `tag:${tag}`),
  'laterality:unilateral',
  'laterality:alternating',
  'unit:seconds',
  'skill:low',
]

/** What a word says where it stands. */
const WORD = { name: 1, alias: 0.7, cue: 0.4 } as const

/** How rare a word is in the library, 0–1; undefined for one that it does not use. */
export type Rarity = (word: string) => number | undefined

/** Which movements are known to be easier and harder than this one, with the steps between: from the files' relations. */
export interface Ladder {
  readonly easier: ReadonlyMap<string, number>
  readonly harder: ReadonlyMap<string, number>
}

/**
 * How much there is of each feature in a movement, up to 1; under zero: the opposite (a joint that gets on with it, more skill than
 * most). Words that the library does not use are left out.
 */
export function featuresOf(movement: Described, rarity: Rarity, ladder?: Ladder): Features {
  const features: Features = new Map()
  const all = Math.hypot(...movement.muscles.map(({ share }) => share))
  for (const involvement of movement.muscles) features.set(`muscle:${involvement.muscle}`, workFor(involvement) * (involvement.share / all))
  features.set(`pattern:${movement.pattern}`, 1)
  if (movement.isolationOf !== undefined) features.set(`action:${movement.isolationOf}`, 1)
  features.set(`equipment:${movement.equipment}`, 1)
  for (const joint of movement.contraindications ?? []) features.set(`asks:${joint}`, 1)
  for (const joint of friendlyTo(movement)) features.set(`asks:${joint}`, -1)
  for (const discipline of movement.disciplines ?? []) features.set(`discipline:${discipline}`, 1)
  if (movement.tier !== undefined) features.set(`tier:${movement.tier}`, 1)
  if (movement.laterality !== 'bilateral') features.set(`laterality:${movement.laterality}`, 1)
  features.set(`load:${movement.loadKind}`, 1)
  for (const fixture of movement.needs ?? []) features.set(`fixture:${fixture}`, 1)
  for (const tag of movement.tags ?? []) features.set(`tag:${tag}`, 1)
  if (movement.countedIn === 'seconds') features.set('unit:seconds', 1)
  if (movement.skill !== undefined) features.set('skill:low', (3 - movement.skill) / 2)
  for (const [word, weight] of wordsIn(movement, rarity)) features.set(`word:${word}`, weight)
  for (const [slug, steps] of ladder?.easier ?? []) features.set(`harder:${slug}`, 1 / steps)
  for (const [slug, steps] of ladder?.harder ?? []) features.set(`easier:${slug}`, 1 / steps)
  return features
}

/** A squat trains the glutes among much else, a bridge hardly anything else: who asks for glutes means the bridge first. And a jump has the glutes for a prime mover as a hip thrust has, and grows them less; where nobody says, as most do. */
function workFor(involvement: Described['muscles'][number]): number {
  const stimulus = 'stimulus' in involvement ? (involvement as DetailedInvolvement).stimulus : 3
  return 0.4 + 0.12 * stimulus
}

/** Joints that get on with the movement, in the judgement of its file. */
export const friendlyTo = ({ tags = [] }: Described): readonly Joint[] => tags.flatMap((tag) => friendlyTags[tag] ?? [])

function wordsIn({ name, aliases, cues = [] }: Described, rarity: Rarity): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  const put = (words: readonly string[], weight: number) => {
    for (const word of words) {
      const rare = rarity(word)
      if (rare !== undefined) weights.set(word, Math.max(weights.get(word) ?? 0, weight * rare))
    }
  }
  put(wordsAsRead(name), WORD.name)
  for (const alias of aliases) put(wordsAsRead(alias), WORD.alias)
  for (const cue of cues) put(cueWords(cue), WORD.cue)
  return weights
}

/** The words of a cue as they are asked for: "sit" is `seated`. */
export const cueWords = (cue: string): readonly string[] =>
  wordsAsRead(cue).flatMap((word) => {
    const wants = meanings.get(word)?.wants
    return wants?.every(([feature]) => feature.startsWith('word:')) === true ? wants.map(([feature]) => feature.slice(5)) : [word]
  })

/** The words of a name as the matcher reads them: `overhead press` for OHP. */
export const wordsAsRead = (text: string): readonly string[] => readName(text).words

import type { Equipment } from '@gymgenius/domain'
import type { MovementDetails } from '../movement.ts'
import { readName, wordsOf } from '../reading.ts'
import { cueWords, type Described, type Features, featuresOf, type Ladder, wordsAsRead } from './features.ts'
import { meanings } from './phrases.ts'
import { type Facet, type Question, readQuestion, type Spoken, type Vocabulary } from './question.ts'
import { questionVector, vectorOf } from './space.ts'

/** A change of anything that decides a vector takes a new number here: kept vectors are then made anew. */
export const MEANING_VERSION = 1

/** A question as the library understands it. */
export interface Asked extends Question {
  readonly vector: Float32Array
  /** The movement that is spoken of, where one is. */
  readonly named: Described | undefined
  /** Preparation is meant: stretches, warm-ups, rehabilitation. */
  readonly isAboutDrills: boolean
}

/** Turns movements and questions into features and vectors of one space. */
export interface Finder {
  featuresOf(movement: Described): Features
  vectorOf(movement: Described): Float32Array
  ask(text: string): Asked
}

/** A finder for this library: its words, how rare each is, which movements lead to which. Deterministic; some tens of milliseconds. */
export function makeFinder(library: readonly MovementDetails[]): Finder {
  const rarity = raritiesIn(library)
  const ladders = laddersIn(library)
  const names = namesIn(library)
  const bySlug = new Map(library.map((movement) => [movement.slug, movement]))
  const vocabulary: Vocabulary = {
    has: (word) => rarity.has(word),
    all: [...new Set([...[...meanings.keys()].filter((phrase) => !phrase.includes(' ')), ...rarity.keys()])],
  }
  const features = (movement: Described) =>
    featuresOf(movement, (word) => rarity.get(word), movement.slug === undefined ? undefined : ladders.get(movement.slug))

  function ask(text: string): Asked {
    const question = readQuestion(text, vocabulary)
    const { wanted, turnedAway } = namesSpoken(question.spoken, names)
    const named = wanted === undefined ? undefined : bySlug.get(wanted)!
    const unwanted = [
      ...turnedAway.map((slug) => bySlug.get(slug)!),
      ...(question.intent === 'instead' && named !== undefined ? [named] : []),
    ]
    const words = new Set(unwanted.flatMap(({ name }) => wordsAsRead(name)).map((word) => `word:${word}`))
    const facets = question.facets
      .filter(({ wants }) => !wants.every(([feature, weight]) => weight > 0 && words.has(feature)))
      .map((facet) => ({ ...facet, wants: facet.wants.map(([feature, weight]) => [feature, weight * rarityOf(feature)] as const) }))
    if (named !== undefined && (question.intent === 'harder' || question.intent === 'easier'))
      facets.push({ said: question.intent, wants: [[`${question.intent}:${named.slug}`, 1]], weight: 1.5 })
    const asksForDrills = facets.some(({ wants }) => wants.some(([feature, weight]) => weight > 0 && ofDrills.has(feature)))
    const refused = new Set([...question.refused, ...words])
    const vector = questionVector(wantsOf(facets, named === undefined ? undefined : features(named), asksForDrills))
    return { ...question, facets, refused, named, isAboutDrills: asksForDrills, vector }
  }
  const rarityOf = (feature: string) => (feature.startsWith('word:') ? (rarity.get(feature.slice(5)) ?? 0) : 1)

  return { featuresOf: features, vectorOf: (movement) => vectorOf(features(movement)), ask }
}

const ofDrills: ReadonlySet<string> = new Set(
  'discipline:mobility discipline:rehabilitation tag:stretch tag:warm-up tag:mobility tag:foam-roll tier:drill fixture:foam_roller'.split(
    ' ',
  ),
)

/** All that is wanted as one list of weights; who asks for a muscle or a pattern means training, not its preparation. */
function wantsOf(facets: readonly Facet[], named: Features | undefined, asksForDrills: boolean): ReadonlyMap<string, number> {
  const wants = new Map<string, number>(asksForDrills ? [] : [['tier:drill', -0.7]])
  const add = (feature: string, weight: number) => {
    const before = wants.get(feature)
    // Said twice is not wanted twice as much.
    if (before === undefined || Math.abs(weight) > Math.abs(before)) wants.set(feature, weight)
  }
  for (const { wants, weight } of facets) for (const [feature, amount] of wants) add(feature, weight * amount)
  for (const [feature, amount] of named ?? []) if (/^(muscle|pattern|action):/.test(feature)) add(feature, 0.7 * amount)
  return wants
}

/** 0–1 by how few movements use a word in a name, alias or cue. */
function raritiesIn(library: readonly MovementDetails[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>()
  for (const { name, aliases, cues } of library) {
    const words = new Set([...[name, ...aliases].flatMap(wordsAsRead), ...cues.flatMap(cueWords)])
    for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1)
  }
  const most = Math.log(library.length + 1)
  return new Map([...uses].filter(([word]) => !isIdle(word)).map(([word, count]) => [word, Math.log((library.length + 1) / count) / most]))
}

const isIdle = (word: string) => meanings.get(word)?.role === 'idle' || word.length < 2

/** For each movement those that are easier and harder, up to three steps away. */
function laddersIn(library: readonly MovementDetails[]): ReadonlyMap<string, Ladder> {
  const bySlug = new Map(library.map((movement) => [movement.slug, movement]))
  const walk = (from: string, field: 'progressions' | 'regressions') => {
    const steps = new Map<string, number>()
    let edge = [from]
    for (let step = 1; step <= 3; step++) {
      edge = edge.flatMap((slug) => bySlug.get(slug)?.relations[field] ?? []).filter((slug) => slug !== from && !steps.has(slug))
      for (const slug of edge) steps.set(slug, step)
    }
    return steps
  }
  return new Map(library.map(({ slug }) => [slug, { easier: walk(slug, 'regressions'), harder: walk(slug, 'progressions') }]))
}

const mostUsual: readonly Equipment[] = ['barbell', 'body_weight', 'dumbbell', 'cable', 'machine']

/** The plainest movement of each name, by its words without the equipment. */
function namesIn(library: readonly MovementDetails[]): ReadonlyMap<string, string> {
  const best = new Map<string, { slug: string; rank: number }>()
  for (const { slug, name, aliases, equipment } of library) {
    for (const [place, one] of [name, ...aliases].entries()) {
      const key = readName(one).words.join(' ')
      const usual = mostUsual.indexOf(equipment)
      const rank = (place === 0 ? 0 : 100) + 10 * wordsOf(one).length + (usual === -1 ? mostUsual.length : usual)
      if (key !== '' && rank < (best.get(key)?.rank ?? Infinity)) best.set(key, { slug, rank })
    }
  }
  return new Map([...best].map(([key, { slug }]) => [key, slug]))
}

const LONGEST_NAME = 5

/** The movements that are spoken of: the longest name first, each word in one name only. */
function namesSpoken(
  spoken: readonly Spoken[],
  names: ReadonlyMap<string, string>,
): { wanted: string | undefined; turnedAway: readonly string[] } {
  const words = spoken.flatMap(({ words, isRefused }) => words.map((word) => ({ word, isRefused })))
  const used = new Set<number>()
  const turnedAway: string[] = []
  let wanted: string | undefined
  for (let length = LONGEST_NAME; length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const part = words.slice(at, at + length)
      const places = part.map((_, index) => at + index)
      if (places.some((place) => used.has(place)) || part.some(({ isRefused }) => isRefused !== part[0]!.isRefused)) continue
      const key = readName(part.map(({ word }) => word).join(' ')).words.join(' ')
      // "Abs" is a muscle and "pull" a pattern, though some movement may be called so.
      if (meanings.get(key)?.wants?.some(([feature]) => !feature.startsWith('word:')) === true) continue
      const slug = names.get(key)
      if (slug === undefined) continue
      for (const place of places) used.add(place)
      if (part[0]!.isRefused) turnedAway.push(slug)
      else wanted ??= slug
    }
  }
  return { wanted, turnedAway }
}

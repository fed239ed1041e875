import { type Features, namedFeatures } from './features.ts'

/** Numbers in a vector of meaning, ours or a model's. */
export const DIMENSIONS = 768

/** What each kind of feature weighs against the others; where `isShared` says so, all of a kind share the weight. Judgement, tuned. */
const WEIGHT: Readonly<Record<string, number>> = {
  muscle: 1,
  word: 1,
  pattern: 0.75,
  action: 0.7,
  equipment: 0.75,
  harder: 0.8,
  easier: 0.8,
  fixture: 0.6,
  laterality: 0.4,
  asks: 0.35,
  tag: 0.35,
  tier: 0.35,
  discipline: 0.3,
  load: 0.3,
  skill: 0.3,
  unit: 0.25,
}
const sharing = ['muscle', 'word'] as const

const placeOf = new Map(namedFeatures.map((feature, place) => [feature, place]))
const HASHED = DIMENSIONS - namedFeatures.length

const kindOf = (feature: string) => feature.slice(0, feature.indexOf(':'))

/** A movement's features as a vector of length one. Muscles share one weight, and so do words: many of them are not more than few. */
export function vectorOf(features: Features): Float32Array {
  const squares = new Map(sharing.map((kind) => [kind as string, 0]))
  for (const [feature, amount] of features) {
    const before = squares.get(kindOf(feature))
    if (before !== undefined) squares.set(kindOf(feature), before + amount * amount)
  }
  const vector = new Float32Array(DIMENSIONS)
  for (const [feature, amount] of features) {
    const kind = kindOf(feature)
    add(vector, feature, ((WEIGHT[kind] ?? 0) * amount) / Math.sqrt(squares.get(kind) || 1))
  }
  return normalised(vector)
}

/** What a question wants as a vector of length one. */
export function questionVector(wants: ReadonlyMap<string, number>): Float32Array {
  const vector = new Float32Array(DIMENSIONS)
  for (const [feature, amount] of wants) add(vector, feature, amount)
  return normalised(vector)
}

/**
 * Each named feature has its place; words and relations share the rest, two places and a sign each by hash (feature hashing,
 * Weinberger et al. 2009: what falls together cancels on average).
 */
function add(vector: Float32Array, feature: string, weight: number) {
  const place = placeOf.get(feature)
  if (place !== undefined) vector[place]! += weight
  else for (const salt of [1, 2]) addHashed(vector, feature, salt, weight * Math.SQRT1_2)
}

function addHashed(vector: Float32Array, feature: string, salt: number, weight: number) {
  const hash = hashOf(feature, salt)
  vector[namedFeatures.length + ((hash >>> 1) % HASHED)]! += hash & 1 ? weight : -weight
}

/** FNV-1a of 32 bits, stirred at the end (murmur3's finisher), so that near words fall far apart. */
function hashOf(text: string, salt: number): number {
  let hash = (0x811c9dc5 ^ Math.imul(salt, 0x9e3779b1)) >>> 0
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Of length one, or all zeros as it was. */
export function normalised(vector: Float32Array): Float32Array {
  let squares = 0
  for (const value of vector) squares += value * value
  if (squares === 0) return vector
  const norm = Math.sqrt(squares)
  return vector.map((value) => value / norm)
}

/** The cosine of two vectors of length one. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!
  return sum
}

/** `cosine` with one question, to the last bit: what a question asks lies in a few of its numbers, and only those are looked at. */
export function cosineTo(question: Float32Array): (vector: Float32Array) => number {
  const places = Uint16Array.from([...question.keys()].filter((at) => question[at] !== 0))
  return (vector) => {
    let sum = 0
    for (let i = 0; i < places.length; i++) sum += vector[places[i]!]! * question[places[i]!]!
    return sum
  }
}

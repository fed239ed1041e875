import type { Joint } from '@gymgenius/domain'
import { likeness } from '../likeness.ts'
import { type Described, type Features, friendlyTo } from './features.ts'
import type { Asked } from './finder.ts'

/** Why a movement answers a question; a code and what it is about. */
export type HitReason =
  | { readonly code: 'name' }
  /** It has what was asked for with these words. */
  | { readonly code: 'asked'; readonly said: string; readonly kind: string; readonly value: string }
  /** `isFriendly`: its file says that such a joint gets on with it; otherwise it only asks nothing of it. */
  | { readonly code: 'spares_joint'; readonly joint: Joint; readonly isFriendly: boolean }
  | { readonly code: 'harder'; readonly than: string }
  | { readonly code: 'easier'; readonly than: string }
  /** How much of the same work it does, 0–1. */
  | { readonly code: 'like'; readonly movement: string; readonly likeness: number }
  /** Nothing that was said is in it by name: its description is near the question. */
  | { readonly code: 'near' }

/** Under this a movement has too little of a thing to be named for it. */
const ENOUGH = 0.3

/** What of the question is in the movement, in the order it was said. `isNamed`: its name has the words. */
export function hitReasons(asked: Asked, movement: Described, features: Features, isNamed: boolean): readonly HitReason[] {
  const { facets, sparedJoints, named, intent } = asked
  const reasons: HitReason[] = isNamed ? [{ code: 'name' }] : []
  for (const { said, wants } of facets) {
    const [feature] = wants
      .filter(([feature, worth]) => worth > 0 && (features.get(feature) ?? 0) >= ENOUGH)
      .toSorted((a, b) => b[1] * features.get(b[0])! - a[1] * features.get(a[0])!)
    if (feature === undefined) continue
    const [kind = '', value = ''] = feature[0].split(':')
    if (kind === 'harder' || kind === 'easier') reasons.push({ code: kind, than: named!.name })
    else if (kind !== 'word') reasons.push({ code: 'asked', said, kind, value })
    else if (!isNamed) reasons.push({ code: 'asked', said, kind, value })
  }
  for (const joint of sparedJoints) {
    if (movement.contraindications !== undefined)
      reasons.push({ code: 'spares_joint', joint, isFriendly: friendlyTo(movement).includes(joint) })
  }
  if (named !== undefined && intent !== undefined && named.id !== movement.id && likeness(named, movement) > ENOUGH)
    reasons.push({ code: 'like', movement: named.name, likeness: likeness(named, movement) })
  return reasons.length > 0 ? unique(reasons) : [{ code: 'near' }]
}

/** "At home without equipment" says one thing twice. */
function unique(reasons: readonly HitReason[]): readonly HitReason[] {
  const seen = new Set<string>()
  return reasons.filter((reason) => {
    const key = reason.code === 'asked' ? `${reason.kind}:${reason.value}` : JSON.stringify(reason)
    return seen.has(key) ? false : seen.add(key)
  })
}

/** The reasons as one short line, such as "horizontal push, dumbbell, kind to the shoulder". English. */
export const hitLine = (reasons: readonly HitReason[]): string => reasons.slice(0, 5).map(phrase).join(', ')

function phrase(reason: HitReason): string {
  if (reason.code === 'name') return 'the name fits'
  if (reason.code === 'asked') return kinds[reason.kind]?.(plain(reason.value)) ?? plain(reason.value)
  if (reason.code === 'spares_joint')
    return reason.isFriendly ? `kind to the ${plain(reason.joint)}` : `asks nothing of the ${plain(reason.joint)}`
  if (reason.code === 'like') return `does the work of ${reason.movement}`
  if (reason.code === 'near') return 'its description is near'
  return `${reason.code} than ${reason.than}`
}

const kinds: Readonly<Record<string, (value: string) => string>> = {
  muscle: (value) => `trains ${value}`,
  fixture: (value) => `uses a ${value}`,
  unit: () => 'is held for time',
  skill: () => 'is easy to learn',
  tier: (value) => `is a ${value}`,
  word: (value) => `speaks of ${value}`,
}

const plain = (word: string) => word.replaceAll(/[_-]/g, ' ')

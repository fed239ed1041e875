import { doableIn } from '@gymgenius/catalog/gym'
import { type Liking, likingIn, type LikingOf } from '@gymgenius/catalog/rules'
import type { Gym, Movement } from '@gymgenius/contracts'
import type { MovementId } from '@gymgenius/domain'
import { type MyRules, verdictFor } from './verdict.ts'
import { verdictText } from './verdict-words.ts'
import { moreWords as words } from './more-words.ts'

/** What the lifter's rules, pains and gym make of movements: which are left, what is said of each, how many are not. */
export interface Suited {
  readonly isLeft: (movement: Movement) => boolean
  readonly likingOf: LikingOf
  /** What is said of it, be it for or against; undefined where nothing is. */
  readonly noteOf: (movement: Movement) => string | undefined
  readonly leftOut: (movements: Iterable<Movement>) => LeftOut
}

export interface LeftOut {
  readonly byRules: number
  readonly byGym: number
}

export function suitedBy(rules: MyRules, now: number, gym: Gym | undefined): Suited {
  const isDoable = gym === undefined ? () => true : doableIn(gym)
  const isAllowed = (movement: Movement) => verdictFor(movement, rules, now).allowed
  const likingOf = likingIn(new Map(rules.movements.map(({ movementId, rule }) => [movementId, rule])), new Set(rules.favourites))
  return {
    isLeft: (movement) => isAllowed(movement) && isDoable(movement),
    likingOf,
    noteOf: (movement) => {
      const liking = likingOf(movement.id)
      const said = [
        verdictText(verdictFor(movement, rules, now)),
        !isDoable(movement) ? words.notInGym : undefined,
        liking && words.likings[liking],
      ].filter((part) => part !== undefined)
      return said.length === 0 ? undefined : said.join(', ')
    },
    leftOut: (movements) => {
      const left = { byRules: 0, byGym: 0 }
      for (const movement of movements) {
        if (!isAllowed(movement)) left.byRules++
        else if (!isDoable(movement)) left.byGym++
      }
      return left
    },
  }
}

/** What the lifter likes before what they trained lately, and what is both first of all. */
export function likedThenTrained<T extends { readonly movementId: MovementId }>(
  trained: readonly T[],
  { likingOf }: Pick<Suited, 'likingOf'>,
  known: Iterable<Movement>,
): readonly { readonly movementId: MovementId }[] {
  const places = new Map(trained.map(({ movementId }, place) => [movementId, place]))
  const order: readonly Liking[] = ['hard_yes', 'preferred', 'favourite']
  const liked = [...known]
    .flatMap(({ id }) => {
      const liking = likingOf(id)
      return liking === undefined ? [] : [{ movementId: id, rank: order.indexOf(liking), place: places.get(id) ?? Infinity }]
    })
    .sort((a, b) => a.rank - b.rank || (a.place === b.place ? 0 : a.place - b.place))
  const isLiked = new Set(liked.map(({ movementId }) => movementId))
  return [...liked, ...trained.filter(({ movementId }) => !isLiked.has(movementId))]
}

/** How many are not offered and why, as a sentence; undefined where none is. */
export function leftOutText({ byRules, byGym }: LeftOut): string | undefined {
  if (byRules + byGym === 0) return undefined
  return [byRules > 0 && words.leftOutByRules(byRules), byGym > 0 && words.leftOutByGym(byGym)].filter(Boolean).join(' · ')
}

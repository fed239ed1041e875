import type { Liking } from '@gymgenius/catalog/rules'
import { plural, t } from '@lingui/core/macro'

/** What is not said before the first set. */
export const moreWords = {
  searchMovements: t`Search movements`,
  noMovement: t`No movement of that name. Try a shorter word.`,
  movementsAway: t`The movements come with the first connection to the server.`,
  import: t`Import from another app`,
  hideThem: t`Hide them`,
  showThem: t`Show them`,
  notInGym: t`not in your gym`,
  leftOutByRules: (count: number) =>
    plural(count, { one: '# left out by your rules and what hurts', other: '# left out by your rules and what hurts' }),
  likings: { hard_yes: t`you always want it`, preferred: t`you prefer it`, favourite: t`a favourite of yours` } satisfies Record<
    Liking,
    string
  >,
  leftOutByGym: (count: number) => plural(count, { one: '# needs what your gym lacks', other: '# need what your gym lacks' }),
}

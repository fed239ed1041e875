import type { ProblemCode } from '@gymgenius/contracts/problem'
import type { MyRules, Pain } from './verdict.ts'

type Rule = MyRules['movements'][number]['rule']
type MovementId = MyRules['favourites'][number]

/** Something said of rules, hearts and pains that the server has not heard yet. Each says how it should be now, so the last word counts. */
export type SaidRule = (
  | { readonly of: 'rule'; readonly id: MovementId; readonly rule: Rule | null }
  | { readonly of: 'favourite'; readonly id: MovementId; readonly isFavourite: boolean }
  | { readonly of: 'pain'; readonly id: Pain['id']; readonly pain: Pain; readonly isNew: boolean }
) & {
  /** Why the server would not have it. It does not hold then, and waits for the lifter to decide. */
  readonly refused?: ProblemCode | undefined
}

/** The rules as the lifter last said them, whatever the server knows by now. */
export const withSaid = (rules: MyRules, said: readonly SaidRule[]): MyRules => said.reduce(afterSaid, rules)

function afterSaid(rules: MyRules, said: SaidRule): MyRules {
  if (said.of === 'rule') {
    const movements = rules.movements.filter(({ movementId }) => movementId !== said.id)
    return { ...rules, movements: said.rule === null ? movements : [...movements, { movementId: said.id, rule: said.rule }] }
  }
  if (said.of === 'favourite') {
    const favourites = rules.favourites.filter((id) => id !== said.id)
    return { ...rules, favourites: said.isFavourite ? [said.id, ...favourites] : favourites }
  }
  const isThere = rules.constraints.some(({ id }) => id === said.id)
  return {
    ...rules,
    constraints: isThere ? rules.constraints.map((pain) => (pain.id === said.id ? said.pain : pain)) : [said.pain, ...rules.constraints],
  }
}

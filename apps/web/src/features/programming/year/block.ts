import type { Api } from '@gymgenius/contracts'
import { isoOfDay, type LocalDay, localDayOf } from '@gymgenius/domain'
import { PURSE, type Purse } from '../goal-purse.tsx'
import type { Draft } from '../making/draft.ts'

export type Block = Api['GET /v1/macrocycle']['reply']['blocks'][number]

const DAYS = 7
/** The last day of a block. */
export const endOf = ({ startsOn, weeks }: Block): string => isoOfDay((localDayOf(startsOn) + weeks * DAYS - 1) as LocalDay)

/** A block as the first answers of the wizard. A peak leads to the block's last day. */
export function draftOf(block: Block): Draft {
  const { request, weeks } = block
  return {
    ...(request.goals !== undefined && { purse: wholeDollars(request.goals) }),
    weeks: request.weeks ?? weeks,
    ...(request.peaks === true && { peakOn: endOf(block) }),
  }
}

/** Tenths of dollars as whole ones: ten together, the largest rests rounded up first. */
export function wholeDollars(goals: NonNullable<Block['request']['goals']>): Purse {
  const floors = goals.map(({ goal, weight }) => ({ goal, dollars: Math.floor(weight), rest: weight - Math.floor(weight) }))
  let left = PURSE - floors.reduce((sum, { dollars }) => sum + dollars, 0)
  const byRest = floors.toSorted((a, b) => b.rest - a.rest)
  return Object.fromEntries(
    byRest.map(({ goal, dollars }) => [goal, dollars + (left-- > 0 ? 1 : 0)] as const).filter(([, dollars]) => dollars > 0),
  ) as Purse
}

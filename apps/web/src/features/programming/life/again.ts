import type { Api } from '@gymgenius/contracts'
import type { Agenda, Program } from './types.ts'

type Body = NonNullable<Api['POST /v1/programs/{id}/regenerate']['body']>

/** What is to be made again: one session, or all that is not done, from a week on where one is said, in other minutes where some are. */
export interface AgainWish {
  readonly session?: number | undefined
  readonly fromWeek?: number | undefined
  readonly minutes?: number | undefined
}

/** The numbers of the weeks that hold something that is not done. */
export const weeksLeft = ({ items }: Agenda): number[] =>
  [...new Set(items.flatMap(({ status, week }) => (status === 'done' ? [] : [week])))].sort((a, b) => a - b)

/** How many sessions a wish is about. */
export const countOf = ({ items }: Agenda, { session, fromWeek = 0 }: AgainWish): number =>
  items.filter((one) => one.status !== 'done' && one.week >= fromWeek && (session === undefined || one.session === session)).length

/** As the server takes it. A wish that says nothing else gives other movements; with other minutes it is asked for them, too. */
export const bodyOf = ({ request }: Pick<Program, 'request'>, { session, fromWeek, minutes }: AgainWish): Body => ({
  ...(session !== undefined && { sessions: [session] }),
  ...(fromWeek !== undefined && { fromWeek }),
  ...(minutes !== undefined && minutes !== request?.minutes && { request: { minutes, seed: ((request?.seed ?? 0) + 1) % 2 ** 32 } }),
})

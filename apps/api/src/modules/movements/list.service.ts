import { allowed, type Constraints, type LibraryMovement, library, searchMovements } from '@gymgenius/catalog'
import { invalidRequest, type listMovements, type Movement as Shown, type MyWord } from '@gymgenius/contracts'
import { type Movement, type MovementId, muscleGroups } from '@gymgenius/domain'
import type { z } from 'zod'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { constraintsOf } from './constraints.ts'
import { libraryDetails } from './library-details.ts'
import type { KeptMovement } from './movements.repository.ts'
import { mineOf, whatISaid } from './my-word.service.ts'
import { ownShelf } from './own-shelf.ts'
import { favouritesOf } from './rules.repository.ts'
import { shown } from './shown.ts'

const PAGE = 50

type Asked = z.output<typeof listMovements.query>
type Listed = LibraryMovement | KeptMovement

/** Movements of the library and the lifter's own that every filter leaves, by name or, of one muscle, its prime movers first. */
export async function listedMovements(
  ctx: Ctx,
  actor: Athlete,
  { q = '', limit = PAGE, cursor, rules, ...asked }: Asked,
): Promise<{ items: (Shown & { mine?: MyWord })[]; nextCursor?: string }> {
  const { athleteId } = actor
  const all: readonly Listed[] = [...(await ownShelf(ctx, athleteId)), ...library().movements]
  const constraints = await constraintsOf(ctx, athleteId, asked)
  const favourites =
    asked.favourites === undefined ? undefined : new Set((await favouritesOf(ctx.db, athleteId)).map(({ movementId }) => movementId))
  const word = rules === undefined ? undefined : await whatISaid(ctx, athleteId)
  const fitting = all.filter(leftBy(asked, constraints, favourites))
  const left = word === undefined || rules !== 'heed' ? fitting : fitting.filter((movement) => word.verdictOf(movement).allowed)
  const found = inOrder(q, asked, searchMovements<Listed>(q, left))
  const start = cursor === undefined ? 0 : found.findIndex(({ id }) => id === cursor) + 1
  if (cursor !== undefined && start === 0)
    throw invalidRequest({ pointer: '/query/cursor', code: 'invalid_query', message: 'This cursor does not belong to this search' })
  const page = found.slice(start, start + limit)
  const last = page.at(-1)
  const isMore = start + limit < found.length && last !== undefined
  const items = page.map((movement) => {
    const mine = word && mineOf(word, movement)
    return mine === undefined ? shown(movement) : { ...shown(movement), mine }
  })
  return { items, ...(isMore ? { nextCursor: last.id } : {}) }
}

function leftBy(
  { pattern, muscle, muscleGroup, discipline }: Asked,
  constraints: Constraints,
  favourites: ReadonlySet<MovementId> | undefined,
): (movement: Listed) => boolean {
  return (movement) =>
    (pattern === undefined || movement.pattern === pattern) &&
    (muscle === undefined || shareOf(movement, [muscle]) > 0) &&
    (muscleGroup === undefined || shareOf(movement, muscleGroups[muscleGroup]) > 0) &&
    // A lifter's own says nothing of disciplines.
    (discipline === undefined || libraryDetails().get(movement.id)?.disciplines.includes(discipline) === true) &&
    (favourites === undefined || favourites.has(movement.id)) &&
    allowed(movement, constraints)
}

/** Without text, those that train the muscle most come first. */
function inOrder(q: string, { muscle, muscleGroup }: Pick<Asked, 'muscle' | 'muscleGroup'>, found: readonly Listed[]): readonly Listed[] {
  if (q.trim() !== '' || (muscle === undefined && muscleGroup === undefined)) return found
  const wanted: readonly string[] = muscle === undefined ? muscleGroups[muscleGroup!] : [muscle]
  return found.toSorted((a, b) => shareOf(b, wanted) - shareOf(a, wanted))
}

const shareOf = ({ muscles }: Movement, wanted: readonly string[]) =>
  Math.max(0, ...muscles.map(({ muscle, share }) => (wanted.includes(muscle) ? share : 0)))

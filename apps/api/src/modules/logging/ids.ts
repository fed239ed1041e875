import { Problem } from '@gymgenius/contracts'
import type { AthleteId, MovementId } from '@gymgenius/domain'
import { canonical } from '../../platform/canonical.ts'
import type { Ctx } from '../../platform/context.ts'
import { movementFor, movementNow, settledMovement } from '../movements/index.ts'
import { clockOf, type Clocks } from './clocks.ts'

/** A movement of the library, or of the athlete's own. Somebody else's is as unknown as none. */
export async function refuseUnknownMovements(ctx: Ctx, athleteId: AthleteId, ids: Iterable<MovementId>): Promise<void> {
  for (const movementId of new Set(ids)) {
    if ((await movementFor(ctx, athleteId, movementId)) === undefined) throw new Problem('movements.unknown', { movementId })
  }
}

/** What is said of a movement that was merged meanwhile is said of the one it is now: a phone may have been away. */
export async function settled<Said extends { readonly movementId: MovementId }>(ctx: Ctx, athleteId: AthleteId, said: Said): Promise<Said> {
  const movementId = await settledMovement(ctx, athleteId, said.movementId)
  return movementId === said.movementId ? said : { ...said, movementId }
}

/** As `settled`; refuses a movement that nobody knows. */
export async function settledAndKnown<Said extends { readonly movementId: MovementId }>(
  ctx: Ctx,
  athleteId: AthleteId,
  said: Said,
): Promise<Said> {
  const movement = await movementNow(ctx, athleteId, said.movementId)
  if (movement === undefined) throw new Problem('movements.unknown', { movementId: said.movementId })
  return movement.id === said.movementId ? said : { ...said, movementId: movement.id }
}

/** As `settled`, of every item of a plan. */
export async function settledItems<
  Item extends { readonly movementId: MovementId },
  Said extends { readonly items?: readonly Item[] | undefined },
>(ctx: Ctx, athleteId: AthleteId, said: Said): Promise<Said> {
  if (said.items === undefined) return said
  const items: Item[] = []
  for (const item of said.items) items.push(await settled(ctx, athleteId, item))
  return { ...said, items }
}

/**
 * True when a record could be what this request made. Fields that were written again since are not held against it:
 * a request repeated after an edit is still the same request.
 */
export function isSameRequest<Fields extends object>(kept: Fields & { readonly clocks: Clocks }, asked: Fields): boolean {
  const made = Object.values(kept.clocks).reduce((a, b) => (a < b ? a : b), '~')
  return Object.entries(asked).every(
    ([field, value]) => kept.clocks[clockOf(field)] !== made || canonical(kept[field as keyof Fields]) === canonical(value),
  )
}

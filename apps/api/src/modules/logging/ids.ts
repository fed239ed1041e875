import { invalidRequest, Problem } from '@gymgenius/contracts'
import { type AthleteId, type MovementId, MINUTE_MS, timeOfUuidV7 } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import { movementFor } from '../movements/index.ts'
import { clockOf, type Clocks } from './clocks.ts'

/** An id made by a client carries the time it was made; five minutes are enough for a clock that is a little fast. */
export function refuseUnbelievableId(ctx: Ctx, id: string | undefined): void {
  if (id === undefined || timeOfUuidV7(id) <= ctx.clock.now() + 5 * MINUTE_MS) return
  throw invalidRequest({ pointer: '/id', code: 'id_time_out_of_range', message: 'The time inside this id lies ahead' })
}

/** A movement of the library, or of the athlete's own. Somebody else's is as unknown as none. */
export async function refuseUnknownMovements(ctx: Ctx, athleteId: AthleteId, ids: Iterable<MovementId>): Promise<void> {
  for (const movementId of new Set(ids)) {
    if ((await movementFor(ctx, athleteId, movementId)) === undefined) throw new Problem('movements.unknown', { movementId })
  }
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

/** JSON whose keys are in order: the database gives an object back in an order of its own. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

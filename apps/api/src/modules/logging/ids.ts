import { Problem } from '@gymgenius/contracts'
import type { AthleteId, MovementId } from '@gymgenius/domain'
import { canonical } from '../../platform/canonical.ts'
import type { Ctx } from '../../platform/context.ts'
import { movementFor } from '../movements/index.ts'
import { clockOf, type Clocks } from './clocks.ts'

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

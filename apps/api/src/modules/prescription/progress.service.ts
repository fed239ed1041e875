import { type MovementProgress, Problem } from '@gymgenius/contracts'
import { isoOf, type Kilograms, localDays, type MovementId, type Reps } from '@gymgenius/domain'
import { bestSetOf, estimateFor } from '@gymgenius/engine'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { settingsOf } from '../accounts/index.ts'
import { setsOf } from '../logging/index.ts'
import { movementFor } from '../movements/index.ts'

/** The best working set of each of the lifter's days and the maximum it points to, oldest first. */
export async function showProgress(ctx: Ctx, { athleteId }: Athlete, movementId: MovementId): Promise<MovementProgress> {
  const movement = await movementFor(ctx, athleteId, movementId)
  if (movement === undefined) throw new Problem('movements.not_found', { movementId })
  const { timeZone } = await settingsOf(ctx, athleteId)
  const dayOf = localDays(timeZone)
  const days = Map.groupBy(
    (await setsOf(ctx, athleteId, movementId)).flatMap((set) =>
      set.kind === 'working' && set.reps !== null ? [{ ...set, load: set.load ?? (0 as Kilograms), reps: set.reps as Reps }] : [],
    ),
    (set) => dayOf(set.at),
  )
  const points = [...days.values()].flatMap((sets) => {
    const best = bestSetOf(sets, movement.loadKind)
    return best === undefined ? [] : [{ at: isoOf(best.at), e1rmKg: estimateFor(best), loadKg: best.load, reps: best.reps }]
  })
  return { movementId, movementName: movement.name, points }
}

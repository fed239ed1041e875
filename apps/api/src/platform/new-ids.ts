import { invalidRequest } from '@gymgenius/contracts'
import { MINUTE_MS, timeOfUuidV7 } from '@gymgenius/domain'
import type { Ctx } from './context.ts'

/** An id made by a client carries the time it was made; five minutes are enough for a clock that is a little fast. */
export function refuseUnbelievableId(ctx: Ctx, id: string | undefined, pointer = '/id'): void {
  if (id === undefined || timeOfUuidV7(id) <= ctx.clock.now() + 5 * MINUTE_MS) return
  throw invalidRequest({ pointer, code: 'id_time_out_of_range', message: 'The time inside this id lies ahead' })
}

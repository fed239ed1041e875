import { type AthleteId, dateOf, type Equipment, type LoadKind, type MovementId, type MovementPattern } from '@gymgenius/domain'
import type { Ctx } from '../platform/context.ts'

/** Builders say only what the test cares about; the rest is ordinary. They write as the house, past the policies. */
export async function anAthlete(ctx: Ctx): Promise<AthleteId> {
  const id = ctx.ids.next<AthleteId>()
  const now = dateOf(ctx.clock.now())
  await ctx.db
    .insertInto('account')
    .values({ id, email: `${id}@example.test`, password_hash: 'none', role: 'athlete', created_at: now, password_changed_at: now })
    .execute()
  await ctx.db.insertInto('athlete').values({ id }).execute()
  return id
}

/** A movement of the library, or of one athlete. */
export async function aMovement(
  ctx: Ctx,
  {
    athleteId = null,
    name = 'Back squat',
    pattern = 'squat',
    equipment = 'barbell',
    loadKind = 'external',
  }: {
    readonly athleteId?: AthleteId | null
    readonly name?: string
    readonly pattern?: MovementPattern
    readonly equipment?: Equipment
    readonly loadKind?: LoadKind
  } = {},
): Promise<MovementId> {
  const id = ctx.ids.next<MovementId>()
  await ctx.db
    .insertInto('movement')
    .values({
      id,
      athlete_id: athleteId,
      name,
      pattern,
      equipment,
      laterality: 'bilateral',
      load_kind: loadKind,
      created_at: dateOf(ctx.clock.now()),
    })
    .execute()
  return id
}

import type { AthleteId, MovementId } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import { forget, remember, rememberedAmong, rememberedNames } from './remembered-names.repository.ts'

/** Two spellings that differ in case and spaces alone were one answer. */
const keyOf = (name: string) => name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** Remembers what the lifter said of names, for every import after; null, a movement of their own, is looked up by its name. */
export async function rememberNames(ctx: Ctx, athleteId: AthleteId, said: Readonly<Record<string, MovementId | null>>): Promise<void> {
  const meanings = new Map<string, MovementId>()
  const own: string[] = []
  for (const [name, movementId] of Object.entries(said)) {
    if (movementId === null) own.push(keyOf(name))
    else meanings.set(keyOf(name), movementId)
  }
  await forget(ctx.db, athleteId, own)
  await remember(ctx.db, athleteId, meanings, ctx.clock.now())
}

/** What the lifter said that these names mean, by the name as it is asked. */
export async function meaningsRemembered(ctx: Ctx, athleteId: AthleteId, names: readonly string[]): Promise<Map<string, MovementId>> {
  const remembered = await rememberedAmong(ctx.db, athleteId, [...new Set(names.map(keyOf))])
  return new Map(
    names.flatMap((name) => {
      const movementId = remembered.get(keyOf(name))
      return movementId === undefined ? [] : [[name, movementId] as const]
    }),
  )
}

export const rememberedCopy = async (ctx: Ctx, athleteId: AthleteId) => ({ rememberedNames: await rememberedNames(ctx.db, athleteId) })

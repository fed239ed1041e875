import { Problem } from '@gymgenius/contracts'
import type { AthleteId, ImportId, Movement } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import { ensureCustomMovements, matchNames, movementFor, movementsFor, type SaidMovement } from '../movements/index.ts'
import type { Mapping } from './imports.repository.ts'

/** What a name in a file is taken for. */
export interface Target {
  readonly movement: Movement
  /** 1 is the same name; 0 a movement made for it. */
  readonly confidence: number
  readonly reason?: string
}

/** What each name most likely means; a name without a target will become a movement of the lifter's own. */
export const proposedTargets = (ctx: Ctx, athleteId: AthleteId, names: readonly string[]): Promise<ReadonlyMap<string, Target>> =>
  matchNames(ctx, athleteId, names)

/** As the lifter chose, else as proposed; what neither names is made now, and made once however often this is repeated. */
export async function settledTargets(
  ctx: Ctx,
  athleteId: AthleteId,
  importId: ImportId,
  names: readonly string[],
  mapping: Mapping,
  said?: ReadonlyMap<string, SaidMovement>,
): Promise<ReadonlyMap<string, Target>> {
  const proposed = await proposedTargets(ctx, athleteId, names)
  const choices = new Map(Object.entries(mapping))
  const chosen = await movementsFor(
    ctx,
    athleteId,
    [...choices.values()].filter((id) => id !== null),
  )

  const targets = new Map<string, Target>()
  const unknown: string[] = []
  for (const name of names) {
    const choice = choices.get(name)
    const movement = choice === undefined || choice === null ? undefined : chosen.get(choice)
    const target: Target | undefined =
      movement !== undefined ? { movement, confidence: 1, reason: 'confirmed' } : choice === undefined ? proposed.get(name) : undefined
    if (target === undefined) unknown.push(name)
    else targets.set(name, target)
  }
  const made = await ensureCustomMovements(ctx, athleteId, unknown, importId, said)
  const own = await movementsFor(ctx, athleteId, made.values())
  for (const [name, id] of made) targets.set(name, { movement: own.get(id)!, confidence: 0 })
  return targets
}

/** Refuses a choice of a movement that this lifter does not have. */
export async function refuseUnknownChoices(ctx: Ctx, athleteId: AthleteId, mapping: Mapping): Promise<void> {
  for (const movementId of new Set(Object.values(mapping))) {
    if (movementId === null) continue
    if ((await movementFor(ctx, athleteId, movementId)) === undefined) throw new Problem('movements.unknown', { movementId })
  }
}

import { invalidRequest, type LoadSteps } from '@gymgenius/contracts'
import { type AthleteId, type Equipment, equipmentKinds, kg, type LoadUnit, type Movement } from '@gymgenius/domain'
import type { LoadableSteps } from '@gymgenius/engine'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { settingsOf } from '../accounts/index.ts'
import { defaultSteps } from './default-steps.ts'
import { replaceSteps, saidSteps } from './load-steps.repository.ts'

/** Every kind of equipment: as the athlete has said, else as an ordinary gym of their unit has it. */
export async function showSteps(ctx: Ctx, { athleteId }: Athlete): Promise<{ items: LoadSteps[] }> {
  const { unit } = await settingsOf(ctx, athleteId)
  const said = new Map((await saidSteps(ctx.db, athleteId)).map((steps) => [steps.equipment, steps]))
  return { items: equipmentKinds.map((equipment) => said.get(equipment) ?? defaultSteps(unit, equipment)) }
}

/** Keeps what the athlete says about their gym; kinds left out go back to the defaults. */
export async function saySteps(ctx: Ctx, actor: Athlete, items: readonly LoadSteps[]): Promise<{ items: LoadSteps[] }> {
  const seen = new Set<Equipment>()
  for (const [i, { equipment }] of items.entries()) {
    if (seen.has(equipment))
      throw invalidRequest({ pointer: `/items/${i}/equipment`, code: 'duplicate', message: 'This kind of equipment is listed twice' })
    seen.add(equipment)
  }
  await replaceSteps(ctx.db, actor.athleteId, items)
  return showSteps(ctx, actor)
}

type Loaded = Pick<Movement, 'equipment' | 'loadKind'>

/** What the athlete's gym can load on one movement. `unit` is theirs, for kinds they have said nothing about. */
export async function loadStepsFor(ctx: Ctx, athleteId: AthleteId, movement: Loaded, unit: LoadUnit): Promise<LoadableSteps> {
  const [said] = await saidSteps(ctx.db, athleteId, [movement.equipment])
  return stepsOn(movement, said ?? defaultSteps(unit, movement.equipment))
}

/** As `loadStepsFor`, for many movements with one question. */
export async function loadStepsForAll(ctx: Ctx, athleteId: AthleteId, unit: LoadUnit): Promise<(movement: Loaded) => LoadableSteps> {
  const said = new Map((await saidSteps(ctx.db, athleteId)).map((steps) => [steps.equipment, steps]))
  return (movement) => stepsOn(movement, said.get(movement.equipment) ?? defaultSteps(unit, movement.equipment))
}

/** Added to the body or taken off it, the lightest load is none at all, whatever it hangs from. */
function stepsOn({ loadKind }: Loaded, { minKg, stepKg }: LoadSteps): LoadableSteps {
  const startsAtNothing = loadKind === 'body_weight_plus' || loadKind === 'assisted'
  return { min: startsAtNothing ? kg(0) : minKg, step: stepKg }
}

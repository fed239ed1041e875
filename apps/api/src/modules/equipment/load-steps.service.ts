import { type GymItem, invalidRequest, type LoadSteps } from '@gymgenius/contracts'
import { type Equipment, equipmentKinds, type GymId, isoOf, kg, type LoadUnit } from '@gymgenius/domain'
import { gridOf } from '@gymgenius/engine'
import { loadingOf } from '@gymgenius/engine/loading'
import { canonical } from '../../platform/canonical.ts'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { settingsOf } from '../accounts/index.ts'
import { defaultSteps } from './default-steps.ts'
import { gymsOf } from './gyms.repository.ts'
import { changeGym, makeGym } from './gyms.service.ts'

/** Every kind of equipment in short: as the gym the lifter is in has it, else as an ordinary gym of their unit. */
export async function showSteps(ctx: Ctx, { athleteId }: Athlete): Promise<{ items: LoadSteps[] }> {
  const { unit } = await settingsOf(ctx, athleteId)
  const [gym] = await gymsOf(ctx.db, athleteId)
  return { items: equipmentKinds.map((kind) => stepsIn(gym?.items ?? [], kind, unit)) }
}

/**
 * Keeps what the athlete says in short about the gym they are in; what was said in short before and is left out goes back to
 * the defaults. A kind that is said as it is answered changes nothing, so that an inventory behind it stays.
 */
export async function saySteps(ctx: Ctx, actor: Athlete, items: readonly LoadSteps[]): Promise<{ items: LoadSteps[] }> {
  const seen = new Set<Equipment>()
  for (const [i, { equipment }] of items.entries()) {
    if (seen.has(equipment))
      throw invalidRequest({ pointer: `/items/${i}/equipment`, code: 'duplicate', message: 'This kind of equipment is listed twice' })
    seen.add(equipment)
  }
  const { athleteId } = actor
  const { unit } = await settingsOf(ctx, athleteId)
  const [gym] = await gymsOf(ctx.db, athleteId)
  const before = gym?.items ?? []
  const changed = items.filter((said) => canonical(said) !== canonical(stepsIn(before, said.equipment, unit)))
  const isChanged = (kind: Equipment) => changed.some(({ equipment }) => equipment === kind)
  const kept = before.filter((item) => {
    if (!('equipment' in item)) return true
    return item.kind === 'steps' ? seen.has(item.equipment) && !isChanged(item.equipment) : !isChanged(item.equipment)
  })
  const after = [...kept, ...changed.map((said) => inShort(said, kept))]
  if (gym !== undefined) await changeGym(ctx, athleteId, gym.id, { items: after })
  else if (after.length > 0) {
    const now = { name: 'My gym', hasTheRest: true, chosenAt: isoOf(ctx.clock.now()) }
    await makeGym(ctx, athleteId, ctx.ids.next<GymId>(), { ...now, items: after })
  }
  return showSteps(ctx, actor)
}

function inShort(said: LoadSteps, beside: readonly GymItem[]): GymItem {
  const isTaken = beside.some(({ id }) => id === said.equipment)
  return { id: isTaken ? `${said.equipment}-in-short` : said.equipment, kind: 'steps', availability: 'there', ...said }
}

/** An inventory told in short: its lightest load, its smallest step, its sizes of plates. */
function stepsIn(items: readonly GymItem[], equipment: Equipment, unit: LoadUnit): LoadSteps {
  const usual = defaultSteps(unit, equipment)
  const said = items.find((item) => item.kind === 'steps' && item.equipment === equipment)
  if (said?.kind === 'steps') {
    const { unit, minKg, stepKg, platesKg } = said
    return { equipment, unit, minKg, stepKg, ...(platesKg !== undefined && { platesKg: [...platesKg] }) }
  }
  const own = items.find((item) => 'equipment' in item && item.equipment === equipment && item.kind !== 'presence')
  if (own === undefined || !('unit' in own)) return usual
  const loading = loadingOf(items, { id: '' as never, equipment, loadKind: own.kind === 'stack' ? 'machine_stack' : 'external' })
  if (loading === undefined) return usual
  const grid = gridOf(loading.loads)
  const loads = Array.from({ length: grid.last + 1 }, (_, i) => grid.at(i))
  const steps = loads.slice(1).map((load, i) => Math.round((load - loads[i]!) * 1e6) / 1e6)
  const smallest = Math.min(...steps.filter((step) => step >= 0.1))
  const sizes = loading.plated[0]?.sums.sizes
  return {
    equipment,
    unit: own.unit,
    minKg: grid.at(0),
    stepKg: 'step' in loading.loads ? loading.loads.step : Number.isFinite(smallest) ? kg(smallest) : usual.stepKg,
    ...(sizes !== undefined && { platesKg: sizes.map(({ kg }) => kg) }),
  }
}

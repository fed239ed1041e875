import { furnitureOf, gymKinds } from '@gymgenius/catalog/gym'
import {
  type AthleteId,
  type Equipment,
  equipmentKinds,
  type Fixture,
  fixtures,
  type GymId,
  type GymItem,
  kg,
  type LoadUnit,
  type Movement,
} from '@gymgenius/domain'
import type { Loadable } from '@gymgenius/engine'
import { loadingOf } from '@gymgenius/engine/loading'
import type { Ctx } from '../../platform/context.ts'
import { defaultSteps } from './default-steps.ts'
import { type GymRecord, gymsOf } from './gyms.repository.ts'

/** What a gym has to train with. */
export interface GymEquipment {
  /** Undefined for a lifter who has said nothing: then everything is there. */
  readonly gymId: GymId | undefined
  readonly equipment: ReadonlySet<Equipment>
  readonly fixtures: ReadonlySet<Fixture>
  /** Kinds of which every one is often taken: better to have something beside them. */
  readonly oftenTaken: ReadonlySet<Equipment>
}

/** What the named gym has, or the one the lifter is in; a gym that is not theirs is passed over for that one. */
export async function equipmentOf(ctx: Ctx, athleteId: AthleteId, gymId?: GymId): Promise<GymEquipment> {
  return equipmentIn(await gymFor(ctx, athleteId, gymId))
}

export function equipmentIn(gym: GymRecord | undefined): GymEquipment {
  if (gym === undefined) return { gymId: undefined, equipment: new Set(equipmentKinds), fixtures: new Set(fixtures), oftenTaken: new Set() }
  const named = gymKinds(gym.items.filter(({ availability }) => availability !== 'away'))
  const free = gymKinds(gym.items.filter(({ availability }) => availability === 'there'))
  return { gymId: gym.id, ...furnitureOf(gym), oftenTaken: new Set(named.filter((kind) => !free.includes(kind))) }
}

type Loaded = Pick<Movement, 'id' | 'equipment' | 'loadKind'>

/** What the gym can load on one movement: the named gym, or the one the lifter is in. `unit` is theirs, for what was not said. */
export async function loadsFor(ctx: Ctx, athleteId: AthleteId, movement: Loaded, unit: LoadUnit, gymId?: GymId): Promise<Loadable> {
  return loadsIn(await gymFor(ctx, athleteId, gymId), unit)(movement)
}

/** As `loadsFor`, for many movements with one question. */
export async function loadsForAll(ctx: Ctx, athleteId: AthleteId, unit: LoadUnit): Promise<(movement: Loaded) => Loadable> {
  return loadsIn(await gymFor(ctx, athleteId), unit)
}

/** Worked out once for each kind of equipment, but for movements with a machine of their own. */
function loadsIn(gym: GymRecord | undefined, unit: LoadUnit): (movement: Loaded) => Loadable {
  const known = new Map<string, Loadable>()
  return (movement) => {
    const isOwn = gym?.items.some((item) => 'movementIds' in item && item.movementIds?.includes(movement.id)) ?? false
    const key = `${movement.equipment} ${movement.loadKind} ${isOwn ? movement.id : ''}`
    const loads = known.get(key) ?? loadsOn(gym?.items ?? [], movement, unit)
    known.set(key, loads)
    return loads
  }
}

/** Where a gym has nothing for a movement, or nobody said what, it is loaded as in an ordinary gym. */
function loadsOn(items: readonly GymItem[], movement: Loaded, unit: LoadUnit): Loadable {
  return (items.length === 0 ? undefined : loadingOf(items, movement)?.loads) ?? ordinary(movement, unit)
}

/** Added to the body or taken off it, the lightest load is none at all, whatever it hangs from. */
function ordinary({ equipment, loadKind }: Loaded, unit: LoadUnit): Loadable {
  const { minKg, stepKg } = defaultSteps(unit, equipment)
  const startsAtNothing = loadKind === 'body_weight_plus' || loadKind === 'assisted'
  return { min: startsAtNothing ? kg(0) : minKg, step: stepKg }
}

async function gymFor(ctx: Ctx, athleteId: AthleteId, gymId?: GymId): Promise<GymRecord | undefined> {
  const gyms = await gymsOf(ctx.db, athleteId)
  return gyms.find(({ id }) => id === gymId) ?? gyms[0]
}

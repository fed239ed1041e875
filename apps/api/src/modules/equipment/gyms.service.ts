import { type createGym, type Gym, type GymChange, type OutputOf, Problem, type putGym } from '@gymgenius/contracts'
import { type AthleteId, type GymId, type Instant, instantOf, isoOf } from '@gymgenius/domain'
import { canonical } from '../../platform/canonical.ts'
import { nextChangeSeq } from '../../platform/changes.ts'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { refuseUnbelievableId } from '../../platform/new-ids.ts'
import {
  findGym,
  type GymFields,
  type GymRecord,
  gymsChangedSince,
  gymsOf,
  insertGym,
  untouchedGyms,
  updateGym,
} from './gyms.repository.ts'

/** More places than anyone trains in. */
const MOST_GYMS = 50

type NewGym = OutputOf<typeof createGym, 'body'>

export async function listGyms(ctx: Ctx, { athleteId }: Athlete): Promise<{ items: Gym[] }> {
  return { items: (await gymsOf(ctx.db, athleteId)).map(gymShown) }
}

export const getGym = async (ctx: Ctx, { athleteId }: Athlete, id: GymId): Promise<Gym> => gymShown(await ownGym(ctx, athleteId, id))

/** Adds a gym. The same request again changes nothing and is answered alike. */
export async function addGym(ctx: Ctx, { athleteId }: Athlete, said: NewGym): Promise<Gym> {
  refuseUnbelievableId(ctx, said.id)
  const made = await makeGym(ctx, athleteId, said.id ?? ctx.ids.next<GymId>(), said)
  if (made === 'taken') throw new Problem('logging.id_taken')
  if (made === 'not_theirs') throw new Problem('equipment.gym_not_found') // no more is said
  return gymShown(made)
}

/** As `addGym`, of an id that was checked. `taken`: they have another gym by this id. */
export async function makeGym(ctx: Ctx, athleteId: AthleteId, id: GymId, said: GymChange): Promise<GymRecord | 'taken' | 'not_theirs'> {
  const changeSeq = await nextChangeSeq(ctx, athleteId)
  const fields = { name: '', items: [], hasTheRest: false, chosenAt: null, ...changeOf(ctx, said) }
  const known = await findGym(ctx.db, athleteId, id)
  if (known !== undefined)
    return canonical(whatIsSaid(known)) === canonical(whatIsSaid(fields)) && known.deletedAt === null ? known : 'taken'
  if ((await gymsOf(ctx.db, athleteId)).length >= MOST_GYMS) throw new Problem('equipment.too_many_gyms')
  const gym = { ...fields, id, deletedAt: null, changeSeq }
  return (await insertGym(ctx.db, athleteId, gym, ctx.clock.now())) ? gym : 'not_theirs'
}

export async function sayGym(ctx: Ctx, { athleteId }: Athlete, id: GymId, said: OutputOf<typeof putGym, 'body'>): Promise<Gym> {
  const changed = await changeGym(ctx, athleteId, id, said)
  if (changed === undefined) throw new Problem('equipment.gym_not_found')
  return gymShown(changed)
}

/** Writes what is said of a gym; undefined where there is none. A gym that was deleted comes back only where that is said. */
export async function changeGym(
  ctx: Ctx,
  athleteId: AthleteId,
  id: GymId,
  said: GymChange,
  takesDeletionBack = false,
): Promise<GymRecord | undefined> {
  const changeSeq = await nextChangeSeq(ctx, athleteId)
  const before = await findGym(ctx.db, athleteId, id)
  if (before === undefined || (before.deletedAt !== null && !takesDeletionBack)) return undefined
  const change = changeOf(ctx, said)
  const chosenAt = Math.max(before.chosenAt ?? 0, change.chosenAt ?? 0) as Instant
  const after = { ...before, ...change, chosenAt: chosenAt === 0 ? null : chosenAt, deletedAt: null, changeSeq }
  await updateGym(ctx.db, athleteId, after, ctx.clock.now())
  return after
}

export async function deleteGymOf(ctx: Ctx, { athleteId }: Athlete, id: GymId): Promise<void> {
  if (!(await removeGym(ctx, athleteId, id))) throw new Problem('equipment.gym_not_found')
}

/** Takes back gyms that came in from elsewhere; one that the lifter has changed since, or trained in, is theirs and stays. */
export async function takeGymsBack(ctx: Ctx, athleteId: AthleteId, ids: readonly GymId[]): Promise<void> {
  await nextChangeSeq(ctx, athleteId, 0)
  for (const id of await untouchedGyms(ctx.db, athleteId, ids)) await removeGym(ctx, athleteId, id)
}

/** Leaves a tombstone, so that every device hears of it; false where there is no such gym. */
export async function removeGym(ctx: Ctx, athleteId: AthleteId, id: GymId): Promise<boolean> {
  const changeSeq = await nextChangeSeq(ctx, athleteId)
  const before = await findGym(ctx.db, athleteId, id)
  if (before === undefined) return false
  const now = ctx.clock.now()
  if (before.deletedAt === null) await updateGym(ctx.db, athleteId, { ...before, deletedAt: now, changeSeq }, now)
  return true
}

/** A gym as it is now, or that it is gone, under the number of its newest change. */
export interface GymMoved {
  readonly seq: number
  readonly row: Gym | { readonly id: GymId; readonly deleted: true }
}

export async function gymChangesSince(ctx: Ctx, athleteId: AthleteId, seq: number, limit: number): Promise<GymMoved[]> {
  const gyms = await gymsChangedSince(ctx.db, athleteId, seq, limit)
  return gyms.map((gym) => ({ seq: gym.changeSeq, row: gym.deletedAt === null ? gymShown(gym) : { id: gym.id, deleted: true } }))
}

export const hasGym = async (ctx: Ctx, athleteId: AthleteId, id: GymId) => (await findGym(ctx.db, athleteId, id))?.deletedAt === null

export function gymShown({ id, name, items, hasTheRest, chosenAt }: GymRecord): Gym {
  return { id, name, items, hasTheRest, ...(chosenAt !== null && { chosenAt: isoOf(chosenAt) }) }
}

async function ownGym(ctx: Ctx, athleteId: AthleteId, id: GymId): Promise<GymRecord> {
  const gym = await findGym(ctx.db, athleteId, id)
  if (gym === undefined || gym.deletedAt !== null) throw new Problem('equipment.gym_not_found')
  return gym
}

/** A choice that a phone dates into the future is one of now: it must not outlast every later one. */
const changeOf = (ctx: Ctx, { name, items, hasTheRest, chosenAt }: GymChange): Partial<GymFields> => ({
  ...(name !== undefined && { name }),
  ...(items !== undefined && { items }),
  ...(hasTheRest !== undefined && { hasTheRest }),
  ...(chosenAt !== undefined && { chosenAt: Math.min(instantOf(chosenAt), ctx.clock.now()) as Instant }),
})

const whatIsSaid = ({ name, items, hasTheRest }: GymFields) => ({ name, items, hasTheRest })

import { type createMovement as createEndpoint, type Movement as Shown, Problem } from '@gymgenius/contracts'
import { type AthleteId, dateOf, type Movement, type MovementId } from '@gymgenius/domain'
import type { z } from 'zod'
import { canonical } from '../../platform/canonical.ts'
import { nextChangeSeq } from '../../platform/changes.ts'
import { type Athlete, type Ctx, request } from '../../platform/context.ts'
import { refuseUnbelievableId } from '../../platform/new-ids.ts'
import { guessed } from './guesses.ts'
import { inherited, libraryMovement } from './library-movements.ts'
import {
  changesSince,
  deleteOwn,
  insertOwn,
  type KeptMovement,
  type MovementChange,
  type MovementFields,
  movementsByIds,
  ownMovements,
  updateOwn,
} from './movements.repository.ts'
import { shown } from './shown.ts'

/** The movement of this id if it is the library's, retired or not, or the athlete's own; undefined for anything else. */
export async function movementFor(ctx: Ctx, athleteId: AthleteId, id: MovementId): Promise<Movement | undefined> {
  return seen(ctx, athleteId, id)
}

/** As `movementFor`, for many; deleted ones are among them, because sets that were done with them still need their names. */
export async function movementsFor(ctx: Ctx, athleteId: AthleteId, ids: Iterable<MovementId>): Promise<Map<MovementId, Movement>> {
  const wanted = new Set(ids)
  const found = new Map<MovementId, Movement>()
  for (const id of wanted) {
    const shipped = libraryMovement(id)
    if (shipped !== undefined) found.set(id, shipped)
  }
  const missing = [...wanted].filter((id) => !found.has(id))
  for (const movement of await movementsByIds(ctx.db, athleteId, missing)) found.set(movement.id, movement)
  return found
}

type NewMovement = z.output<typeof createEndpoint.body>

/** Makes a movement of the lifter's own. The same request again changes nothing and is answered alike. */
export async function createMovement(ctx: Ctx, { athleteId }: Athlete, said: NewMovement): Promise<Shown> {
  refuseUnbelievableId(ctx, said.id)
  const made = await makeMovement(ctx, athleteId, said)
  if (made === undefined) throw new Problem('movements.not_found') // somebody else's id: no more is said
  return made
}

/** As `createMovement`, of an id that was checked; undefined when it is somebody else's. */
export async function makeMovement(ctx: Ctx, athleteId: AthleteId, body: NewMovement): Promise<Shown | undefined> {
  const { id = ctx.ids.next<MovementId>(), muscles, baseId, ...same } = body
  const said = { ...same, ...varied(baseId) }
  const [known] = body.id === undefined ? [] : await movementsByIds(ctx.db, athleteId, [id])
  if (known !== undefined) {
    if (!isSameMovement(known, muscles === undefined ? said : { ...said, muscles })) throw new Problem('logging.id_taken')
    return shown(known)
  }
  const fields: MovementFields = { ...said, muscles: muscles ?? musclesOfBase(baseId) ?? guessed(said.name).muscles }
  const changeSeq = await nextChangeSeq(ctx, athleteId)
  const [kept] = await insertOwn(ctx.db, athleteId, [{ id, changeSeq, ...fields }], dateOf(ctx.clock.now()))
  if (kept === undefined) return undefined
  await request(ctx, 'movements.embed_own', { athleteId })
  return { ...shown({ id, aliases: [], ...fields, ...inherited(fields.baseId) }), isCustom: true }
}

/** The base that is said, which has to be one of the library. Said as null, it is none. */
function varied(baseId: MovementId | null | undefined): { readonly baseId?: MovementId } {
  if (baseId === null || baseId === undefined) return {}
  if (libraryMovement(baseId) === undefined) throw new Problem('movements.unknown', { movementId: baseId })
  return { baseId }
}

const musclesOfBase = (baseId: MovementId | null | undefined) => (baseId ? libraryMovement(baseId)?.muscles : undefined)

type ChangedFields = Partial<Omit<MovementFields, 'baseId'>> & { readonly baseId?: MovementId | null }

/** Changes what a lifter said of a movement of their own. */
export async function changeMovement(
  ctx: Ctx,
  athleteId: AthleteId,
  id: MovementId,
  { baseId, ...changed }: ChangedFields,
): Promise<Shown> {
  const { name, pattern, muscles, equipment, laterality, loadKind, baseId: before } = await ownOrProblem(ctx, athleteId, id)
  const base = baseId === undefined ? { baseId: before } : varied(baseId) // what it varied may have left the library since
  const fields: MovementFields = { name, pattern, muscles, equipment, laterality, loadKind, ...changed, ...base }
  await updateOwn(ctx.db, athleteId, { id, changeSeq: await nextChangeSeq(ctx, athleteId), ...fields })
  await request(ctx, 'movements.embed_own', { athleteId })
  return { ...shown({ id, aliases: [], ...fields, ...inherited(fields.baseId) }), isCustom: true }
}

/** Takes a movement of the lifter's own off the lists; its sets stay and keep its name. */
export async function removeMovement(ctx: Ctx, athleteId: AthleteId, id: MovementId): Promise<void> {
  await ownOrProblem(ctx, athleteId, id)
  await deleteOwn(ctx.db, athleteId, [id], await nextChangeSeq(ctx, athleteId), dateOf(ctx.clock.now()))
}

/** What changed among the athlete's own movements after `seq`, oldest first: for devices that pull. */
export async function movementChangesSince(ctx: Ctx, athleteId: AthleteId, seq: number, limit: number): Promise<MovementChange[]> {
  return changesSince(ctx.db, athleteId, seq, limit)
}

export async function ownMovementsCopy(ctx: Ctx, athleteId: AthleteId) {
  return { movements: (await ownMovements(ctx.db, athleteId)).map(shown) }
}

/** As `movementFor`, with whose it is. */
export async function seen(ctx: Ctx, athleteId: AthleteId, id: MovementId): Promise<Movement | KeptMovement | undefined> {
  const shipped = libraryMovement(id)
  if (shipped !== undefined) return shipped
  const [kept] = await movementsByIds(ctx.db, athleteId, [id])
  return kept === undefined || kept.isDeleted ? undefined : kept
}

async function ownOrProblem(ctx: Ctx, athleteId: AthleteId, id: MovementId): Promise<KeptMovement> {
  const [kept] = await movementsByIds(ctx.db, athleteId, [id])
  if (kept === undefined || kept.isDeleted || !kept.isCustom) throw new Problem('movements.not_found', { movementId: id })
  return kept
}

function isSameMovement(known: KeptMovement, said: Partial<MovementFields>): boolean {
  if (known.isDeleted || !known.isCustom) return false
  return (Object.keys(said) as (keyof MovementFields)[]).every((field) => canonical(known[field]) === canonical(said[field]))
}

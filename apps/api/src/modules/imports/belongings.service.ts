import {
  createGym,
  createMovement,
  createRoutine,
  type Import,
  MovementRule,
  PainConstraint,
  Problem,
  Settings,
} from '@gymgenius/contracts'
import { type Instant, instantOf, isUuidV7, type MovementId } from '@gymgenius/domain'
import { actingAs, type Athlete, type Ctx } from '../../platform/context.ts'
import { bringEntries, removeEntry } from '../diary/index.ts'
import { listGyms, makeGym, takeGymsBack } from '../equipment/index.ts'
import { listRoutinesOf, makeRoutine, takeRoutinesBack } from '../logging/index.ts'
import { movementsFor, type SaidMovement, takeOverPains, takeOverRules, takeRulesBack } from '../movements/index.ts'
import type { Belongings } from './formats/belongings.ts'
import { type Json, listIn, objectIn, textIn } from './formats/json-values.ts'
import type { NotUnderstood } from './formats/logbook.ts'
import { type BatchName, importedId } from './ids.ts'
import type { Target } from './matching.ts'

const DIARY_PORTION = 500

/** What of a file is brought beside workouts, for its preview: pains that still count, and settings that are otherwise `here`. */
export function countOf(belongings: Belongings, now: Instant, here: Settings): NonNullable<Import['also']> {
  const { movements, routines, gyms, rules, favourites, diary } = belongings
  const pains = painsIn(belongings.pains, now).length
  const settings = otherSettings(belongings.settings, here)
  return {
    movements: movements.length,
    routines: routines.length,
    gyms: gyms.length,
    rules: rules.length + favourites.length,
    ...(diary.length > 0 && { diary: diary.length }),
    ...(pains > 0 && { pains }),
    ...(Object.keys(settings).length > 0 && { settings }),
  }
}

/** Those to be heeded after `now`. */
const painsIn = (values: readonly Json[], now: Instant): PainConstraint[] =>
  values.flatMap((value) => {
    const { data } = PainConstraint.safeParse(JSON.parse(JSON.stringify(value)))
    return data !== undefined && instantOf(data.until) > now ? [data] : []
  })

/** Each setting that can be read and is not the same here. */
function otherSettings(value: Json | undefined, here: Settings): Partial<Settings> {
  const said = Object.entries(objectIn(value) ?? {}).flatMap(([name, one]) => {
    const { data } = Settings.partial().safeParse({ [name]: JSON.parse(JSON.stringify(one)) as unknown })
    return data === undefined || Object.entries(data).some(([key, is]) => here[key as keyof Settings] === is) ? [] : [data]
  })
  return Object.assign({}, ...said) as Partial<Settings>
}

/** The lifter's own movements of a file as they were made there, by name; one that cannot be read is guessed from its name. */
export function saidMovements({ movements }: Belongings): Map<string, SaidMovement> {
  const readable = movements.flatMap((value) => {
    const { name, pattern, muscles, equipment, laterality, loadKind, baseId } = objectIn(value) ?? {}
    const said = createMovement.body.safeParse({ name, pattern, muscles, equipment, laterality, loadKind, baseId })
    return said.success ? [said.data] : []
  })
  return new Map(
    readable.map(({ name, pattern, muscles = [], equipment, laterality, loadKind, baseId }) => [
      name,
      { pattern, muscles, equipment, laterality, loadKind, baseId: baseId ?? undefined },
    ]),
  )
}

/**
 * Brings routines, gyms, rules, pains and the diary of our own export. What is there already by its name stays as it is; what cannot be kept is told.
 * Ids are made from the batch, so that doing it again changes nothing and an undo finds them.
 */
export async function bringBelongings(
  ctx: Ctx,
  actor: Athlete,
  batch: BatchName,
  belongings: Belongings,
  targets: ReadonlyMap<string, Target>,
): Promise<NotUnderstood[]> {
  const translate = await translator(ctx, actor, belongings, targets)
  const [routines, gyms] = await actingAs(ctx, actor, async (ctx) => [
    new Set((await listRoutinesOf(ctx, actor)).items.map(({ name }) => name)),
    new Set((await listGyms(ctx, actor)).items.map(({ name }) => name)),
  ])
  const told: NotUnderstood[] = []
  const keep = async (what: string, value: Json, act: (ctx: Ctx) => Promise<unknown>) => {
    try {
      await actingAs(ctx, actor, act)
    } catch (error) {
      if (!(error instanceof Problem) && !(error instanceof NotReadable)) throw error
      told.push({ line: 0, code: 'not_kept', message: `The ${what} “${textIn(objectIn(value)?.['name'])}” could not be kept` })
    }
  }
  for (const [at, value] of belongings.routines.entries()) {
    const said = { ...(translate(value) as object), lastPerformedAt: undefined, id: importedId(batch, 'routine', at + 1) }
    if (routines.has(textIn(objectIn(value)?.['name']))) continue
    await keep('routine', value, (ctx) => makeRoutine(ctx, actor, read(createRoutine.body, said)))
  }
  for (const [at, value] of belongings.gyms.entries()) {
    const id = importedId<'gym'>(batch, 'gym', at + 1)
    if (gyms.has(textIn(objectIn(value)?.['name']))) continue
    await keep('gym', value, (ctx) => makeGym(ctx, actor.athleteId, id, read(createGym.body, { ...(translate(value) as object), id })))
  }
  const pains = painsIn(belongings.pains.map(translate), ctx.clock.now())
  const hurting = await actingAs(ctx, actor, (ctx) => takeOverPains(ctx, actor, pains, batch.importId))
  for (const { joint } of hurting) told.push({ line: 0, code: 'not_kept', message: `What hurts (${joint}) could not be kept` })
  return [
    ...told,
    ...(await bringRules(ctx, actor, batch, belongings, translate)),
    ...(await bringDiary(ctx, actor, batch, belongings.diary)),
  ]
}

/** Rules and hearts; those of a movement that nobody knows here are told. */
async function bringRules(
  ctx: Ctx,
  actor: Athlete,
  { importId }: BatchName,
  belongings: Belongings,
  translate: (value: Json) => Json,
): Promise<NotUnderstood[]> {
  const about = (value: Json) => textIn(objectIn(translate(value))?.['movementId']) as MovementId
  const rules = belongings.rules.map(translate).flatMap((value) => MovementRule.safeParse(value).data ?? [])
  const kept = await actingAs(ctx, actor, (ctx) => takeOverRules(ctx, actor, rules, belongings.favourites.map(about), importId))
  const names = new Map<string, string>(belongings.names)
  const isRule = new Set(rules.map(({ movementId }) => movementId))
  const lost = [
    ...belongings.rules.filter((value) => !isRule.has(about(value)) || !kept.has(about(value))),
    ...belongings.favourites.filter((value) => !kept.has(about(value))),
  ]
  return lost.map((value) => ({
    line: 0,
    code: 'not_kept',
    message: `What was said of “${names.get(about(value)) ?? 'a movement that is not known here'}” could not be kept`,
  }))
}

/** Takes back the routines, gyms, rules, hearts, pains and diary that a batch brought; what was changed or used since stays. */
export async function takeBelongingsBack(
  ctx: Ctx,
  actor: Athlete,
  batch: BatchName,
  { routines, gyms, diary = 0 }: NonNullable<Import['also']>,
) {
  const idsOf = <Kind extends 'routine' | 'gym' | 'diary_entry'>(kind: Kind, count: number) =>
    Array.from({ length: count }, (_, i) => importedId<Kind>(batch, kind, i + 1))
  await actingAs(ctx, actor, async (ctx) => {
    await takeRoutinesBack(ctx, actor, idsOf('routine', routines))
    for (const id of idsOf('diary_entry', diary)) await removeEntry(ctx, actor.athleteId, id)
    await takeGymsBack(ctx, actor.athleteId, idsOf('gym', gyms))
    await takeRulesBack(ctx, actor.athleteId, batch.importId)
  })
}

/** Entries in one unit for each portion: other requests take their turn between. One that is there already, alike, is not brought twice. */
async function bringDiary(ctx: Ctx, actor: Athlete, batch: BatchName, entries: readonly Json[]): Promise<NotUnderstood[]> {
  const told: NotUnderstood[] = []
  for (let from = 0; from < entries.length; from += DIARY_PORTION) {
    const portion = entries.slice(from, from + DIARY_PORTION).map((value, i) => ({
      id: importedId<'diary_entry'>(batch, 'diary_entry', from + i + 1),
      value: JSON.parse(JSON.stringify(value)) as unknown,
    }))
    const refused = await actingAs(ctx, actor, (ctx) => bringEntries(ctx, actor.athleteId, portion))
    for (const _ of refused) told.push({ line: 0, code: 'not_kept', message: 'An entry of the diary could not be kept' })
  }
  return told
}

class NotReadable extends Error {}

function read<Said>(schema: { safeParse(value: unknown): { success: true; data: Said } | { success: false } }, value: unknown): Said {
  const said = schema.safeParse(JSON.parse(JSON.stringify(value)))
  if (!said.success) throw new NotReadable()
  return said.data
}

/** Puts the ids of this house for those of the other, wherever a movement is named. Those of the library are the same everywhere. */
async function translator(ctx: Ctx, actor: Athlete, { names }: Belongings, targets: ReadonlyMap<string, Target>) {
  const known = names.map(([id]) => id as MovementId).filter(isUuidV7)
  const here = await actingAs(ctx, actor, (ctx) => movementsFor(ctx, actor.athleteId, known as MovementId[]))
  const ids = new Map<string, MovementId>()
  for (const [id, name] of names) {
    const target = here.get(id as MovementId)?.id ?? targets.get(name)?.movement.id
    if (target !== undefined) ids.set(id, target)
  }
  const translate = (value: Json): Json => {
    if (typeof value === 'string') return ids.get(value) ?? value
    if (Array.isArray(value)) return listIn(value).map(translate)
    const fields = objectIn(value)
    return fields === undefined ? value : Object.fromEntries(Object.entries(fields).map(([key, one]) => [key, translate(one)]))
  }
  return translate
}

import {
  type createProgramFromText,
  type OutputOf,
  Problem,
  type Program,
  ProgramRequest,
  type Scheme as SchemeTold,
  type takeScheme,
  type WrittenProgram,
} from '@gymgenius/contracts'
import type { Experience, MovementId, ProgramId } from '@gymgenius/domain'
import { expandScheme, knownSchemes, type Scheme, schemeNamed } from '@gymgenius/engine/programming'
import { printScheme, programText, readScheme } from '@gymgenius/program-text'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { settingsOf } from '../accounts/index.ts'
import { loadsForAll } from '../equipment/index.ts'
import { levelOf, livedWeeks } from './judging.service.ts'
import { maximaOf } from './known.service.ts'
import { askerOf, keepOutcome, planToLive } from './making.service.ts'
import { planRequestOf } from './planning.ts'
import { type ProgramRecord, planOf, savePlan } from './programs.repository.ts'
import { ownProgram } from './own.service.ts'
import { newProgram, programNow } from './programs.service.ts'

export const listSchemesOf = (): { items: SchemeTold[] } => ({ items: knownSchemes.map(told) })

export const getSchemeOf = (slug: string): SchemeTold & { text: string } => {
  const scheme = named(slug)
  return { ...told(scheme), text: printScheme(scheme) }
}

function named(slug: string): Scheme {
  const scheme = schemeNamed(slug)
  if (scheme === undefined) throw new Problem('programming.scheme_not_found')
  return scheme
}

const told = (scheme: Scheme): SchemeTold => ({
  ...writtenOf(scheme),
  name: scheme.name,
  daysPerWeek: scheme.daysPerWeek,
  weeks: scheme.phases.reduce((sum, { weeks }) => sum + weeks, 0),
  waivers: scheme.waivers.map((waiver) => ({ ...waiver })),
})

const writtenOf = ({ slug, about, experience, goals, split }: Scheme): WrittenProgram => ({
  slug,
  about,
  experience: [...experience],
  goals: goals.map((goal) => ({ ...goal })),
  split,
})

type Meeting = OutputOf<typeof takeScheme, 'body'>

/** A well-known program, laid out for this lifter. */
export const takeSchemeOf = (ctx: Ctx, actor: Athlete, slug: string, said: Meeting): Promise<Program> =>
  layOut(ctx, actor, named(slug), said, { source: 'scheme', scheme: slug })

/** A program that somebody wrote down. */
export async function programFromText(
  ctx: Ctx,
  actor: Athlete,
  { text, ...said }: OutputOf<typeof createProgramFromText, 'body'>,
): Promise<Program> {
  const read = readScheme(text)
  if ('problems' in read) throw new Problem('programming.unreadable_text', { problems: read.problems })
  return layOut(ctx, actor, read.scheme, said, { source: 'text', scheme: null })
}

async function layOut(
  ctx: Ctx,
  actor: Athlete,
  scheme: Scheme,
  { id: said, name, ...meeting }: Meeting,
  from: Pick<ProgramRecord, 'source' | 'scheme'>,
): Promise<Program> {
  const { athleteId } = actor
  const id: ProgramId = await newProgram(ctx, athleteId, {
    said,
    name: name ?? scheme.name,
    status: 'making',
    request: null,
    written: writtenOf(scheme),
    ...from,
  })
  const program = await ownProgram(ctx, athleteId, id)
  if (program.status !== 'making') return programNow(ctx, athleteId, program)
  const began = ctx.clock.now()
  const made = expandScheme(scheme, await inputsFor(ctx, actor, scheme, meeting))
  if (made.weeks.every(({ days }) => days.every(({ sections }) => Object.values(sections).flat().length === 0)))
    throw new Problem('programming.nothing_fits')
  await savePlan(ctx.db, athleteId, id, { plan: planToLive(made), report: made.report }, ctx.clock.now())
  await keepOutcome(ctx, athleteId, id, made, scheme, ctx.clock.now() - began)
  return programNow(ctx, athleteId, await ownProgram(ctx, athleteId, id))
}

/** Longest of a request; a written program may be longer. */
const MOST_WEEKS = 16

async function inputsFor(ctx: Ctx, actor: Athlete, scheme: Scheme, { weeks, minutes, gym, rules, injuries }: Omit<Meeting, 'id' | 'name'>) {
  const asker = await askerOf(ctx, actor)
  const goals = [{ goal: 'strength', weight: 10 }] // of the request only gym, rules and injuries are read
  const days = Math.min(14, Math.max(1, Math.ceil(scheme.daysPerWeek)))
  const request = ProgramRequest.parse({
    goals,
    gym,
    rules,
    injuries,
    minutes: minutes ?? 60,
    weeks: Math.min(MOST_WEEKS, weeks ?? 1),
    daysPerWeek: days,
    microcycleDays: Math.max(7, days),
  })
  const asked = planRequestOf(request, asker)
  const no = new Set(asked.rules?.hardNo)
  const hurting = new Set(asked.injuries?.flatMap(({ joint, severity }) => (severity === 'mild' ? [] : [joint])))
  const candidates = asked.movements.filter(
    ({ id, contraindications }) => !no.has(id) && !contraindications.some((joint) => hurting.has(joint)),
  )
  const { unit } = await settingsOf(ctx, actor.athleteId)
  const loads = await loadsForAll(ctx, actor.athleteId, unit)
  const byId = new Map(asker.movements.map((movement) => [movement.id, movement]))
  return {
    movements: asker.movements,
    candidates: candidates.map(({ id }) => id),
    injuries: asked.injuries,
    experience: levelOf(scheme, asker),
    weeks,
    minutes,
    maxima: await maximaOf(ctx, actor.athleteId, byId),
    loadsOf: (id: MovementId) => {
      const movement = byId.get(id)
      return movement && loads(movement)
    },
  }
}

/** The plan as it is lived, as text. */
export async function textOf(ctx: Ctx, actor: Athlete, id: ProgramId): Promise<{ text: string }> {
  const program = await ownProgram(ctx, actor.athleteId, id)
  const made = await planOf(ctx.db, actor.athleteId, id)
  if (made === undefined) throw new Problem('programming.not_ready')
  const { movements, experience } = await askerOf(ctx, actor)
  const slugs = new Map(movements.map((movement) => [movement.id, movement.slug]))
  const about = {
    ...saidOf(program, experience),
    name: program.name,
    waivers: made.report?.waivers,
  }
  const weeks = livedWeeks(made.plan).filter(({ days }) => days.length > 0)
  return { text: programText(weeks, about, (movementId) => slugs.get(movementId) ?? movementId) }
}

/** What was written of it; where it was made to order, or made anew by another wish, what was asked for. */
function saidOf({ name, request, written, scheme }: ProgramRecord, own: Experience) {
  const said: Scheme | WrittenProgram | undefined = written ?? schemeNamed(scheme ?? '') // of programs from before it was kept
  const level = request?.experience
  return {
    slug: said?.slug ?? slugFrom(name),
    about: said?.about ?? name,
    experience: said !== undefined && (level === undefined || said.experience.includes(level)) ? said.experience : [level ?? own],
    goals: request?.goals ?? said?.goals ?? [{ goal: 'strength' as const, weight: 10 }],
    split: request?.split ?? said?.split ?? ('hybrid' as const),
  }
}

const slugFrom = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '') || 'program'

import {
  type changeProgram,
  type createProgram,
  type OutputOf,
  Problem,
  type Program,
  type ProgramRequest,
  type ProgramSummary,
} from '@gymgenius/contracts'
import { type AthleteId, mainGoals, type ProgramId } from '@gymgenius/domain'
import { canonical } from '../../platform/canonical.ts'
import { type Athlete, type Ctx, request as requestJob } from '../../platform/context.ts'
import { refuseUnbelievableId } from '../../platform/new-ids.ts'
import { type Page, pageOf } from '../../platform/pages.ts'
import { carriedPlan } from './carrying.service.ts'
import { type Lived, lived } from './lived.service.ts'
import { makePlan } from './making.service.ts'
import { ownProgram } from './own.service.ts'
import { refuseMissedTest } from './peaking.ts'
import { programShown } from './planning.ts'
import {
  countPrograms,
  deleteProgramRow,
  findProgram,
  insertProgram,
  listProgramRecords,
  type NewProgram,
  type ProgramRecord,
  updateProgram,
  planOf,
  programNames,
} from './programs.repository.ts'
import { doneSessions } from './sessions.repository.ts'
import { shownProgram, summaryOf } from './shown.ts'

/** More than anybody plans in a life of training. */
const MOST_PROGRAMS = 500

type Asked = OutputOf<typeof createProgram, 'body'>

/**
 * Makes a program, at once or behind. The same request again changes nothing and is answered alike; so it is safe to send it twice, with an
 * id of the client's.
 */
export async function createProgramOf(
  ctx: Ctx,
  actor: Athlete,
  { id: said, name, ...request }: Asked,
  isBehind: boolean,
): Promise<Program> {
  const id = await newProgram(ctx, actor.athleteId, {
    said,
    name: name ?? (await freeName(ctx, actor.athleteId, usualName(request))),
    status: isBehind ? 'queued' : 'making',
    source: 'generated',
    scheme: null,
    request,
    written: null,
  })
  const program = await ownProgram(ctx, actor.athleteId, id)
  if (program.status !== 'making' && !(isBehind && program.status === 'queued')) return programNow(ctx, actor.athleteId, program)
  await refuseMissedTest(ctx, actor.athleteId, request)
  if (isBehind) {
    await requestJob(ctx, 'programming.generate', { athleteId: actor.athleteId, programId: id })
    return programNow(ctx, actor.athleteId, program)
  }
  const made = await makePlan(ctx, actor, id, request)
  const summary = summaryOf(await ownProgram(ctx, actor.athleteId, id), 0)
  return { ...summary, ...programShown(made), request }
}

/** Keeps a row for a program to come; the id of one that was kept for the same request before. */
export async function newProgram(
  ctx: Ctx,
  athleteId: AthleteId,
  { said, ...program }: Omit<NewProgram, 'id'> & { readonly said: ProgramId | undefined },
): Promise<ProgramId> {
  refuseUnbelievableId(ctx, said)
  const id = said ?? ctx.ids.next<ProgramId>()
  const before = said === undefined ? undefined : await findProgram(ctx.db, athleteId, said)
  if (before !== undefined) {
    if (canonical(before.request) !== canonical(program.request) || before.source !== program.source) throw new Problem('logging.id_taken')
    return id
  }
  if ((await countPrograms(ctx.db, athleteId)) >= MOST_PROGRAMS)
    throw new Problem('programming.too_many_programs', { allowed: MOST_PROGRAMS })
  if (!(await insertProgram(ctx.db, athleteId, { ...program, id }, ctx.clock.now()))) throw new Problem('programming.program_not_found')
  return id
}

function usualName({ weeks, goals }: Pick<ProgramRequest, 'weeks' | 'goals'>): string {
  const main = mainGoals(goals).map(({ goal }) => goal.replace('_', ' '))
  const named = [main.slice(0, -1).join(', '), ...main.slice(-1)].filter((part) => part !== '').join(' and ')
  return `${named[0]!.toUpperCase()}${named.slice(1)}, ${weeks} ${weeks === 1 ? 'week' : 'weeks'}`
}

/** The name that nobody chose, with a number where a program of theirs has it already. */
async function freeName(ctx: Ctx, athleteId: AthleteId, name: string): Promise<string> {
  const taken = new Set(await programNames(ctx.db, athleteId))
  const free = (number: number): string => (taken.has(`${name} (${number})`) ? free(number + 1) : `${name} (${number})`)
  return taken.has(name) ? free(2) : name
}

export async function listProgramsOf(
  ctx: Ctx,
  { athleteId }: Athlete,
  { state, ...page }: Page & { readonly state?: ProgramSummary['state'] | undefined },
): Promise<{ items: ProgramSummary[]; nextCursor?: string }> {
  const { items, ...rest } = await pageOf(
    page,
    (limit, before) => listProgramRecords(ctx.db, athleteId, limit, before, state),
    ({ createdAt, id }) => ({ at: createdAt, id }),
  )
  const done = await doneSessions(
    ctx.db,
    athleteId,
    items.map(({ id }) => id),
  )
  return { items: items.map((program) => summaryOf(program, done.get(program.id)?.length ?? 0)), ...rest }
}

export const getProgramOf = async (ctx: Ctx, { athleteId }: Athlete, id: ProgramId): Promise<Program> =>
  programNow(ctx, athleteId, await ownProgram(ctx, athleteId, id))

/** A program as it was written: of the log and the settings nothing is read, which a trainer's look may not. */
export async function writtenProgramOf(ctx: Ctx, { athleteId }: Athlete, id: ProgramId): Promise<Program> {
  const done = (await doneSessions(ctx.db, athleteId, [id])).get(id) ?? []
  return shownProgram(await ownProgram(ctx, athleteId, id), done.length, await planOf(ctx.db, athleteId, id))
}

/** A program with its plan as it is now, loads that were earned included. */
export async function programNow(ctx: Ctx, athleteId: AthleteId, program: ProgramRecord): Promise<Program> {
  return program.status === 'ready' ? lifeShown(ctx, athleteId, await lived(ctx, athleteId, program)) : shownProgram(program, 0, undefined)
}

/** The same of one that was read already. */
export async function lifeShown(ctx: Ctx, athleteId: AthleteId, life: Lived): Promise<Program> {
  const done = [...life.sessions.values()].filter(({ doneAt }) => doneAt !== null).length
  return shownProgram(life.program, done, { plan: await carriedPlan(ctx, athleteId, life), report: life.report })
}

export async function changeProgramOf(
  ctx: Ctx,
  { athleteId }: Athlete,
  id: ProgramId,
  { name, state }: OutputOf<typeof changeProgram, 'body'>,
): Promise<ProgramSummary> {
  await ownProgram(ctx, athleteId, id)
  await updateProgram(ctx.db, athleteId, id, { name, state }, ctx.clock.now())
  const done = (await doneSessions(ctx.db, athleteId, [id])).get(id) ?? []
  return summaryOf(await ownProgram(ctx, athleteId, id), done.length)
}

export async function deleteProgramOf(ctx: Ctx, { athleteId }: Athlete, id: ProgramId): Promise<void> {
  if (!(await deleteProgramRow(ctx.db, athleteId, id))) throw new Problem('programming.program_not_found')
}

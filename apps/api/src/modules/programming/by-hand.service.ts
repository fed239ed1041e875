import { type createProgramByHand, type OutputOf, Problem, type Program, ProgramRequest } from '@gymgenius/contracts'
import type { ProgramDay, ProgramWeek } from '@gymgenius/domain'
import { checkProgram } from '@gymgenius/engine/program-check'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { handWritten } from './changing.ts'
import { usualRequest } from './judging.service.ts'
import { askerOf, planToLive } from './making.service.ts'
import { ownProgram } from './own.service.ts'
import { planRequestOf } from './planning.ts'
import { savePlan } from './programs.repository.ts'
import { newProgram, programNow } from './programs.service.ts'

/** Keeps a program as its lifter wrote it, with a report on what the house would have asked of it. */
export async function programByHand(
  ctx: Ctx,
  actor: Athlete,
  { id: said, name, weeks: many, days }: OutputOf<typeof createProgramByHand, 'body'>,
): Promise<Program> {
  const { athleteId } = actor
  if (days.some(({ sections }) => Object.values(sections).flat().length === 0)) throw new Problem('programming.nothing_fits')
  const asker = await askerOf(ctx, actor)
  const movements = new Map(asker.movements.map((movement) => [movement.id, movement]))
  const written = days.map((day, place) => handWritten(day, place + 1, movements, undefined))

  const id = await newProgram(ctx, athleteId, { said, name, status: 'making', source: 'hand', scheme: null, request: null, written: null })
  const program = await ownProgram(ctx, athleteId, id)
  if (program.status !== 'making') return programNow(ctx, athleteId, program)
  const plan = planToLive({ weeks: Array.from({ length: many }, (_, week) => weekOf(week, written)) })
  const asked = planRequestOf(ProgramRequest.parse(usualRequest(plan)), asker)
  const report = checkProgram(asked, { weeks: plan.weeks, waivers: [], notices: [] })
  await savePlan(ctx.db, athleteId, id, { plan, report }, ctx.clock.now())
  return programNow(ctx, athleteId, await ownProgram(ctx, athleteId, id))
}

/** The days again, each under a number of its own. */
const weekOf = (before: number, days: readonly ProgramDay[]): ProgramWeek => ({
  week: before + 1,
  block: 'accumulation',
  days: days.map((day, place) => ({ ...day, session: before * days.length + place + 1 })),
})

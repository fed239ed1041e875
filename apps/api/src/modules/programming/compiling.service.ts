import { type compilePlan, invalidRequest, type OutputOf, Problem, ProgramRequest } from '@gymgenius/contracts'
import { trackedMuscles } from '@gymgenius/domain'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { knowingAsker } from './making.service.ts'
import { routineItems } from './phone.service.ts'
import { planFor, weeksShown } from './planning.ts'

/** One workout from a goal: a program of one day, of which only the day is told. */
export async function compile(
  ctx: Ctx,
  actor: Athlete,
  asked: OutputOf<typeof compilePlan, 'body'>,
): Promise<OutputOf<typeof compilePlan, 'reply'>> {
  const { goal, goals, focus, ...rest } = asked
  if ((goal === undefined) === (goals === undefined))
    throw invalidRequest({ pointer: '/goal', code: 'required', message: 'Give either goal or goals' })
  const request = ProgramRequest.parse({
    ...rest,
    goals: goals ?? [{ goal, weight: 10 }],
    split: 'hybrid',
    days: [{ focus }],
    daysPerWeek: 1,
    weeks: 1,
  })
  const { weeks, report } = planFor(request, await knowingAsker(ctx, actor))
  const [planned] = weeks[0]?.days ?? []
  const [shown] = weeksShown(weeks)[0]?.days ?? []
  if (planned === undefined || shown === undefined) throw new Problem('programming.nothing_fits')
  const volume = report.volume[0]?.muscles
  return {
    name: planned.name,
    session: shown,
    items: routineItems(planned),
    volume: Object.fromEntries(trackedMuscles.map((muscle) => [muscle, volume?.[muscle].sets ?? 0])),
    notices: report.notices.map((notice) => ({ ...notice })),
  }
}

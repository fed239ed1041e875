import { ProgramRequest } from '@gymgenius/contracts'
import type { Experience, LivedPlan, ProgramReport, ProgramWeek } from '@gymgenius/domain'
import { checkProgram } from '@gymgenius/engine/program-check'
import { knownIn } from '@gymgenius/engine/programming'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { askerOf } from './making.service.ts'
import { type Asker, planRequestOf } from './planning.ts'
import type { Lived } from './lived.service.ts'
import type { ProgramRecord } from './programs.repository.ts'

/** What of a life its plan is judged by: what it was asked to be, and what was said of it before. */
type Judged = Pick<Lived, 'program' | 'report'>

/** The report on a plan as it is lived: in the order it is to be done, without what is left out. */
export async function judged(ctx: Ctx, actor: Athlete, { program, report }: Judged, plan: LivedPlan): Promise<ProgramReport> {
  const asker = { ...(await askerOf(ctx, actor)), known: knownIn(report) }
  const asked = planRequestOf(ProgramRequest.parse(program.request ?? { ...usualRequest(plan), ...wishOf(program, asker) }), asker)
  return checkProgram(asked, { ...report, weeks: livedWeeks(plan) })
}

/** What is still planned of each week. */
export const livedWeeks = ({ weeks, skipped }: LivedPlan): ProgramWeek[] =>
  weeks.map((week) => ({ ...week, days: week.days.filter(({ session }) => !skipped.includes(session)) }))

/** What a text asked for, as a request says it: its goals, its split, and the level that suits this lifter. */
export const wishOf = ({ written }: Pick<ProgramRecord, 'written'>, own: Pick<Asker, 'experience'>): Partial<ProgramRequest> =>
  written === null
    ? {}
    : {
        goals: [...written.goals],
        ...(written.split !== 'hybrid' && { split: written.split }), // of which days, no text tells
        experience: levelOf(written, own),
      }

/** The lifter's own, or of those that it is for the one nearest to it. */
export const levelOf = (of: { readonly experience: readonly Experience[] }, own: Pick<Asker, 'experience'>): Experience =>
  of.experience.includes(own.experience) ? own.experience : (of.experience.at(-1) ?? own.experience)

/** What a program that was not made to order is held to: its own length. */
export function usualRequest({ weeks }: Pick<LivedPlan, 'weeks'>): object {
  const days = weeks.flatMap((week) => week.days)
  const minutes = days.map((day) => day.minutes).toSorted((a, b) => a - b)[days.length >> 1] ?? 60
  return {
    goals: [
      { goal: 'strength', weight: 5 },
      { goal: 'hypertrophy', weight: 5 },
    ],
    daysPerWeek: Math.min(7, Math.max(1, ...weeks.map((week) => week.days.length))),
    weeks: Math.min(16, Math.max(1, weeks.length)),
    minutes: Math.min(240, Math.max(10, Math.round(minutes))),
  }
}

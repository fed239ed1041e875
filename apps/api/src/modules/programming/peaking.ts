import { invalidRequest, type ProgramRequest } from '@gymgenius/contracts'
import { type AthleteId, isoOfDay, type LocalDay, localDayOf, localDays } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import { settingsOf } from '../accounts/index.ts'
import { startOf } from './planning.ts'

export const todayOf = async (ctx: Ctx, athleteId: AthleteId): Promise<LocalDay> =>
  localDays((await settingsOf(ctx, athleteId)).timeZone)(ctx.clock.now())

/** A test that nobody can train for any more: its day is over, or the program that leads there would have begun before today. */
export async function refuseMissedTest(ctx: Ctx, athleteId: AthleteId, request: ProgramRequest): Promise<void> {
  const { peakOn, startsOn, weeks } = request
  if (peakOn === undefined) return
  const today = await todayOf(ctx, athleteId)
  if (localDayOf(peakOn) <= today) throw refused('Must be after today')
  const begins = startOf(request)
  if (startsOn === undefined && begins !== undefined && begins < today)
    throw refused(`${weeks} weeks that end on this day would have begun on ${isoOfDay(begins)}`)
}

const refused = (message: string) => invalidRequest({ pointer: '/peakOn', code: 'out_of_range', message })

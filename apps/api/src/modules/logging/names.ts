import { type AthleteId, dateOf, type Instant } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import { settingsOf } from '../accounts/index.ts'

/** What a workout without a name is called: by the hour it starts at, where the lifter is. */
export async function usualName(ctx: Ctx, athleteId: AthleteId, at: Instant): Promise<string> {
  return nameByTimeOfDay(at, (await settingsOf(ctx, athleteId)).timeZone)
}

function nameByTimeOfDay(at: Instant, timeZone: string): string {
  const hour = Number(new Intl.DateTimeFormat('en', { hour: '2-digit', hourCycle: 'h23', timeZone }).format(dateOf(at)))
  if (hour < 5) return 'Night workout'
  if (hour < 12) return 'Morning workout'
  if (hour < 17) return 'Afternoon workout'
  return hour < 22 ? 'Evening workout' : 'Night workout'
}

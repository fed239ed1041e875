import { dateOf, type Instant } from '@gymgenius/domain'

/** What a workout without a name is called: by the hour it starts at, where the lifter is. */
export function nameByTimeOfDay(at: Instant, timeZone: string): string {
  const hour = Number(new Intl.DateTimeFormat('en', { hour: '2-digit', hourCycle: 'h23', timeZone }).format(dateOf(at)))
  if (hour < 5) return 'Night workout'
  if (hour < 12) return 'Morning workout'
  if (hour < 17) return 'Afternoon workout'
  return hour < 22 ? 'Evening workout' : 'Night workout'
}

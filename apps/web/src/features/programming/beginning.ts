import type { Api } from '@gymgenius/contracts'

type Program = Api['GET /v1/programs/{id}']['reply']
type Beginning = NonNullable<Api['PUT /v1/programs/{id}/enrolment']['body']>

/** How a program begins: today, on the weekdays it was made for; one that leads to a test not before its first week. */
export function beginningOf({ request, weeks }: Pick<Program, 'request' | 'weeks'>, today: string): Beginning {
  const first = weeks?.[0]?.days[0]?.date
  const isAhead = request?.peakOn !== undefined && first !== undefined && first > today
  return {
    ...(request?.weekdays !== undefined && { weekdays: request.weekdays }),
    ...(isAhead && { startsOn: first }),
  }
}

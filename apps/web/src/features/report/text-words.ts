import { plural } from '@lingui/core/macro'

export const words = {
  these: {
    weeks: (weeks: number) => plural(weeks, { one: 'this week', other: 'these # weeks' }),
    months: (months: number) => plural(months, { one: 'this month', other: 'these # months' }),
    years: (years: number) => plural(years, { one: 'this year', other: 'these # years' }),
  },
}

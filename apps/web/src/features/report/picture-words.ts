import { plural, t } from '@lingui/core/macro'

/** What the shared picture says. */
export const pictureWords = {
  title: (span: string) => t`Had it coached me ${span}`,
  held: t`of my sets ended inside the 80\u00a0% range`,
  miss: (miss: string, rule: string) => t`${miss} reps off on average. Copying my last time: ${rule}.`,
  tooFew: t`Too few sets to judge the forecasts yet`,
  lift: (name: string) => `${name}, e1RM`,
  sets: (sets: number) => plural(sets, { one: '# working set', other: '# working sets' }),
  weeks: (trained: number, weeks: number) => plural(weeks, { one: `${trained} of # week trained`, other: `${trained} of # weeks trained` }),
  workouts: (workouts: number) => plural(workouts, { one: '# workout', other: '# workouts' }),
}

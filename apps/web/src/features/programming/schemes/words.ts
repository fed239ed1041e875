import { plural, t } from '@lingui/core/macro'
import type { Experience } from '@gymgenius/domain'

export const schemeWords = {
  title: t`Well-known programs`,
  intro: t`Programs that many have grown strong with, in our own words. Each is laid out for your gym and what you can lift.`,
  all: t`Everybody`,
  forWhom: t`For whom?`,
  forNames: { novice: t`Beginners`, intermediate: t`Some years in`, advanced: t`Experienced` } as Readonly<Record<Experience, string>>,
  daysAndWeeks: (days: string, weeks: number) => plural(weeks, { one: `${days} a week, # week`, other: `${days} a week, # weeks` }),
  days: (n: number) => plural(n, { one: '# day', other: '# days' }),
  about: t`What it is`,
  trainsFor: t`Trains for`,
  setsAside: t`Rules it sets aside`,
  setsAsideHint: t`Programs made here keep these. This one is built another way, and says why.`,
  take: t`Take this program`,
  takeHint: t`What your gym lacks is replaced by what comes closest, and you are told. Loads come from what you have lifted.`,
  length: t`How long?`,
  asItIs: (weeks: number) => plural(weeks, { one: 'As it is: # week', other: 'As it is: # weeks' }),
  weeks: (weeks: number) => plural(weeks, { one: '# week', other: '# weeks' }),
  text: t`As a text`,
  textHint: t`All of it, to read. Change what you like and make a program of it.`,
  edit: t`Change it first`,
}

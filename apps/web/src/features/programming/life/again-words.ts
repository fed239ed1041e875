import { plural, t } from '@lingui/core/macro'

/** What is said where sessions that are not done are made again. */
export const againWords = {
  title: t`Make it again`,
  titleOf: (session: string) => t`Make ${session} again`,
  what: t`What is to be made again?`,
  all: t`All that is not done`,
  fromWeek: t`From a week on`,
  whichWeek: t`From which week?`,
  minutesRange: t`Say a whole number of minutes from 10 to 240.`,
  sessions: (n: number) =>
    plural(n, {
      one: '# session is planned anew, with other movements where it can be.',
      other: '# sessions are planned anew, with other movements where it can be.',
    }),
  whatStays: t`What is done stays. What you changed by hand in what is planned anew goes with it. All of it can be undone.`,
  notMadeHere: t`This program was written by somebody. What is made again is made by GymGenius instead, as near to it as its rules allow.`,
  make: t`Make it again now`,
  made: t`Made again. What was done stays.`,
  nothingLeft: t`There is nothing to make again: everything there is done.`,
}

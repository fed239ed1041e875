import { plural, t } from '@lingui/core/macro'

export const moreWords = {
  title: t`The whole of it`,
  share: t`Share by a link`,
  isShared: t`A link is open`,
  text: t`Read it as a text`,
  print: t`Print it`,
  compare: t`Lay it beside another`,
  compareWith: t`Beside which program?`,
  noOther: t`There is no other program yet.`,
  weeks: (n: number) => plural(n, { one: '# week', other: '# weeks' }),
  schemes: t`Well-known programs`,
  byHand: t`Write one by hand`,
  edit: t`Write a session by hand`,
  whichSession: t`Which session?`,
  fromText: t`From a text`,
  goals: t`My long-term goals and the year`,
  ways: t`Or begin from`,
}

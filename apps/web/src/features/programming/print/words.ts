import { t } from '@lingui/core/macro'

export const printWords = {
  title: t`To print`,
  intro: t`A4, with a box for each set: write what you lifted and how often. Nothing of it is kept here.`,
  print: t`Print`,
  weeks: t`Which weeks?`,
  all: t`All`,
  noPrinter: t`The phone app cannot print. Open it in the browser of your computer.`,
  before: t`Before`,
  after: t`After`,
  movement: t`Movement`,
  plan: t`Sets and repetitions`,
  done: t`Load × reps`,
  day: t`Date`,
  note: t`How it went`,
}

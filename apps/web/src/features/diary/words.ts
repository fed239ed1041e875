import { t } from '@lingui/core/macro'

export const words = {
  title: t`Check in`,
  hint: t`Answer what you like. It moves your first sets by at most 7 %, and “Why” says so.`,
  sleep: t`Hours of sleep`,
  fatigue: t`How tired are you?`,
  tired: { 1: t`Fresh`, 2: t`Fine`, 3: t`So-so`, 4: t`Tired`, 5: t`Worn out` },
  sore: t`What is sore?`,
  soreHint: t`Tap once for sore, twice for very sore.`,
  levels: { 2: t`sore`, 4: t`very sore` },
  hurts: t`Something hurts`,
  save: t`Done`,
  notSaved: t`Not saved. Try again.`,
  weightTitle: t`Body weight`,
  weight: t`Weight`,
  weigh: t`Save`,
  notWeight: (least: string, most: string) => t`Enter a weight from ${least} to ${most}`,
  none: t`No weight yet`,
  noneText: t`Pull-ups, dips and assisted movements count your body. A past set keeps the weight of its day.`,
  remove: (load: string, when: string) => t`Delete ${load}, ${when}`,
  chart: (first: string, last: string) => t`From ${first} to ${last}`,
}

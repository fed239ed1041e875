import { t } from '@lingui/core/macro'
import type { SetKind } from '@gymgenius/domain'

/** The kinds by name, and in a sentence what each is and what it counts for. Only sheets say them. */
export const kindWords: Readonly<Record<SetKind, { readonly name: string; readonly text: string }>> = {
  working: { name: t`Working`, text: t`Counts for everything.` },
  warm_up: { name: t`Warm-up`, text: t`Counts as a set, not as volume, and changes no target.` },
  top: { name: t`Top`, text: t`The heaviest set of the movement. Counts for everything.` },
  back_off: { name: t`Back-off`, text: t`Lighter, after the top set. Counts for everything.` },
  amrap: { name: t`AMRAP`, text: t`As many reps as possible. The best news for your next target.` },
  drop_chain: {
    name: t`Drop set`,
    text: t`Lighter at once, again and again, in one row. The first part counts for records and targets, the rest as volume.`,
  },
  rest_pause: {
    name: t`Rest-pause`,
    text: t`The same load again after some breaths. The first part counts for records and targets, the rest as volume.`,
  },
  myo_reps: {
    name: t`Myo-reps`,
    text: t`A long first part, then short ones. The first part counts for records and targets, the rest as volume.`,
  },
  cluster: {
    name: t`Cluster`,
    text: t`A few reps, a few breaths, a few more. Counts as volume; it says too little of your strength to change targets.`,
  },
  negative: { name: t`Negative`, text: t`Only the way down. Counts as volume, not for records or targets.` },
  assisted: { name: t`Helped`, text: t`With a partner or a band. Counts as volume, not for records or targets.` },
  per_side: {
    name: t`Each side`,
    text: t`One side at a time, the reps of one side. Counts as volume, not for records or targets of both sides together.`,
  },
  circuit: { name: t`Circuit`, text: t`By the clock. Counts as volume, not for records or targets.` },
  drop: { name: t`Drop`, text: t`A drop in a row of its own, as other apps write it. Counts as volume.` },
}

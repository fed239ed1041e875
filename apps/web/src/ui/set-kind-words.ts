import type { SetKind } from '@gymgenius/domain'

/** The kinds by name, and in a sentence what each is and what it counts for. Only sheets say them. */
export const kindWords: Readonly<Record<SetKind, { readonly name: string; readonly text: string }>> = {
  working: { name: 'Working', text: 'Counts for everything.' },
  warm_up: { name: 'Warm-up', text: 'Counts as a set, not as volume, and changes no target.' },
  top: { name: 'Top', text: 'The heaviest set of the movement. Counts for everything.' },
  back_off: { name: 'Back-off', text: 'Lighter, after the top set. Counts for everything.' },
  amrap: { name: 'AMRAP', text: 'As many reps as possible. The best news for your next target.' },
  drop_chain: {
    name: 'Drop set',
    text: 'Lighter at once, again and again, in one row. The first part counts for records and targets, the rest as volume.',
  },
  rest_pause: {
    name: 'Rest-pause',
    text: 'The same load again after some breaths. The first part counts for records and targets, the rest as volume.',
  },
  myo_reps: {
    name: 'Myo-reps',
    text: 'A long first part, then short ones. The first part counts for records and targets, the rest as volume.',
  },
  cluster: {
    name: 'Cluster',
    text: 'A few reps, a few breaths, a few more. Counts as volume; it says too little of your strength to change targets.',
  },
  negative: { name: 'Negative', text: 'Only the way down. Counts as volume, not for records or targets.' },
  assisted: { name: 'Helped', text: 'With a partner or a band. Counts as volume, not for records or targets.' },
  per_side: {
    name: 'Each side',
    text: 'One side at a time, the reps of one side. Counts as volume, not for records or targets of both sides together.',
  },
  circuit: { name: 'Circuit', text: 'By the clock. Counts as volume, not for records or targets.' },
  drop: { name: 'Drop', text: 'A drop in a row of its own, as other apps write it. Counts as volume.' },
}

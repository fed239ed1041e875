import type { SetKind } from '@gymgenius/domain'

/** What is said while a set goes on part by part. */
export const openSetWords = {
  title: { drop_chain: 'Next drop', rest_pause: 'Again after some breaths', myo_reps: 'Next short part', cluster: 'Next part' } as Readonly<
    Partial<Record<SetKind, string>>
  >,
  again: 'Next part',
  soFar: 'So far',
  add: (what: string) => `Add: ${what}`,
  over: 'Set is over',
}

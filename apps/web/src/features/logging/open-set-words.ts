import { t } from '@lingui/core/macro'
import type { SetKind } from '@gymgenius/domain'

/** What is said while a set goes on part by part. */
export const openSetWords = {
  title: {
    drop_chain: t`Next drop`,
    rest_pause: t`Again after some breaths`,
    myo_reps: t`Next short part`,
    cluster: t`Next part`,
  } as Readonly<Partial<Record<SetKind, string>>>,
  again: t`Next part`,
  soFar: t`So far`,
  add: (what: string) => t`Add: ${what}`,
  over: t`Set is over`,
}

import { t } from '@lingui/core/macro'
import type { LoadKind } from '@gymgenius/domain'

/** What the parts of a set are called, wherever one is entered or mended. */
export const setWords = {
  load: t`Load`,
  addedLoad: t`Added load`,
  help: t`Help`,
  reps: t`Reps`,
  seconds: t`Seconds`,
  loadFault: t`A load from 0 to 1500 kg`,
  repsFault: t`A whole number from 0 to 500`,
  secondsFault: t`Seconds, up to a day`,
  kind: t`Kind of set`,
  note: t`Note`,
  save: t`Save`,
}

/** What the load of a movement is: on the bar, on the belt, or taken off the body. */
export const loadLabel = (kind: LoadKind | undefined) =>
  kind === 'assisted' ? setWords.help : kind === 'body_weight_plus' ? setWords.addedLoad : setWords.load

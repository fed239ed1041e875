import { t } from '@lingui/core/macro'

export const words = {
  side: t`Side of the body`,
  views: { front: t`Front`, back: t({ message: 'Back', context: 'of the body' }) },
  figure: { front: t`Muscles of the front`, back: t`Muscles of the back` },
  hint: t`Tap a muscle, or choose by name below.`,
  muscle: t`Muscle`,
  dashed: t`Dashed: under other muscles, drawn where it is felt.`,
  nothing: t`None`,
}

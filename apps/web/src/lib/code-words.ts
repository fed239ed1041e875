import { t } from '@lingui/core/macro'

export const codeWords = {
  copy: t`Copy the code`,
  copied: t`Copied`,
}

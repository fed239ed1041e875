import { t } from '@lingui/core/macro'

export const kindsRowWords = {
  kinds: t`Kinds of sets`,
  kindOf: (label: string) => t`Kind of set ${label}`,
  set: (label: string) => t`Set ${label}`,
}

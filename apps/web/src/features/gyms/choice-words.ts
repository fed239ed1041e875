import { t } from '@lingui/core/macro'

/** What Today says of the gyms. */
export const words = {
  at: (name: string) => t`At ${name}`,
  where: t`Where do you train today?`,
  here: t`You train here`,
  notSaved: t`Not saved. Try again.`,
}

import { plural, t } from '@lingui/core/macro'

export const passkeyWords = {
  title: t`Passkeys`,
  count: (n: number) => (n === 0 ? t`Passkeys: none` : plural(n, { one: '# passkey', other: '# passkeys' })),
  why: t`With a passkey you sign in by finger, face or PIN of your device: no password, no code. A false page cannot ask for it.`,
  name: t`Name of the passkey`,
  nameHint: t`So that you know it again, such as the device it is on.`,
  add: t`Make a passkey`,
  change: t`Change`,
  rename: t`Rename`,
  remove: t`Take it away`,
  back: t`Back`,
  neverUsed: t`Not used yet`,
  lastUsed: (when: string) => t`Last used: ${when}`,
  instead: t`Use a passkey instead`,
}

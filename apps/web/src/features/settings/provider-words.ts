import { plural, t } from '@lingui/core/macro'

export const providerWords = {
  title: t`Sign-ins elsewhere`,
  count: (n: number) => (n === 0 ? t`Sign-ins elsewhere: none` : plural(n, { one: '# sign-in elsewhere', other: '# sign-ins elsewhere' })),
  why: t`Link a sign-in that you have elsewhere, and it lets you in here too. Nothing of what you train is told to the provider.`,
  link: (name: string) => t`Link ${name}`,
  unlink: t`Undo the link`,
  neverUsed: t`Not used yet`,
  lastUsed: (when: string) => t`Last used: ${when}`,
  notAsked: t`This server asks this provider no more.`,
  prove: (name: string) => t`Show it with ${name} instead`,
  proveHere: (name: string) => t`Show it with ${name}`,
  choosePassword: t`Choose a password`,
  passwordChosen: t`From now on you can sign in with your password too.`,
}

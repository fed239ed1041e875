import { i18n } from '@lingui/core'

/** How dates and numbers are written: as the lifter's region does, in the language on the screen. */
export const locale = () => i18n.locales

/** A name as it stands within a sentence: small, but for German, which writes nouns large, and names like "EZ bar". */
export const midSentence = (name: string) =>
  i18n.locale === 'de' || /^\p{Lu}{2}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1)

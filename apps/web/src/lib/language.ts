import { i18n } from '@lingui/core'
import { catalogOf } from 'virtual:words'

/** Each by its own name: who looks for theirs may not read the one on the screen. */
export const languages = { en: 'English', de: 'Deutsch', es: 'Español' } as const
export type Language = keyof typeof languages

const KEY = 'gymgenius.language'
const isLanguage = (text: string | null | undefined): text is Language => typeof text === 'string' && text in languages

/** What was chosen on this phone; undefined where it follows the browser. */
export function chosenLanguage(): Language | undefined {
  const kept = localStorage.getItem(KEY)
  return isLanguage(kept) ? kept : undefined
}

/** The first of the browser's languages that the app speaks. */
const browserLanguage = () => navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en'

/** Stands still while a page lives: words are read once, so another language begins with a new page. */
export const language: Language = chosenLanguage() ?? browserLanguage()

/** Loads what the first screens say. To be awaited before any file of words is run. */
export async function loadFirstWords() {
  i18n.load(language, await catalogOf(`${language}/first`))
  // How a region writes dates and numbers is the browser's to say, as long as it speaks the same language.
  i18n.activate(language, navigator.languages.find((tag) => tag.startsWith(language)) ?? language)
  document.documentElement.lang = language
}

let rest: Promise<void> | undefined

/** Loads what all other screens say, once; the next screen tries again where it failed. */
const loadWords = () =>
  (rest ??= catalogOf(`${language}/rest`).then(
    (messages) => i18n.load(language, messages),
    (error: unknown) => {
      rest = undefined
      throw error
    },
  ))

type Names = Readonly<Record<string, string>>
let names: Promise<Names> | undefined

/** What the library's movements are called in this language, by their ids; where there is none, or it cannot be fetched, the English name stays. */
export const movementNames = (): Promise<Names> =>
  (names ??=
    language === 'en'
      ? Promise.resolve({})
      : catalogOf(`${language}/names`).catch((): Names => {
          names = undefined
          return {}
        }))

/** A part of the app that comes later, together with its words. */
export const withWords =
  <Part>(load: () => Promise<Part>) =>
  async () => {
    await loadWords()
    return load()
  }

/** For the next time the app begins. */
export const keepLanguage = (chosen: Language) => localStorage.setItem(KEY, chosen)

/** Chooses another language, or the browser's. What is shown is said anew, so the page begins again. */
export function chooseLanguage(chosen: Language | 'auto') {
  if (chosen === 'auto') localStorage.removeItem(KEY)
  else keepLanguage(chosen)
  if ((chosenLanguage() ?? browserLanguage()) !== language) location.reload()
}

import { numberFormat, pluralRules } from '../ui/formats.ts'

/**
 * Says compiled messages: what the built app has in the place of `@lingui/core`, a quarter of its size (decision 0092). A test says
 * every message of every language with both.
 */
export interface Compiled extends ReadonlyArray<Token> {}
type Token = string | readonly [name: string] | readonly [name: string, type: 'plural', cases: Readonly<Record<string, Compiled | number>>]
type Values = Readonly<Record<string, unknown>>

let messages: Readonly<Record<string, Compiled>> = {}

export const i18n = {
  locale: '',
  locales: '',
  load(_language: string, more: typeof messages) {
    messages = { ...messages, ...more }
  },
  activate(language: string, region: string) {
    i18n.locale = language
    i18n.locales = region
  },
}

/** The build writes this in the place of each macro. */
export const sayNumber = (number: number, values: Values = {}) => say(messages[number] ?? [`[${number}]`], values)

const say = (message: Compiled, values: Values, count?: number): string =>
  message
    .map((token) => {
      if (token === '#' && count !== undefined) return numberFormat(i18n.locales).format(count)
      if (typeof token === 'string') return token
      const [name, , cases] = token
      const value = values[name]
      if (cases === undefined) return String(value ?? '')
      const chosen = cases[String(value)] ?? cases[pluralRules(i18n.locales).select(value as number)] ?? cases['other']
      return say(chosen as Compiled, values, value as number)
    })
    .join('')

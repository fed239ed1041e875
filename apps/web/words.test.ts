import { setupI18n } from '@lingui/core'
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { expect, test } from 'vitest'
import { bareWords, sourceMessages, translated, translations } from './words-module.ts'
import { type Compiled, i18n, sayNumber } from './src/lib/say.ts'

const messages = sourceMessages()

test('every word that a screen shows is asked of the catalog', () => {
  expect(bareWords()).toEqual([])
})

for (const language of translated) {
  const said = await translations(language)

  test(`every message is said in ${language}, and none that is not asked for (pnpm words, then translate what is empty)`, () => {
    expect(messages.filter(({ id }) => (said.get(id) ?? '') === '').map(({ message }) => message)).toEqual([])
    const asked = new Set(messages.map(({ id }) => id))
    expect([...said].filter(([id]) => !asked.has(id)).map(([, translation]) => translation)).toEqual([])
  })

  test(`every message in ${language} names what the English one names`, () => {
    const wrong = messages.filter(({ id, message }) => namesIn(said.get(id) || message).join() !== namesIn(message).join())
    expect(wrong.map(({ id, message }) => [message, said.get(id)])).toEqual([])
  })

  test(`the app says every message in ${language} as Lingui does`, () => {
    const catalog = Object.fromEntries(messages.map(({ id, message }) => [id, compileMessageOrThrow(said.get(id) || message)]))
    const lingui = setupI18n({ locale: language, locales: language, messages: { [language]: catalog } })
    i18n.load(language, messages.map(({ id }) => catalog[id] as unknown as Compiled) as unknown as Record<string, Compiled>)
    i18n.activate(language, language)
    for (const [number, { id, message }] of messages.entries())
      for (const count of [0, 1, 2, 1234]) {
        const values = Object.fromEntries(namesIn(message).map((name) => [name, count]))
        expect(sayNumber(number, values)).toBe(lingui._(id, values))
      }
  })
}

/** The values that a message speaks of. */
function namesIn(message: string): readonly string[] {
  const names = new Set<string>()
  const visit = (tokens: readonly unknown[]) => {
    for (const token of tokens) {
      if (!Array.isArray(token)) continue
      names.add(String(token[0]))
      for (const inner of Object.values((token[2] ?? {}) as object)) if (Array.isArray(inner)) visit(inner)
    }
  }
  visit(compileMessageOrThrow(message))
  return [...names].sort()
}

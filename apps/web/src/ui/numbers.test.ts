import { i18n } from '@lingui/core'
import { afterEach, expect, test } from 'vitest'
import { formatNumber, inputNumber, parseNumber } from './numbers.ts'

const speaks = (language: string) => i18n.loadAndActivate({ locale: language, locales: language, messages: {} })
afterEach(() => speaks('en'))

test.each(['en', 'de', 'es'])('a lifter who speaks %s may type a comma or a point, and gets back what was typed', (language) => {
  speaks(language)
  for (const text of ['62,5', '62.5', ' 62,5 ']) expect(parseNumber(text)).toBe(62.5)
  for (const value of [0.25, 1.25, 62.5, 100, 1250.5]) expect(parseNumber(inputNumber(value))).toBe(value)
})

test('a load is written as the lifter writes it', () => {
  speaks('de')
  expect([inputNumber(62.5), formatNumber(1250.5)]).toEqual(['62,5', '1.250,5'])
  speaks('en')
  expect([inputNumber(62.5), formatNumber(1250.5)]).toEqual(['62.5', '1,250.5'])
})

test('thousands are not read as decimals', () => {
  expect(parseNumber('1,250')).toBeUndefined()
  expect(parseNumber('0,125')).toBe(0.125)
  speaks('de')
  expect(parseNumber('1.250')).toBeUndefined()
  expect(parseNumber('1,250')).toBe(1.25)
})

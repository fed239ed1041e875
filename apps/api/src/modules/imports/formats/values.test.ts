import { expect, test } from 'vitest'
import { monthNamed } from './months.ts'
import { numberIn, spanIn } from './values.ts'

test.for([
  ['', undefined],
  ['8', 8],
  ['8.0', 8],
  ['8,5', 8.5],
  ['1,250.5', 1250.5],
  ['1.250,5', 1250.5],
  ['\u00a012\u202f', 12],
  ['−5', -5],
  ['.5', 0.5],
  ['1e3', 1000],
] as const)('the cell “%s” is %s', ([cell, value]) => {
  expect(numberIn(cell)).toBe(value)
})

test.for(['NaN', 'Infinity', '5 kg', '0x10', '1,2,3', '--5', '1 000 a', '٣'])('the cell “%s” is no number', (cell) => {
  expect(numberIn(cell)).toBeNaN()
})

test.for([
  ['1h 5m', 3900],
  ['55s', 55],
  ['54h 3m', 194_580],
  ['2h', 7200],
  ['1小时13分钟', 4380],
  ['1 Std. 5 Min.', 3900],
  ['1 ч 5 мин', 3900],
  ['1:05:00', 3900],
  ['3863', 3863],
  ['', undefined],
  ['soon', undefined],
] as const)('a duration of %s is %s seconds', ([written, seconds]) => {
  expect(spanIn(written)).toBe(seconds)
})

test('every language names its own months, in the form dates are written in', () => {
  for (const language of ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'ru', 'tr', 'cs', 'da', 'nb', 'fi', 'hu', 'ro']) {
    for (const style of ['long', 'short'] as const) {
      const names = Array.from(
        { length: 12 },
        (_, month) =>
          new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' })
            .formatToParts(Date.UTC(2025, month, 3))
            .find(({ type }) => type === 'month')!.value,
      )
      if (/\d/.test(names[0]!)) continue // Czech writes short months as numbers
      expect([language, style, names.map(monthNamed)]).toEqual([language, style, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]])
    }
  }
})

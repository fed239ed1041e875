import { missCodes } from '@gymgenius/domain'
import { knownSchemes } from '@gymgenius/engine/programming'
import { expect, test } from 'vitest'
import { changeNames, deloadWords, lineTexts } from './life/change-words.ts'
import { stepTexts } from './life/step-words.ts'
import { missText } from './miss-texts.ts'
import { noticeTexts } from './report-words.ts'
import { schemeTexts } from './schemes/scheme-texts.ts'
import { reasonTexts } from './words.ts'

const sources = {
  ...import.meta.glob<string>('../../../../../packages/engine/src/programming/**/*.ts', { query: '?raw', import: 'default', eager: true }),
  ...import.meta.glob<string>('../../../../../apps/api/src/modules/programming/*.ts', { query: '?raw', import: 'default', eager: true }),
}

/** Codes of another kind: of the year, which is drawn, of faulty requests, and of what would miss its rules, which is told by the miss. */
const otherKinds = new Set(['after_test', 'towards_test', 'required', 'out_of_range', 'no_longer_met'])

/** Every code of a reason in the sources of the engine and of the server, where one of several is chosen too. */
function codesGiven(): string[] {
  const given = Object.entries(sources)
    .filter(([file]) => !file.includes('.test.'))
    .flatMap(([, source]) => [...source.matchAll(/(?:\bcode: |\bcode = |\bline\(\s*)([^,}\n]+)/g)].map(([, expression]) => expression!))
  return [...new Set(given.flatMap((expression) => [...expression.matchAll(/(?<!===? )'([a-z_]+)'/g)].map(([, code]) => code!)))]
}

test('every reason that the engine or the server gives has words on the screen', () => {
  const known = new Set([changeNames, deloadWords, lineTexts, stepTexts, noticeTexts, reasonTexts].flatMap((texts) => Object.keys(texts)))
  const codes = codesGiven()
  expect(codes.length).toBeGreaterThan(60)
  expect(codes.filter((code) => !known.has(code) && !otherKinds.has(code))).toEqual([])
})

test('every miss that the checker can find is said in a sentence, with the names and numbers of the screen', () => {
  for (const code of missCodes) expect(missText({ code }, String)).toMatch(/\w/)
  const facts = { muscle: 'upper_back', sets: 14.25, before: 8 }
  expect(missText({ code: 'step_too_great', facts }, String)).toBe('Upper back: from 8 to 14.3 sets a week is too great a step.')
  expect(missText({ code: 'joint_loaded', facts: { movement: 'Dip', joint: 'shoulder' } }, () => 'Barrenstütz')).toBe(
    'Barrenstütz: loads what hurts (Shoulder).',
  )
  expect(missText({ code: 'time_over', facts: { over: 1.04, minutes: 60 } }, String)).toBe(
    'It takes 1 minute longer than the 60 there are.',
  )
  expect(missText({ code: 'of_tomorrow' }, String)).toBeUndefined()
})

test('well-known programs say of themselves what the engine says of them, so that it can be translated', () => {
  const said = knownSchemes.map(({ slug, name, about, waivers }) => [
    slug,
    { name, about, ...(waivers.length > 0 && { setsAside: Object.fromEntries(waivers.map(({ rule, why }) => [rule, why])) }) },
  ])
  expect(schemeTexts).toEqual(Object.fromEntries(said))
})

import { allMovementDetails } from '@gymgenius/catalog'
import {
  type GeneratedProgram,
  sessionSections,
  blockKinds,
  experiences,
  kg,
  programSplits,
  sessionFocuses,
  sessionTypes,
  trainingGoals,
  waivableRules,
} from '@gymgenius/domain'
import { expandScheme, knownSchemes, ruleOf, type ProgressionRule, type Scheme, type SchemeItem } from '@gymgenius/engine/programming'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printScheme, programText, readScheme } from './index.ts'

test.each(knownSchemes.map((scheme) => [scheme.slug, scheme] as const))('%s is printed and read back as it was', (_, scheme) => {
  const text = printScheme(scheme)
  expect(readScheme(text)).toEqual({ scheme })
  expect(printScheme((readScheme(text) as { scheme: Scheme }).scheme)).toBe(text)
})

const slug = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}$/)
const words = fc.string({ unit: 'grapheme', maxLength: 60 })
const whole = (min: number, max: number) => fc.integer({ min, max })
const rule: fc.Arbitrary<ProgressionRule> = fc.oneof(
  fc.constant({ style: 'double' as const }),
  fc.record({ style: fc.constant('percent' as const), ofMaximum: whole(50, 100), addKg: whole(0, 10) }),
)
const itemOf = (movement: fc.Arbitrary<string>): fc.Arbitrary<SchemeItem> =>
  fc
    .tuple(
      fc.array(movement, { minLength: 1, maxLength: 3 }),
      fc.array(fc.array(fc.tuple(whole(1, 9), whole(1, 20), whole(0, 5), whole(20, 200)), { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 3,
      }),
      whole(0, 600),
      fc.option(rule, { nil: undefined }),
      fc.option(whole(1, 9), { nil: undefined }),
      fc.option(
        whole(1, 12).chain((lines) => whole(0, lines - 1).map((line) => ({ line, lines }))),
        { nil: undefined },
      ),
    )
    .filter(([movements]) => !movements.every((one) => one === 'progress' || one === 'turn' || one === 'together'))
    .map(([movements, lines, restSeconds, progression, superset, turn]) => ({
      movements,
      lines: lines.map((line) => line.map(([count, reps, rir, load]) => ({ count, reps, repHigh: reps + rir, rir, loadKg: kg(load) }))),
      restSeconds,
      ...(progression !== undefined && { progression }),
      ...(turn !== undefined && { turn }),
      ...(superset !== undefined && { superset }),
    }))
const schemesOf = (movement: fc.Arbitrary<string>): fc.Arbitrary<Scheme> =>
  fc.record({
    slug,
    name: words,
    about: words,
    experience: fc.subarray([...experiences], { minLength: 1 }),
    goals: fc
      .tuple(fc.subarray([...trainingGoals], { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 50 }))
      .map(([goals, least]) => goals.map((goal, i) => ({ goal, weight: i > 0 ? least / 10 : 10 - ((goals.length - 1) * least) / 10 }))),
    split: fc.constantFrom(...programSplits),
    daysPerWeek: whole(1, 7),
    phases: fc.array(
      fc.record({
        name: words,
        block: fc.constantFrom(...blockKinds),
        weeks: whole(1, 12),
        days: fc.array(
          fc.record({
            name: words,
            type: fc.constantFrom(...sessionTypes),
            focus: fc.constantFrom(...sessionFocuses),
            sections: fc.array(itemOf(movement), { minLength: 1, maxLength: 2 }).map((main) => ({ main })),
          }),
          { minLength: 1, maxLength: 2 },
        ),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    waivers: fc.subarray([...waivableRules]).chain((rules) => fc.tuple(...rules.map((one) => words.map((why) => ({ rule: one, why }))))),
  })
const schemes: fc.Arbitrary<Scheme> = fc
  .tuple(schemesOf(slug), fc.boolean())
  .map(([one, isWeekByWeek]) => ({ ...one, ...(isWeekByWeek && { isWeekByWeek: true as const }) }))

test('whatever somebody writes into a program comes back from its text', () => {
  fc.assert(fc.property(schemes, (scheme) => void expect(readScheme(printScheme(scheme))).toEqual({ scheme })))
})

const movements = allMovementDetails()
const slugs = new Map<string, string>(movements.map(({ id, slug }) => [id, slug]))
const counted = movements.filter(({ countedIn }) => countedIn === 'reps').map(({ slug }) => slug)

/** A program of this scheme, its text, and the same of what is read there. */
function thereAndBack(scheme: Scheme) {
  const { slug, name, about, experience, goals, split, waivers } = scheme
  const program = expandScheme(scheme, { movements })
  const text = programText(program.weeks, { slug, name, about, experience, goals, split, waivers }, (id) => slugs.get(id)!)
  const read = (readScheme(text) as { scheme: Scheme }).scheme
  const again = expandScheme(read, { movements })
  return { program, text, read, again, textAgain: programText(again.weeks, read, (id) => slugs.get(id)!) }
}

/** Why a movement stands there is told where it is chosen and not in a text; a rule of its style's own numbers is the style alone. */
const planned = ({ weeks }: GeneratedProgram) =>
  weeks.map((week) => ({
    ...week,
    days: week.days.map((day) => ({
      ...day,
      sections: sessionSections.map((section) =>
        day.sections[section].map((item) => ({ ...item, rule: ruleOf(item), reason: undefined, reasons: undefined })),
      ),
    })),
  }))

function expectWhole(scheme: Scheme) {
  const { program, text, read, again, textAgain } = thereAndBack(scheme)
  expect(planned(again)).toEqual(planned(program))
  expect(again.report.waivers).toEqual(program.report.waivers)
  const { slug, name, about, experience, goals, split } = scheme
  expect(read).toMatchObject({ slug, name, about, experience, goals, split })
  expect(textAgain).toBe(text)
}

test.each(knownSchemes.map((scheme) => [scheme.slug, scheme] as const))(
  'a program of %s comes back whole from its text, and so does the text from the program',
  (_, scheme) => expectWhole(scheme),
)

test('whatever somebody plans comes back whole from its text, and the text from the program', () => {
  fc.assert(fc.property(schemesOf(fc.constantFrom(...counted)), expectWhole), { numRuns: 50 })
})

const small = `program: Two lifts
slug: two-lifts
about: Enough for a hotel.
for: [novice]
goals: {strength: 10}
split: full_body
days a week: 2
phases:
  - phase: All of it
    block: accumulation
    weeks: 4
    days:
      - day: A
        type: strength
        focus: full_body
        main:
          - squat-barbell | goblet-squat-dumbbell: 3 x 5, rest 3:00
            progress: linear, +2.5 kg
`

test('a small program can be written by hand', () => {
  expect(readScheme(small)).toMatchObject({
    scheme: {
      slug: 'two-lifts',
      phases: [
        {
          days: [
            {
              sections: {
                main: [
                  { movements: ['squat-barbell', 'goblet-squat-dumbbell'], restSeconds: 180, progression: { style: 'linear', addKg: 2.5 } },
                ],
              },
            },
          ],
        },
      ],
    },
  })
})

test.each([
  ['3 x 5, rest 3:00', '3 x 5, rest 3 min', 17, 64, 'a time in minutes and seconds, such as "2:30"'],
  ['3 x 5, rest 3:00', '"3 of 5, rest 3:00"', 17, 55, '"x" between sets and repetitions'],
  ['linear, +2.5 kg', 'linaer', 18, 23, '"single", "double"'],
  ['type: strength', 'type: strenght', 14, 15, 'one of: strength, hypertrophy'],
  ['weeks: 4', 'weeks: many', 11, 12, 'weeks: a whole number from 1 to 52'],
  ['slug: two-lifts', 'slug: Two Lifts', 2, 7, 'a slug: lower case'],
  ['about: Enough for a hotel.\n', '', 1, 1, 'about: what it is and for whom'],
  ['            progress', '            progres', 18, 13, 'one of: progress, turn, together'],
  ['            progress: linear, +2.5 kg', '            turn: 3 of 2', 18, 19, 'a turn, such as "2 of 3"'],
  ['days a week: 2', 'days a week: 2\nweek by week: often', 8, 15, 'week by week: true'],
  ['goals: {strength: 10}', 'goals: {strength: 7}', 5, 8, 'up to three goals that share ten dollars, not 7 on 1'],
  ['goals: {strength: 10}', 'goals: {strength: 10, speed: "0"}', 5, 30, 'dollars of ten: a number from 0 to 10'],
  ['about: Enough for a hotel.', 'about: "Enough\\0"', 3, 8, 'without characters that are none'],
  ['program: Two lifts', 'program: "\\uD800"', 1, 10, 'without characters that are none'],
  ['squat-barbell |', 'Squat |', 17, 13, 'slugs of movements'],
  ['goals: {strength: 10}', 'goals: {strength: 10', 6, 1, 'or a closing bracket before it'],
  ['slug: two-lifts', 'slug: two-lifts\nslug: twice', 3, 1, 'this name once only'],
  ['about: Enough for a hotel.', 'about: Enough: for a hotel.', 3, 8, 'in quotation marks where the value has a colon of its own'],
])('"%s" written as "%s" is found in line %i, column %i', (good, bad, line, column, expected) => {
  const read = readScheme(small.replace(good, bad))
  expect(read).toMatchObject({ problems: [{ line, column }] })
  expect('problems' in read && read.problems[0]!.expected).toContain(expected)
})

test('whatever is wrong with the lines is said in words of a lifter, never in those of the parser', () => {
  for (const text of [
    'a: b\n  c: d',
    '\ta: b',
    'a: "b',
    'a: [b\nc: d',
    'a: @b',
    'a: `b',
    'a: *b',
    '- a\n b: c',
    '---\na: b\n---\nc: d',
    'a: "\\q"',
  ]) {
    const read = readScheme(text)
    const said = 'problems' in read ? read.problems.map(({ expected }) => expected).join(' ') : ''
    expect(said, text).not.toBe('')
    expect(said, text).not.toMatch(/yaml|mapping|scalar|implicit|flow|collection|token|node|anchor|alias|indentation/i)
  }
})

test('several mistakes are told at once', () => {
  const read = readScheme(small.replace('weeks: 4', 'weeks: 0').replace('type: strength', 'type: heavy'))
  expect('problems' in read && read.problems.map(({ line }) => line).toSorted()).toEqual([11, 14])
})

test('no text makes the reader fall over', () => {
  for (const text of ['', 'x', '[]', '- a', 'program: &a [*a]', '%', '\t', 'program: 3', '{}', 'a: *b', '? {x: 1}\n: 2', '---\n---\n']) {
    expect(readScheme(text)).toHaveProperty('problems')
  }
  const scraps = fc.array(fc.constantFrom(...small.split(/(?<=[\n:])/)), { maxLength: 25 })
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        scraps.map((parts) => parts.join('')),
      ),
      (text) => {
        const read = readScheme(text)
        expect('scheme' in read || read.problems.length > 0).toBe(true)
      },
    ),
  )
})

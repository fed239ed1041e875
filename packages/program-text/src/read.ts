import {
  blockKinds,
  experiences,
  limits,
  programSplits,
  sessionFocuses,
  type SessionSection,
  sessionSections,
  sessionTypes,
  trainingGoals,
  waivableRules,
} from '@gymgenius/domain'
import {
  isRead,
  type Read,
  readRule,
  readSets,
  type Scheme,
  type SchemeDay,
  type SchemeItem,
  type SchemePhase,
} from '@gymgenius/engine/programming'
import { isMap, isScalar, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml'
import {
  itemsOf,
  mapOf,
  MOST_PROBLEMS,
  numberOf,
  offsetOf,
  oneOf,
  placeIn,
  problemAt,
  type Reader,
  textOf,
  type TextProblem,
  valueIn,
  wholeOf,
} from './nodes.ts'
import { shapeExpected } from './shape-words.ts'
import { dayKeys, itemKeys, phaseKeys, schemeKeys, sectionWords } from './words.ts'

export type { TextProblem } from './nodes.ts'
export type SchemeRead = { readonly scheme: Scheme } | { readonly problems: readonly TextProblem[] }

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
const LONGEST_TEXT = 400_000

/** Reads a program as `printScheme` writes it, or as a person does. What is wrong is said with line and column, at most 20 at once. */
export function readScheme(text: string): SchemeRead {
  if (text.length > LONGEST_TEXT) return { problems: [{ line: 1, column: 1, expected: `at most ${LONGEST_TEXT} characters` }] }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2', schema: 'core' })
  const reader: Reader = { lines, problems: [] }
  for (const { pos, code } of document.errors.slice(0, MOST_PROBLEMS)) problemAt(reader, pos[0], shapeExpected(code))
  if (reader.problems.length > 0) return { problems: reader.problems }
  const map = mapOf(reader, document.contents as Node | null, 'a program, beginning with "program: its name"', schemeKeys)
  const scheme = map === undefined ? undefined : schemeOf(reader, map)
  return scheme === undefined || reader.problems.length > 0 ? { problems: reader.problems } : { scheme }
}

function schemeOf(reader: Reader, map: YAMLMap): Scheme {
  const from = offsetOf(map)
  const deload = valueIn(map, 'deload every')
  return {
    slug: matching(reader, map, 'slug', SLUG, 'a slug: lower case, digits and hyphens', from),
    name: named(reader, valueIn(map, 'program'), 'the name of the program', from),
    about: textOf(reader, valueIn(map, 'about'), 'about: what it is and for whom', from),
    experience: itemsOf(reader, valueIn(map, 'for'), `for: a list of ${experiences.join(', ')}`, from).map((one) =>
      oneOf(reader, one, experiences, from),
    ),
    goals: goalsOf(reader, valueIn(map, 'goals'), from),
    split: oneOf(reader, valueIn(map, 'split'), programSplits, from),
    daysPerWeek: wholeOf(reader, valueIn(map, 'days a week'), [1, 14], 'days a week', from),
    ...(deload !== undefined && { deloadEveryWeeks: wholeOf(reader, deload, [2, 26], 'deload every so many weeks', from) }),
    ...(isSaid(reader, valueIn(map, 'week by week'), from) && { isWeekByWeek: true }),
    phases: itemsOf(reader, valueIn(map, 'phases'), 'phases: a list, each with its days', from).flatMap((one) => phaseOf(reader, one)),
    waivers:
      valueIn(map, 'set aside') === undefined
        ? []
        : pairsOf(reader, valueIn(map, 'set aside'), 'set aside: rules, each with why', from).map(({ key, value }) => ({
            rule: oneOf(reader, key, waivableRules, from),
            why: textOf(reader, value, 'why it is set aside', offsetOf(key)),
          })),
  }
}

function goalsOf(reader: Reader, value: Node | null | undefined, from: number): Scheme['goals'] {
  const goals = pairsOf(reader, value, 'goals, such as "strength: 10"', from).map(({ key, value }) => ({
    goal: oneOf(reader, key, trainingGoals, from),
    weight: numberOf(reader, value, [0, 10], 'dollars of ten', offsetOf(key)),
  }))
  const dollars = goals.reduce((sum, { weight }) => sum + weight, 0)
  if (isMap(value) && (goals.length > 3 || Math.abs(dollars - 10) > 1e-9))
    problemAt(reader, offsetOf(value), `up to three goals that share ten dollars, not ${dollars} on ${goals.length}`)
  return goals
}

function phaseOf(reader: Reader, node: Node): SchemePhase[] {
  const map = mapOf(reader, node, 'a phase, beginning with "phase: its name"', phaseKeys)
  if (map === undefined) return []
  const from = offsetOf(map)
  const daysPerWeek = valueIn(map, 'days a week')
  return [
    {
      name: named(reader, valueIn(map, 'phase'), 'phase: its name', from),
      block: oneOf(reader, valueIn(map, 'block'), blockKinds, from),
      weeks: wholeOf(reader, valueIn(map, 'weeks'), [1, 52], 'weeks', from),
      ...(daysPerWeek !== undefined && { daysPerWeek: wholeOf(reader, daysPerWeek, [1, 14], 'days a week', from) }),
      days: itemsOf(reader, valueIn(map, 'days'), 'days: a list', from).flatMap((one) => dayOf(reader, one)),
    },
  ]
}

function dayOf(reader: Reader, node: Node): SchemeDay[] {
  const map = mapOf(reader, node, 'a day, beginning with "day: its name"', dayKeys)
  if (map === undefined) return []
  const from = offsetOf(map)
  const sections: Partial<Record<SessionSection, readonly SchemeItem[]>> = {}
  for (const section of sessionSections) {
    const value = valueIn(map, sectionWords[section])
    if (value === undefined) continue
    sections[section] = itemsOf(reader, value, 'a list of movements, such as "- plank: 3 x 30 s, rest 1:00"', from).flatMap((one) =>
      itemOf(reader, one),
    )
  }
  return [
    {
      name: named(reader, valueIn(map, 'day'), 'day: its name', from),
      type: oneOf(reader, valueIn(map, 'type'), sessionTypes, from),
      focus: oneOf(reader, valueIn(map, 'focus'), sessionFocuses, from),
      sections,
    },
  ]
}

function itemOf(reader: Reader, node: Node): SchemeItem[] {
  const expected = 'a movement with its sets, such as "squat-barbell: 3 x 5, rest 3:00"'
  const map = mapOf(reader, node, expected)
  const pairs = (map?.items ?? []) as Pair<Node, Node | null>[]
  const [written, ...others] = pairs.filter(({ key }) => !(itemKeys as readonly string[]).includes(nameOf(key)))
  if (written === undefined) {
    if (map !== undefined) problemAt(reader, offsetOf(map), expected)
    return []
  }
  for (const { key } of others) problemAt(reader, offsetOf(key), `one of: ${itemKeys.join(', ')}`)
  const movements = nameOf(written.key)
    .split('|')
    .map((slug) => slug.trim())
  if (!movements.every((slug) => SLUG.test(slug)))
    problemAt(reader, offsetOf(written.key), 'slugs of movements, such as "squat-barbell | goblet-squat-dumbbell"')
  const lines = isScalar(written.value)
    ? [written.value]
    : itemsOf(reader, written.value, 'sets such as "3 x 5-8, rest 2:00", or a list of them', offsetOf(written.key))
  const sets = lines.flatMap((line) => parsed(reader, line, readSets))
  const restSeconds = sets[0]?.restSeconds ?? 0
  const other = sets.findIndex((one) => one.restSeconds !== restSeconds)
  if (other > 0) problemAt(reader, offsetOf(lines[other]), 'the same rest in every line of a movement')
  const progress = valueIn(map!, 'progress')
  const [progression] = progress === undefined || progress === null ? [] : parsed(reader, progress, readRule)
  const turn = turnOf(reader, valueIn(map!, 'turn'))
  const together = valueIn(map!, 'together')
  return [
    {
      movements,
      lines: sets.map(({ line }) => line),
      restSeconds,
      ...(progression !== undefined && { progression }),
      ...(turn !== undefined && { turn }),
      ...(together !== undefined && { superset: wholeOf(reader, together, [1, 99], 'together: a number', offsetOf(map)) }),
    },
  ]
}

function isSaid(reader: Reader, value: Node | null | undefined, from: number): boolean {
  if (value === undefined) return false
  if (isScalar(value) && typeof value.value === 'boolean') return value.value
  problemAt(reader, offsetOf(value, from), 'week by week: true')
  return false
}

const TURN = /^([1-9]\d?) of ([1-9]\d?)$/

function turnOf(reader: Reader, value: Node | null | undefined): SchemeItem['turn'] {
  if (value === undefined) return undefined
  const [, line, lines] = TURN.exec(textOf(reader, value, 'a turn, such as "2 of 3"', 0)) ?? []
  if (line !== undefined && Number(line) <= Number(lines)) return { line: Number(line) - 1, lines: Number(lines) }
  problemAt(reader, offsetOf(value), 'a turn, such as "2 of 3"')
  return undefined
}

function parsed<Value>(reader: Reader, node: Node, read: (text: string) => Read<Value>): Value[] {
  const found = read(textOf(reader, node, 'text', offsetOf(node)))
  if (isRead(found)) return [found.value]
  problemAt(reader, placeIn(node, found.fault.at), found.fault.expected)
  return []
}

const nameOf = (key: unknown) => (isScalar(key) ? String(key.value) : '')

function pairsOf(reader: Reader, value: Node | null | undefined, expected: string, from: number): readonly Pair<Node, Node | null>[] {
  const isThere = value !== undefined && value !== null
  const map = isThere ? mapOf(reader, value, expected) : undefined
  if (!isThere) problemAt(reader, from, expected)
  return (map?.items ?? []) as Pair<Node, Node | null>[]
}

function named(reader: Reader, value: Node | null | undefined, expected: string, from: number): string {
  const text = textOf(reader, value, expected, from)
  if (text.length > limits.nameGraphemes && [...new Intl.Segmenter().segment(text)].length > limits.nameGraphemes)
    problemAt(reader, offsetOf(value, from), `${expected}, of at most ${limits.nameGraphemes} characters`)
  return text
}

function matching(reader: Reader, map: YAMLMap, key: string, pattern: RegExp, expected: string, from: number): string {
  const value = valueIn(map, key)
  const text = textOf(reader, value, expected, from)
  if (text !== '' && !pattern.test(text)) problemAt(reader, offsetOf(value, from), expected)
  return text
}

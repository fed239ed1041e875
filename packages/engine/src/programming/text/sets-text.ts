import { kg, limits, metres, seconds, type SetKind, setKinds } from '@gymgenius/domain'
import type { PlannedSets, SetLine } from '../progression/plan.ts'
import { afterBlanks, type Cursor, isAtEnd, need, type Read, reading, take, Unreadable } from './fault.ts'

/** The sets of one movement and the rest between them. */
export interface WrittenSets {
  readonly line: SetLine
  readonly restSeconds: number
}

/** Left in reserve where nothing is written: as many as possible still stops with one left. */
const PLAIN_RIR = 2
const AMRAP_RIR = 1
const MOST_SETS = 20
const plainRir = (kind: SetKind | undefined) => (kind === 'amrap' ? AMRAP_RIR : PLAIN_RIR)

/**
 * Sets as a lifter writes them:
 *
 *     3 x 5-8 @ RIR 2, rest 2:30
 *     1 x 5 @ 65 %, 1 x 5 @ 75 %, 1 x 5+ @ 85 %, rest 3:00
 *     1 x 3 top @ RIR 1, 2 x 8 back-off, rest 3:00        2 x 30 s, rest 1:00        1 x 40 m @ 24 kg, rest 1:30
 *
 * "5+" is as many as possible, five at least; "%" is of the training maximum. A set without RIR leaves 2, with a plus 1.
 */
export function readSets(text: string): Read<WrittenSets> {
  return reading(() => {
    const cursor: Cursor = { text, at: 0 }
    const line: PlannedSets[] = []
    let restSeconds: number | undefined
    do {
      if (take(cursor, /rest\b/) === undefined) line.push(readGroup(cursor))
      else restSeconds = readRest(cursor)
    } while (restSeconds === undefined && take(cursor, /,/) !== undefined)
    if (line.length === 0) throw new Unreadable(0, 'sets such as "3 x 5-8"')
    if (restSeconds === undefined) throw new Unreadable(afterBlanks(cursor), '"," and the rest at the end, such as "rest 2:30"')
    if (!isAtEnd(cursor)) throw new Unreadable(afterBlanks(cursor), 'nothing more after the rest')
    return { line, restSeconds }
  })
}

const kindWords = setKinds
  .filter((kind) => kind !== 'working' && kind !== 'amrap')
  .map((kind) => [kind, kind.replaceAll('_', '-')] as const)
const KIND_WORD = new RegExp(
  `(${kindWords
    .map(([, word]) => word)
    .toSorted((a, b) => b.length - a.length)
    .join('|')})(?![a-z-])`,
)

function readGroup(cursor: Cursor): PlannedSets {
  const count = wholeFrom(cursor, 1, MOST_SETS, 'how many sets, such as "3 x"')
  need(cursor, /[x×]/, '"x" between sets and repetitions')
  const from = afterBlanks(cursor)
  const amount = wholeFrom(cursor, 1, limits.distanceMeters, 'repetitions, seconds or metres, such as "5-8", "30 s" or "40 m"')
  const measure = take(cursor, /(s|m)(?![a-z])/)?.[1]
  const amounts = measure === undefined ? readReps(cursor, amount, from) : ofMeasure(measure, amount)
  const word = take(cursor, KIND_WORD)?.[1]
  const kind = amounts.kind ?? kindWords.find(([, written]) => written === word)?.[0]
  if (amounts.kind !== undefined && word !== undefined) throw new Unreadable(cursor.at - word.length, 'no kind of set after a plus')
  let sets: PlannedSets = { ...amounts, ...(kind !== undefined && { kind }), count, rir: plainRir(kind) }
  while (take(cursor, /@/) !== undefined) sets = { ...sets, ...readTarget(cursor) }
  return sets
}

type Amount = Pick<PlannedSets, 'reps' | 'repHigh' | 'kind' | 'durationSeconds' | 'distanceMeters'>

const ofMeasure = (measure: string, amount: number): Amount =>
  measure === 's' ? { reps: 1, repHigh: 1, durationSeconds: seconds(amount) } : { reps: 1, repHigh: 1, distanceMeters: metres(amount) }

function readReps(cursor: Cursor, reps: number, from: number): Amount {
  if (reps > limits.reps) throw new Unreadable(from, `at most ${limits.reps} repetitions`)
  if (take(cursor, /\+/) !== undefined) return { reps, repHigh: reps, kind: 'amrap' }
  if (take(cursor, /[-–]/) === undefined) return { reps, repHigh: reps }
  const repHigh = wholeFrom(cursor, reps, limits.reps, `the top of the range, ${reps} or more`)
  return { reps, repHigh }
}

function readTarget(cursor: Cursor): Partial<PlannedSets> {
  if (take(cursor, /RIR\b/i) !== undefined) {
    const at = afterBlanks(cursor)
    const rir = Number(need(cursor, NUMBER, 'the reserve, 0 to 10')[0])
    if (rir > limits.rir) throw new Unreadable(at, 'the reserve, 0 to 10')
    return { rir }
  }
  const value = Number(need(cursor, NUMBER, '"RIR 2", "85 %" or "60 kg"')[0])
  if (take(cursor, /%/) !== undefined) return { percent: value }
  const at = afterBlanks(cursor)
  need(cursor, /kg\b/, '"%" or "kg"')
  if (value > limits.loadKg) throw new Unreadable(at, `at most ${limits.loadKg} kg`)
  return { loadKg: kg(value) }
}

export const NUMBER = /\d+(\.\d+)?/

function readRest(cursor: Cursor): number {
  const at = afterBlanks(cursor)
  const [, minutes, secondsPart] = need(cursor, /(\d+):([0-5]\d)/, 'a time in minutes and seconds, such as "2:30"')
  const rest = Number(minutes) * 60 + Number(secondsPart)
  if (rest > limits.restSeconds) throw new Unreadable(at, 'a rest within a day')
  return rest
}

export function wholeFrom(cursor: Cursor, least: number, most: number, expected: string): number {
  const at = afterBlanks(cursor)
  const value = Number(need(cursor, /\d+/, expected)[0])
  if (value < least || value > most) throw new Unreadable(at, `${expected}, ${least} to ${most}`)
  return value
}

export function printSets({ line, restSeconds }: WrittenSets): string {
  return [...line.map(printGroup), `rest ${printTime(restSeconds)}`].join(', ')
}

function printGroup({ count, reps, repHigh, rir, kind, durationSeconds, distanceMeters, percent, loadKg }: PlannedSets): string {
  const range = kind === 'amrap' ? `${reps}+` : repHigh === reps ? `${reps}` : `${reps}-${repHigh}`
  const amount = durationSeconds !== undefined ? `${durationSeconds} s` : distanceMeters !== undefined ? `${distanceMeters} m` : range
  const word = kindWords.find(([one]) => one === kind)?.[1]
  const isPlain = rir === plainRir(kind) && (percent !== undefined || loadKg !== undefined || kind === 'amrap')
  return [
    `${count} x ${amount}`,
    ...(word === undefined ? [] : [word]),
    ...(isPlain || (rir === PLAIN_RIR && kind === 'warm_up') ? [] : [`@ RIR ${rir}`]),
    ...(percent === undefined ? [] : [`@ ${percent} %`]),
    ...(loadKg === undefined ? [] : [`@ ${loadKg} kg`]),
  ].join(' ')
}

const printTime = (all: number) => `${Math.floor(all / 60)}:${String(all % 60).padStart(2, '0')}`

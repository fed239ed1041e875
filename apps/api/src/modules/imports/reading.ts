import { Problem } from '@gymgenius/contracts'
import { type Aside, OutOfMemory, OutOfPatience, startAside } from '../../platform/aside.ts'
import type { ReadingAids, ReadWorkout } from './formats/logbook.ts'
import type { ReadingAnswer, ReadingQuestion, ReadingSummary } from './reading.aside.ts'

/** A file of the largest size takes a few seconds where nobody else is at work; the reader stands back for all who are. */
const READING_MS = 120_000
const MEMORY_MB = 768
/** Files read at one time; others wait their turn, so that a few large ones do not take every core. */
const SIDE_BY_SIDE = 2

/** A file that was read, open with the program that read it. */
export interface OpenBook {
  readonly summary: ReadingSummary
  /** The workouts in the order of time, in portions of about as many sets as `sets` says each time. */
  portions(sets: () => number): AsyncIterable<readonly ReadWorkout[]>
}

/** Reads a file beside the server and lends it to `use`; requests are answered meanwhile. */
export async function withBook<T>(bytes: Uint8Array, aids: ReadingAids, use: (book: OpenBook) => Promise<T>): Promise<T> {
  const leave = await enter()
  const reader: Reader = startAside(new URL('./reading.aside.ts', import.meta.url), MEMORY_MB)
  try {
    const first = await ask(reader, { bytes, aids })
    if (first.kind === 'refused') throw new Problem(first.refusal.code, first.refusal.facts)
    if (first.kind !== 'summary') throw new Error('The reader spoke out of turn')
    return await use({ summary: first.summary, portions: (sets) => portionsOf(reader, sets) })
  } finally {
    await reader.end()
    leave()
  }
}

type Reader = Aside<ReadingQuestion, ReadingAnswer>

/** The next portion is on its way while one is used. */
async function* portionsOf(reader: Reader, sets: () => number): AsyncIterable<readonly ReadWorkout[]> {
  const askForMore = () => {
    const answer = ask(reader, sets())
    answer.catch(() => {}) // told when it is waited for, if it is
    return answer
  }
  for (let coming = askForMore(); ;) {
    const portion = await coming
    if (portion.kind !== 'portion' || portion.workouts.length === 0) return
    coming = askForMore()
    yield portion.workouts
  }
}

async function ask(reader: Reader, question: ReadingQuestion): Promise<ReadingAnswer> {
  try {
    return await reader.ask(question, READING_MS)
  } catch (error) {
    if (error instanceof OutOfMemory) throw tooLarge('memory', MEMORY_MB * 1024 * 1024)
    if (error instanceof OutOfPatience) throw tooLarge('seconds', READING_MS / 1000)
    throw error
  }
}

const tooLarge = (limit: string, allowed: number) => new Problem('imports.too_large', { limit, allowed })

let inside = 0
const waiting: (() => void)[] = []

/** Waits for a place among the readers; the function it gives back frees it. */
async function enter(): Promise<() => void> {
  if (inside >= SIDE_BY_SIDE) await new Promise<void>((resolve) => waiting.push(resolve))
  else inside++
  return () => {
    const next = waiting.shift()
    if (next === undefined) inside--
    else next()
  }
}

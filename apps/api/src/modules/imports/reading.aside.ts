import { answerAside } from '../../platform/aside.ts'
import { standBack } from '../../platform/priority.ts'
import type { Logbook, ReadingAids, ReadWorkout } from './formats/logbook.ts'
import { RefusedFile, type Refusal } from './formats/logbook.ts'
import { readLogbook } from './formats/read.ts'

/** What is to be read. */
export interface ReadingTask {
  readonly bytes: Uint8Array
  readonly aids: ReadingAids
}

/** A logbook without its workouts, which are handed over in portions. */
export interface ReadingSummary extends Omit<Logbook, 'workouts'> {
  readonly workouts: number
  readonly sets: number
  readonly firstAt: number | undefined
  readonly lastAt: number | undefined
  readonly movements: readonly { readonly name: string; readonly sets: number }[]
}

export type ReadingAnswer =
  | { readonly kind: 'summary'; readonly summary: ReadingSummary }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'portion'; readonly workouts: readonly ReadWorkout[] }

/** The file, or how many sets the next portion may hold. */
export type ReadingQuestion = ReadingTask | number

let left: readonly ReadWorkout[] = []

standBack()
answerAside<ReadingQuestion, ReadingAnswer>((question) => (typeof question === 'number' ? nextPortion(question) : open(question)))

function open({ bytes, aids }: ReadingTask): ReadingAnswer {
  try {
    const { workouts, ...book } = readLogbook(bytes, aids)
    left = workouts
    return { kind: 'summary', summary: summaryOf(book, workouts) }
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error
    return { kind: 'refused', refusal: error.refusal }
  }
}

function nextPortion(setsAtMost: number): ReadingAnswer {
  let next = 0
  for (let sets = 0; next < left.length && sets < setsAtMost; next++) sets += countSets(left[next]!)
  const workouts = left.slice(0, next)
  left = left.slice(next)
  return { kind: 'portion', workouts }
}

function summaryOf(book: Omit<Logbook, 'workouts'>, workouts: readonly ReadWorkout[]): ReadingSummary {
  const setsByMovement = new Map<string, number>()
  for (const { name, sets } of workouts.flatMap(({ exercises }) => exercises)) {
    setsByMovement.set(name, (setsByMovement.get(name) ?? 0) + sets.length)
  }
  return {
    ...book,
    workouts: workouts.length,
    sets: workouts.reduce((sum, workout) => sum + countSets(workout), 0),
    firstAt: workouts[0]?.startedAt,
    lastAt: workouts.at(-1)?.startedAt,
    movements: [...setsByMovement].map(([name, sets]) => ({ name, sets })).sort((a, b) => b.sets - a.sets),
  }
}

function countSets({ exercises }: ReadWorkout) {
  return exercises.reduce((sum, { sets }) => sum + sets.length, 0)
}

import { parentPort, workerData } from 'node:worker_threads'
import type { Logbook, ReadingAids, ReadWorkout } from './formats/logbook.ts'
import { RefusedFile, type Refusal } from './formats/logbook.ts'
import { readLogbook } from './formats/read.ts'

/** What the reading thread is given. */
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

const { bytes, aids } = workerData as ReadingTask
const answer = (message: ReadingAnswer) => parentPort!.postMessage(message, [])

try {
  const { workouts, ...book } = readLogbook(bytes, aids)
  answer({ kind: 'summary', summary: summaryOf(book, workouts) })
  let next = 0
  parentPort!.on('message', (setsAtMost: number) => {
    const from = next
    for (let sets = 0; next < workouts.length && sets < setsAtMost; next++) sets += countSets(workouts[next]!)
    answer({ kind: 'portion', workouts: workouts.slice(from, next) })
  })
} catch (error) {
  if (!(error instanceof RefusedFile)) throw error
  answer({ kind: 'refused', refusal: error.refusal })
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

import { Worker } from 'node:worker_threads'
import { Problem } from '@gymgenius/contracts'
import type { ReadingAids, ReadWorkout } from './formats/logbook.ts'
import type { ReadingAnswer, ReadingSummary, ReadingTask } from './reading.worker.ts'

const READING_MS = 30_000
const MEMORY_MB = 768
/** Files read at one time; others wait their turn, so that a few large ones do not take every core. */
const SIDE_BY_SIDE = 2

/** A file that was read, open on the thread that read it. */
export interface OpenBook {
  readonly summary: ReadingSummary
  /** The workouts in the order of time, in portions of about as many sets as `sets` says each time. */
  portions(sets: () => number): AsyncIterable<readonly ReadWorkout[]>
}

/** Reads a file on a thread of its own and lends it to `use`; requests are answered meanwhile. */
export async function withBook<T>(bytes: Uint8Array, aids: ReadingAids, use: (book: OpenBook) => Promise<T>): Promise<T> {
  const leave = await enter()
  const task: ReadingTask = { bytes, aids }
  const worker = new Worker(new URL('./reading.worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  try {
    const first = await answerOf(worker)
    if (first.kind === 'refused') throw new Problem(first.refusal.code, first.refusal.facts)
    if (first.kind !== 'summary') throw new Error('The reading thread spoke out of turn')
    return await use({ summary: first.summary, portions: (sets) => portionsOf(worker, sets) })
  } finally {
    await worker.terminate()
    leave()
  }
}

/** The next portion is on its way while one is used. */
async function* portionsOf(worker: Worker, sets: () => number): AsyncIterable<readonly ReadWorkout[]> {
  const askForMore = () => {
    const answer = answerOf(worker)
    answer.catch(() => {}) // told when it is waited for, if it is
    worker.postMessage(sets(), [])
    return answer
  }
  for (let coming = askForMore(); ;) {
    const portion = await coming
    if (portion.kind !== 'portion' || portion.workouts.length === 0) return
    coming = askForMore()
    yield portion.workouts
  }
}

function answerOf(worker: Worker): Promise<ReadingAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(patience)
      worker.off('message', heard).off('error', failed).off('exit', ended)
      act()
    }
    const heard = (answer: ReadingAnswer) => settle(() => resolve(answer))
    const failed = (error: NodeJS.ErrnoException) =>
      settle(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge('memory', MEMORY_MB * 1024 * 1024) : error))
    const ended = () => settle(() => reject(new Error('The reading thread ended before it answered')))
    const patience = setTimeout(() => settle(() => reject(tooLarge('seconds', READING_MS / 1000))), READING_MS)
    worker.on('message', heard).on('error', failed).on('exit', ended)
  })
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

import { Worker } from 'node:worker_threads'
import type { LifterPriors } from '@gymgenius/engine/sampling'
import type { FitAnswer, FitTask } from './fitting.worker.ts'

/** Some forty times what five thousand sets take. */
const FITTING_MS = 180_000
const MEMORY_MB = 512

type AnswerTo<T extends FitTask> = T extends { readonly kind: 'lifter' } ? FitAnswer : LifterPriors

let last: Promise<unknown> = Promise.resolve()

/** Fits on a thread of its own, so that requests are answered meanwhile; whoever asks next waits. */
export function fitAside<T extends FitTask>(task: T): Promise<AnswerTo<T>> {
  const mine = last.then(() => onThread(task))
  last = mine.catch(() => {})
  return mine
}

async function onThread<T extends FitTask>(task: T): Promise<AnswerTo<T>> {
  const worker = new Worker(new URL('./fitting.worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  let patience: NodeJS.Timeout | undefined
  try {
    return await new Promise((resolve, reject) => {
      patience = setTimeout(() => reject(new Error(`The fit took longer than ${FITTING_MS / 1000} s`)), FITTING_MS)
      worker.on('message', resolve).on('error', reject)
      worker.on('exit', () => reject(new Error('The fitting thread ended before it answered')))
    })
  } finally {
    clearTimeout(patience)
    await worker.terminate()
  }
}

import type { LifterPriors } from '@gymgenius/engine/sampling'
import { startAside } from '../../platform/aside.ts'
import type { FitAnswer, FitTask } from './fitting.aside.ts'

/** Some forty times what five thousand sets take. */
const FITTING_MS = 180_000
const MEMORY_MB = 512

type AnswerTo<T extends FitTask> = T extends { readonly kind: 'lifter' } ? FitAnswer : LifterPriors

let last: Promise<unknown> = Promise.resolve()

/** Fits beside the server, so that requests are answered meanwhile; whoever asks next waits. */
export function fitAside<T extends FitTask>(task: T): Promise<AnswerTo<T>> {
  const mine = last.then(() => fitted(task))
  last = mine.catch(() => {})
  return mine
}

async function fitted<T extends FitTask>(task: T): Promise<AnswerTo<T>> {
  const fitter = startAside<T, AnswerTo<T>>(new URL('./fitting.aside.ts', import.meta.url), MEMORY_MB)
  try {
    return await fitter.ask(task, FITTING_MS)
  } finally {
    await fitter.end()
  }
}

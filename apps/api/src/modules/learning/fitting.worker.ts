import { parentPort, workerData } from 'node:worker_threads'
import { seededRng } from '@gymgenius/domain'
import { fit, fitPopulation, type LifterFit, type LifterPriors } from '@gymgenius/engine/sampling'
import type { LifterSummary, TrainedSet, WarmStart } from '@gymgenius/engine/sampling'

/** What the fitting thread is given. */
export type FitTask =
  | {
      readonly kind: 'lifter'
      readonly sets: readonly TrainedSet[]
      readonly priors: LifterPriors
      readonly seed: number
      readonly yesterday: WarmStart | undefined
    }
  | { readonly kind: 'population'; readonly summaries: readonly LifterSummary[] }

export type FitAnswer = LifterFit

const task = workerData as FitTask
const answer = task.kind === 'lifter' ? fit(task.sets, task.priors, seededRng(task.seed), task.yesterday) : fitPopulation(task.summaries)
parentPort!.postMessage(answer, [])

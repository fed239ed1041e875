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
const answer = task.kind === 'lifter' ? fitLifter(task) : fitPopulation(task.summaries)
parentPort!.postMessage(answer, [])

/** Chains that did not quite agree get one more try, from what they have learned of the shape. */
function fitLifter({ sets, priors, seed, yesterday }: Extract<FitTask, { kind: 'lifter' }>): LifterFit {
  const rng = seededRng(seed)
  const first = fit(sets, priors, rng, yesterday)
  return first.isTrusted ? first : fit(sets, priors, rng, first.warmStart)
}

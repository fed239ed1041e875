import { seededRng } from '@gymgenius/domain'
import type { Traits } from '@gymgenius/engine'
import { fit, fitPopulation, type LifterFit, type LifterPriors, type Proof, provedBy } from '@gymgenius/engine/sampling'
import type { LifterSummary, TrainedSet, WarmStart } from '@gymgenius/engine/sampling'
import { answerAside } from '../../platform/aside.ts'

/** What is to be fitted. */
export type FitTask =
  | {
      readonly kind: 'lifter'
      readonly sets: readonly TrainedSet[]
      readonly priors: LifterPriors
      readonly seed: number
      readonly yesterday: WarmStart | undefined
      /** The traits of yesterday's fit, and how they did until then. */
      readonly onTrial: { readonly traits: Traits; readonly proof: Proof } | undefined
    }
  | { readonly kind: 'population'; readonly summaries: readonly LifterSummary[] }

export interface FitAnswer extends LifterFit {
  readonly proof: Proof | undefined
}

answerAside((task: FitTask): FitAnswer | LifterPriors => (task.kind === 'lifter' ? fitLifter(task) : fitPopulation(task.summaries)))

/** Chains that did not quite agree get one more try, from what they have learned of the shape. */
function fitLifter({ sets, priors, seed, yesterday, onTrial }: Extract<FitTask, { kind: 'lifter' }>): FitAnswer {
  const rng = seededRng(seed)
  const first = fit(sets, priors, rng, yesterday)
  const found = first.isTrusted ? first : fit(sets, priors, rng, first.warmStart)
  return { ...found, proof: onTrial && provedBy(sets, onTrial.traits, onTrial.proof) }
}

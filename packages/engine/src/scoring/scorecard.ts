import type { LifterScore } from './backtest.ts'
import { masks } from './masks.ts'
import { meansOf, pooledTally, type Tally } from './tally.ts'

/** Lifters with fewer scored sets are too noisy to compare one by one. */
const SETS_TO_COMPARE = 300

/** How often a model holds per lifter what it holds on average. */
export interface Fairness {
  readonly lifters: number
  /** Share of lifters for whom the model errs less than the simple rule. */
  readonly betterThanRule: number
  /** Share of lifters whose 80 % interval covers 75 to 86 %. */
  readonly honest80: number
}

export function fairnessOf(scores: readonly LifterScore[]): Fairness {
  const compared = scores.filter(({ byMask }) => byMask.all.sets >= SETS_TO_COMPARE)
  const share = (holds: (score: LifterScore) => boolean) => compared.filter(holds).length / compared.length
  return {
    lifters: compared.length,
    betterThanRule: share(({ byMask, ruleErrors }) => byMask.all.error < ruleErrors.all),
    honest80: share(({ byMask }) => within(byMask.all.inside80 / byMask.all.sets, 0.75, 0.86)),
  }
}

/** The scores as lines of text: pooled by mask, then what holds per lifter, then every lifter. */
export function scorecard(scores: readonly LifterScore[]): readonly string[] {
  const fairness = fairnessOf(scores)
  const raters = scores.filter(({ atRir }) => atRir !== null)
  const telling = raters.filter(({ isReserveConstant }) => !isReserveConstant)
  return [
    row('pooled', ['sets', 'MAE', 'rule', 'CRPS', 'NLL', '80 %', '95 %']),
    ...masks.map((mask) => {
      const tally = pooledTally(scores.map(({ byMask }) => byMask[mask]))
      const rule = scores.reduce((sum, { ruleErrors }) => sum + ruleErrors[mask], 0)
      return row(mask, cellsOf(tally, rule))
    }),
    row('at RIR', cellsOf(ofRaters(telling), Number.NaN)),
    row('at RIR, same label', cellsOf(ofRaters(raters.filter(({ isReserveConstant }) => isReserveConstant)), Number.NaN)),
    row('at RIR, mean of lifters', ['', fixed(telling.reduce((sum, { atRir }) => sum + atRir!.error / atRir!.sets, 0) / telling.length)]),
    '',
    `of ${fairness.lifters} lifters with ${SETS_TO_COMPARE} scored sets: ${percent(fairness.betterThanRule)} better than the simple rule, ` +
      `80 % interval within 75–86 % for ${percent(fairness.honest80)}`,
    '',
    row('lifter', ['sets', 'MAE', 'rule', 'CRPS', 'NLL', '80 %', '95 %']),
    ...scores.map(({ lifter, byMask, ruleErrors }) => row(lifter, cellsOf(byMask.all, ruleErrors.all))),
  ]
}

const ofRaters = (some: readonly LifterScore[]) => pooledTally(some.map(({ atRir }) => atRir!))

function cellsOf(tally: Tally, ruleError: number): readonly string[] {
  const { sets, error, crps, nll, inside80, inside95 } = meansOf(tally)
  return [String(sets), fixed(error), fixed(ruleError / sets), fixed(crps), fixed(nll), percent(inside80), percent(inside95)]
}

const row = (name: string, cells: readonly string[]) => name.padEnd(24) + cells.map((cell) => cell.padStart(9)).join('')

const fixed = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(3))

const percent = (share: number) => (Number.isNaN(share) ? '–' : (share * 100).toFixed(1))

const within = (value: number, low: number, high: number) => value >= low && value <= high

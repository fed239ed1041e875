import type { Grade } from './grade.ts'

/** Sums of grades over many sets; sums of sums pool lifters. */
export interface Tally {
  sets: number
  error: number
  crps: number
  nll: number
  inside80: number
  inside95: number
}

export const emptyTally = (): Tally => ({ sets: 0, error: 0, crps: 0, nll: 0, inside80: 0, inside95: 0 })

export function addGrade(tally: Tally, grade: Grade): void {
  tally.sets += 1
  tally.error += grade.error
  tally.crps += grade.crps
  tally.nll += grade.nll
  tally.inside80 += grade.inside80
  tally.inside95 += grade.inside95
}

export function pooledTally(tallies: readonly Tally[]): Tally {
  const all = emptyTally()
  for (const tally of tallies) for (const name of tallyFields) all[name] += tally[name]
  return all
}

export type MeanScores = { readonly [Name in keyof Tally]: number }

/** Means per set; NaN where there was none. `error` is then the mean absolute error. */
export function meansOf(tally: Tally): MeanScores {
  const means = emptyTally()
  for (const name of tallyFields) means[name] = name === 'sets' ? tally.sets : tally[name] / tally.sets
  return means
}

const tallyFields = Object.keys(emptyTally()) as (keyof Tally)[]

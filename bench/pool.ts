import { existsSync, readFileSync } from 'node:fs'
import { emptyHabit, forecastReps, type LoggedSet, observeHabit } from '@gymgenius/engine'
import { movementFactsReader } from '../apps/api/src/cli/engine.facts.ts'
import { Gate } from '../packages/engine/src/forecast/gate.ts'
import { learnedCapacity } from '../packages/engine/src/lifter/learned-capacity.ts'
import { pooled } from '../packages/engine/src/lifter/rep-forecast.ts'
import { plannedOf } from '../packages/engine/src/scoring/backtest.ts'
import { grade } from '../packages/engine/src/scoring/grade.ts'
import { hasKnownReserve, isWorkingSet, reserveOf } from '../packages/engine/src/scoring/masks.ts'
import { crossedFile, FOLDS, foldOf, readLogs } from './training-logs.ts'

/**
 * The weights with which capacity and habit are pooled where a reserve is asked (`lifter/lifter.ts`), cross-fitted: for each fifth of
 * the lifters they are chosen on the other fifths and scored on it. node bench/pool.ts [FOLDER]. Habit is foretold by weights that never
 * saw the lifter where tools/forecast/train.ts has made them.
 */
const SHIPPED = { capacity: 0.35, habit: 0.9 }
const GRID = [0, 0.2, 0.35, 0.5, 0.65, 0.8, 1]
const EARLIER = 20
const SETS_OF_A_RATER = 100
const CONSTANT = 0.9

interface Asked {
  readonly reps: number
  readonly able: Float64Array
  readonly usual: Float64Array
  readonly likeness: number
}
interface Rater {
  readonly fold: number
  readonly isConstant: boolean
  readonly asked: readonly Asked[]
}

const isCrossed = existsSync(crossedFile(0))
const factsOf = movementFactsReader()
const raters = readLogs(process.argv[2]).flatMap(({ sets }, i) => raterOf(sets, i))
console.log(`${raters.length} lifters, habit ${isCrossed ? 'cross-fitted' : 'as shipped (it saw these lifters)'}`)
for (const isConstant of [false, true]) {
  const group = raters.filter((rater) => rater.isConstant === isConstant)
  if (group.length === 0) continue
  console.log(isConstant ? 'nearly always the same label' : 'labels that tell something')
  report('shipped', group, () => SHIPPED)
  report('cross-fitted', group, ({ fold }) => bestOn(raters.filter((other) => other.fold !== fold && !other.isConstant)))
  report('capacity alone', group, () => ({ capacity: 1, habit: 0 }))
}
for (let fold = 0; fold < FOLDS; fold++)
  console.log('without fifth', fold, bestOn(raters.filter((other) => other.fold !== fold && !other.isConstant)))

function raterOf(sets: readonly LoggedSet[], index: number): Rater[] {
  const capacity = learnedCapacity()
  const habit = emptyHabit()
  const gate = isCrossed ? new Gate(readFileSync(crossedFile(foldOf(index)), 'utf8')) : undefined
  const earlier = new Map<string, number>()
  const labels = new Map<number | null, number>()
  const asked: Asked[] = []
  for (const logged of sets) {
    const set = { ...logged, movement: { ...factsOf(logged.movement.key), key: logged.movement.key } }
    if (isWorkingSet(set)) {
      const reserve = reserveOf(set)
      labels.set(reserve, (labels.get(reserve) ?? 0) + 1)
      if (hasKnownReserve(set)) {
        const before = earlier.get(set.movement.key) ?? 0
        earlier.set(set.movement.key, before + 1)
        if (before >= EARLIER) {
          const planned = plannedOf(set, reserve as typeof set.rir)
          asked.push({
            reps: set.reps,
            able: capacity.forecast(planned),
            usual: forecastReps(habit, { ...planned, rir: null }, gate),
            likeness: capacity.likeHabit(planned),
          })
        }
      }
    }
    observeHabit(habit, set, gate)
    capacity.observe(set)
  }
  const said = [...earlier.values()].reduce((sum, count) => sum + count, 0)
  const all = [...labels.values()].reduce((sum, count) => sum + count, 0)
  const most = Math.max(0, ...[...labels].filter(([label]) => label !== null).map(([, count]) => count))
  return said < SETS_OF_A_RATER ? [] : [{ fold: foldOf(index), isConstant: most >= CONSTANT * all, asked }]
}

function told({ able, usual, likeness }: Asked, { capacity, habit }: typeof SHIPPED) {
  return likeness === 0 ? able : pooled(able, 1 - (1 - capacity) * likeness, usual, habit * likeness)
}

/** Each lifter counts alike: three of them have most of the labels. */
function bestOn(group: readonly Rater[]): typeof SHIPPED {
  let best = { weights: SHIPPED, score: Number.POSITIVE_INFINITY }
  for (const capacity of GRID) {
    for (const habit of GRID) {
      const weights = { capacity, habit }
      const score = meanOf(
        group.map(({ asked }) => meanOf(asked.filter((_, i) => i % 3 === 0).map((one) => grade(told(one, weights), one.reps).crps))),
      )
      if (score < best.score) best = { weights, score }
    }
  }
  return best.weights
}

function report(name: string, group: readonly Rater[], weightsFor: (rater: Rater) => typeof SHIPPED) {
  const grades = group.map((rater) => {
    const weights = weightsFor(rater)
    return rater.asked.map((one) => grade(told(one, weights), one.reps))
  })
  const all = grades.flat()
  const of = (key: 'error' | 'crps' | 'nll' | 'inside80' | 'inside95') => meanOf(all.map((one) => one[key])).toFixed(3)
  const each = meanOf(grades.map((ones) => meanOf(ones.map(({ error }) => error)))).toFixed(3)
  console.log(
    `${name.padEnd(15)} ${all.length} sets  MAE ${of('error')}  mean over lifters ${each}  CRPS ${of('crps')}  NLL ${of('nll')}  80 % ${of('inside80')}  95 % ${of('inside95')}`,
  )
}

function meanOf(values: readonly number[]) {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

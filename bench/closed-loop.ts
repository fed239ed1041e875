import { seededRng } from '@gymgenius/domain'
import { type CoachName, type Tally, twelveWeeks } from '../packages/engine/src/simulate/index.ts'

/**
 * Simulated lifters train twelve weeks by four coaches: the engine, one who knows the truth, an exponentially weighted Epley
 * maximum, and double progression. Same lifters, same days, same luck. Intervals are a bootstrap over lifters.
 */
const LIFTERS = Number(process.env['LIFTERS'] ?? 500)
const FIRST_SEED = Number(process.env['FIRST_SEED'] ?? 1)
const NAMES = (process.env['COACHES'] ?? 'engine,oracle,epley,double').split(',') as CoachName[]
const DRAWS = 1000

const seeds = Array.from({ length: LIFTERS }, (_, i) => FIRST_SEED + i)
const results = Object.fromEntries(NAMES.map((name) => [name, seeds.map((seed) => twelveWeeks(name, seed))])) as Record<CoachName, Tally[]>

const ratio = (over: keyof Tally, under: keyof Tally) => (tallies: readonly Tally[]) => sum(tallies, over) / sum(tallies, under)
const metrics = {
  'inside %': (tallies: readonly Tally[]) => 100 * ratio('inside', 'sets')(tallies),
  'failed below %': (tallies: readonly Tally[]) => 100 * ratio('failedBelow', 'sets')(tallies),
  'e1RM error %': (tallies: readonly Tally[]) => 100 * ratio('e1rmError', 'e1rmAsked')(tallies),
  'moved untold': (tallies: readonly Tally[]) => sum(tallies, 'movedUntold'),
  'gained %': (tallies: readonly Tally[]) => (100 * sum(tallies, 'gained')) / (3 * tallies.length),
  '80 % PIT': (tallies: readonly Tally[]) => 100 * ratio('covered', 'asked')(tallies),
  'interval holds %': (tallies: readonly Tally[]) => 100 * ratio('shown', 'asked')(tallies),
  'confidence %': (tallies: readonly Tally[]) => 100 * ratio('confidence', 'asked')(tallies),
  'range met %': (tallies: readonly Tally[]) => 100 * ratio('metByFeeling', 'asked')(tallies),
}

console.log(`${LIFTERS} lifters, seeds from ${FIRST_SEED}`)
for (const [label, metric] of Object.entries(metrics)) {
  const cells = NAMES.map((name) => `${name} ${metric(results[name]).toFixed(2)} ${interval((pick) => metric(pick(results[name])))}`)
  console.log(`${label.padEnd(16)} ${cells.join('   ')}`)
}
if (results.engine !== undefined && results.oracle !== undefined) {
  const share = (pick: Pick) => metrics['inside %'](pick(results.engine)) / metrics['inside %'](pick(results.oracle))
  console.log(`inside, engine over oracle ${share((all) => all).toFixed(3)} ${interval(share, 3)}`)
}

type Pick = (tallies: readonly Tally[]) => readonly Tally[]

/** 95 % of what the figure would be with other lifters. The same draws for every coach: paired. */
function interval(figure: (pick: Pick) => number, digits = 2): string {
  const rng = seededRng(1)
  const figures = Array.from({ length: DRAWS }, () => {
    const chosen = seeds.map(() => Math.floor(rng() * LIFTERS))
    return figure((tallies) => chosen.map((i) => tallies[i]!))
  }).toSorted((a, b) => a - b)
  return `[${figures[Math.floor(DRAWS * 0.025)]!.toFixed(digits)}, ${figures[Math.floor(DRAWS * 0.975)]!.toFixed(digits)}]`
}

function sum(tallies: readonly Tally[], key: keyof Tally): number {
  return tallies.reduce((total, tally) => total + tally[key], 0)
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { emptyHabit, forecastReps, observeHabit } from '@gymgenius/engine'
import { Backtest, type Grade } from '@gymgenius/engine/scoring'
import { Gate } from '../packages/engine/src/forecast/gate.ts'
import { crossedFile, foldOf, FOLDS, readLogs } from './training-logs.ts'

/**
 * Draws how honest the forecast's ranges are on logs of real lifters into docs/engine/forecast-calibration.svg, and prints what it draws.
 * Each lifter is judged by weights that never saw them where tools/forecast/train.ts has left some; else by those that ship.
 */
const CELLS = 200
const BINS = 20
const SETS_OF_A_LIFTER = 300
const SIZE = 240
const GAP = 50

interface Pit {
  readonly mass: Float64Array
  sets: number
}

const isCrossed = Array.from({ length: FOLDS }, (_, fold) => existsSync(crossedFile(fold))).every(Boolean)
const gates = Array.from({ length: FOLDS }, (_, fold) => (isCrossed ? new Gate(readFileSync(crossedFile(fold), 'utf8')) : undefined))
const [all, changed] = [emptyPit(), emptyPit()]
const lifters = readLogs().map(({ lifter, sets }, index) => {
  const own = emptyPit()
  const habit = emptyHabit()
  const gate = gates[foldOf(index)]
  const backtest = new Backtest(
    lifter,
    { forecast: (planned) => forecastReps(habit, planned, gate), observe: (set) => void observeHabit(habit, set, gate) },
    (grade, found) => {
      for (const pit of found.includes('changed') ? [own, all, changed] : [own, all]) spread(pit, grade)
    },
  )
  for (const set of sets) backtest.see(set)
  backtest.score()
  return own
})
const coverages = lifters
  .filter(({ sets }) => sets >= SETS_OF_A_LIFTER)
  .map((pit) => covered(pit, 0.8))
  .sort((a, b) => a - b)

console.log(
  `weights: ${isCrossed ? 'of the other fifths' : 'as shipped, which saw these lifters'}; ${all.sets} scored sets, ${changed.sets} at changed loads`,
)
for (const level of [0.5, 0.8, 0.95])
  console.log(
    `${level * 100} %: ${(100 * covered(all, level)).toFixed(1)} % of all, ${(100 * covered(changed, level)).toFixed(1)} % of changed`,
  )
console.log(`80 % by lifter: ${coverages.map((share) => (100 * share).toFixed(1)).join(' ')}`)
writeFileSync('docs/engine/forecast-calibration.svg', picture())

function emptyPit(): Pit {
  return { mass: new Float64Array(CELLS), sets: 0 }
}

/** The randomised PIT lies evenly between what was given to fewer reps and what was given up to these. */
function spread(pit: Pit, { below, upTo }: Grade) {
  pit.sets += 1
  const wide = Math.max(upTo - below, 1e-12)
  for (let k = Math.min(CELLS - 1, Math.floor(below * CELLS)); k < CELLS && k / CELLS < upTo; k++)
    pit.mass[k]! += Math.max(0, Math.min(upTo, (k + 1) / CELLS) - Math.max(below, k / CELLS)) / wide
}

/** The share of sets inside the middle `level` of their forecasts. */
function covered({ mass, sets }: Pit, level: number): number {
  const [from, to] = [((1 - level) / 2) * CELLS, ((1 + level) / 2) * CELLS]
  return mass.reduce((sum, amount, k) => sum + amount * Math.max(0, Math.min(k + 1, to) - Math.max(k, from)), 0) / sets
}

function picture(): string {
  const width = 3 * SIZE + 4 * GAP
  const label = 'Randomised PIT of the forecast, coverage of its intervals, and coverage of the 80 % interval by lifter'
  const panels = [histogram(GAP, GAP), curve(2 * GAP + SIZE, GAP), byLifter(3 * GAP + 2 * SIZE, GAP)]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${SIZE + 2 * GAP}" font-family="sans-serif" font-size="13" role="img" aria-label="${label}"><rect width="100%" height="100%" fill="#fff"/>\n${panels.join('\n')}\n</svg>\n`
}

function frame(left: number, top: number, title: string, under: string): string {
  const note = `<text x="${left}" y="${top + SIZE + 30}" fill="#555">${under}</text>`
  return `<text x="${left}" y="${top - 12}">${title}</text>${note}<rect x="${left}" y="${top}" width="${SIZE}" height="${SIZE}" fill="none" stroke="#888"/>`
}

/** Twenty bars that would all be at the line if every forecast were the truth. */
function histogram(left: number, top: number): string {
  const shares = Array.from({ length: BINS }, (_, k) => {
    const cells = all.mass.slice((k * CELLS) / BINS, ((k + 1) * CELLS) / BINS)
    return (cells.reduce((sum, amount) => sum + amount, 0) / all.sets) * BINS
  })
  const bars = shares.map((share, k) => {
    const high = Math.min(SIZE, (share / 2) * SIZE)
    return `<rect x="${(left + (k * SIZE) / BINS + 1).toFixed(1)}" y="${(top + SIZE - high).toFixed(1)}" width="${(SIZE / BINS - 2).toFixed(1)}" height="${high.toFixed(1)}" fill="#3b6ea5"/>`
  })
  const even = `<path d="M${left} ${top + SIZE / 2}h${SIZE}" stroke="#c33" stroke-dasharray="4 3"/>`
  return (
    frame(left, top, 'PIT of all scored sets', `0 to 1; the line is even (${all.sets.toLocaleString('en')} sets)`) + bars.join('') + even
  )
}

/** What intervals say against what they hold: on the diagonal they are honest. */
function curve(left: number, top: number): string {
  const line = (pit: Pit, colour: string) => {
    const points = Array.from(
      { length: 41 },
      (_, i) => `${(left + (i / 40) * SIZE).toFixed(1)},${(top + SIZE * (1 - covered(pit, i / 40))).toFixed(1)}`,
    )
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`
  }
  const diagonal = `<path d="M${left} ${top + SIZE}L${left + SIZE} ${top}" stroke="#888" stroke-dasharray="4 3"/>`
  const names = `<text x="${left + 10}" y="${top + 20}" fill="#3b6ea5">all sets</text><text x="${left + 10}" y="${top + 38}" fill="#b36b00">changed loads</text>`
  return (
    frame(left, top, 'What intervals say, and hold', 'said, 0 to 100 %; upwards: held') +
    diagonal +
    line(all, '#3b6ea5') +
    line(changed, '#b36b00') +
    names
  )
}

/** One point a lifter; the band is 75 to 86 %. */
function byLifter(left: number, top: number): string {
  const y = (share: number) => top + SIZE * (1 - (share - 0.6) / 0.4)
  const points = coverages.map(
    (share, i) =>
      `<circle cx="${(left + ((i + 0.5) / coverages.length) * SIZE).toFixed(1)}" cy="${y(share).toFixed(1)}" r="3" fill="#3b6ea5"/>`,
  )
  const band = `<rect x="${left}" y="${y(0.86).toFixed(1)}" width="${SIZE}" height="${(y(0.75) - y(0.86)).toFixed(1)}" fill="#d9e6d9"/>`
  const under = `${coverages.length} lifters; 60 to 100 %, band 75–86 %`
  return band + frame(left, top, '80 % interval, by lifter', under) + points.join('')
}

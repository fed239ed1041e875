import { seededRng } from '@gymgenius/domain'
import { calibrationRanks, FIRST_PRIORS, parameterNames, RANKED_DRAWS, uniformity } from '@gymgenius/engine/sampling'
import { writeFileSync } from 'node:fs'

/**
 * Simulation-based calibration of the lifter's fit: prints rank histograms and how far their distribution functions stray, and
 * draws both into docs/engine/sampling-calibration.svg.
 */
const LIFTERS = Number(process.env['LIFTERS'] ?? 1000)
const BINS = 20
const WIDTH = 220
const HEIGHT = 90
const GAP = 34
const TRAINING = { movements: 2, workouts: 14, setsPerWorkout: 4, unevenBy: 2 }

const ranks = calibrationRanks(LIFTERS, TRAINING, FIRST_PRIORS, seededRng(2026))
const even = ranks.map((ofOne) => uniformity(ofOne, RANKED_DRAWS, BINS, seededRng(1)))

console.log(
  `${LIFTERS} lifters of ${TRAINING.movements} movements × ${TRAINING.workouts} workouts × ${TRAINING.setsPerWorkout} sets (± ${TRAINING.unevenBy}), ranks among ${RANKED_DRAWS} draws`,
)
parameterNames.forEach((name, i) => {
  const { chiSquareP, ecdfP, ecdfDeviation, histogram } = even[i]!
  console.log(
    `${name.padEnd(12)} χ² p ${chiSquareP.toFixed(3)}  ECDF p ${ecdfP.toFixed(3)}  deviation ${ecdfDeviation.toFixed(3)}  ${histogram.join(' ')}`,
  )
})
writeFileSync('docs/engine/sampling-calibration.svg', picture())

function picture(): string {
  const rows = parameterNames.map((name, i) => {
    const top = GAP + i * (HEIGHT + GAP)
    return `<text x="10" y="${top - 8}">${name}</text>${bars(even[i]!.histogram, 10, top)}${deviation(ranks[i]!, 30 + WIDTH, top)}`
  })
  const [width, height] = [2 * WIDTH + 40, GAP + parameterNames.length * (HEIGHT + GAP)]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13" role="img" aria-label="Rank histograms and ECDF deviations of ten parameters"><rect width="${width}" height="${height}" fill="#fff"/>\n${rows.join('\n')}\n</svg>\n`
}

/** Counts of ranks; the band holds 99 in 100 bins of even ranks. */
function bars(histogram: readonly number[], left: number, top: number): string {
  const expected = LIFTERS / BINS
  const slack = 2.576 * Math.sqrt(expected * (1 - 1 / BINS))
  const y = (count: number) => (top + HEIGHT * (1 - count / (2 * expected))).toFixed(1)
  const wide = WIDTH / BINS
  const columns = histogram.map(
    (count, k) =>
      `<rect x="${(left + k * wide + 1).toFixed(1)}" y="${y(count)}" width="${(wide - 2).toFixed(1)}" height="${((HEIGHT * count) / (2 * expected)).toFixed(1)}" fill="#3b6ea5"/>`,
  )
  const band = `<rect x="${left}" y="${y(expected + slack)}" width="${WIDTH}" height="${((HEIGHT * slack) / expected).toFixed(1)}" fill="#d9d9d9"/>`
  return band + columns.join('')
}

/** Distribution function of the ranks less the diagonal; between the dashes Kolmogorov's statistic stays 99 times in 100. */
function deviation(ofOne: readonly number[], left: number, top: number): string {
  const limit = 1.628 / Math.sqrt(LIFTERS)
  const y = (value: number) => (top + (HEIGHT / 2) * (1 - value / (1.5 * limit))).toFixed(1)
  const points = Array.from({ length: RANKED_DRAWS + 2 }, (_, rank) => {
    const below = ofOne.filter((other) => other < rank).length / LIFTERS
    const u = rank / (RANKED_DRAWS + 1)
    return `${(left + WIDTH * u).toFixed(1)},${y(below - u)}`
  })
  const line = (at: number, dash: string) => `<path d="M${left} ${y(at)}h${WIDTH}" stroke="#888" ${dash}/>`
  const dashed = 'stroke-dasharray="4 3"'
  return `${line(0, '')}${line(limit, dashed)}${line(-limit, dashed)}<polyline points="${points.join(' ')}" fill="none" stroke="#3b6ea5" stroke-width="1.5"/>`
}

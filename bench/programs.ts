import { writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import type { MovementId, ProgramMovement } from '@gymgenius/domain'
import { generateProgram, type ProgramRequest } from '@gymgenius/engine/programming'
import { movementsIn } from './program-lifters.ts'

/**
 * What making a program costs, by the size of the library: processor time of twelve weeks, four days each; the median of some runs in a process
 * that is warm, and the first in one that is not. Draws `docs/engine/program-cost.svg`.
 */
const SIZES = [100, 200, 400, 800, 1600, 3200, 6400, 10_000, 20_000]
const RUNS = 9

const library = movementsIn('full_gym')
const first = costOf(requestFor(800))
for (let i = 0; i < 5; i++) generateProgram(requestFor(800))
const costs = SIZES.map((size) => {
  const request = requestFor(size)
  const runs = Array.from({ length: RUNS }, () => costOf(request)).sort((a, b) => a - b)
  return { size, ms: runs[RUNS >> 1]! }
})

console.log(`First program of a process, 800 movements: ${first.toFixed(0)} ms of processor time`)
for (const { size, ms } of costs)
  console.log(
    `${String(size).padStart(6)} movements: ${ms.toFixed(1)} ms; ${((ms * 1e3) / (size * Math.log2(size))).toFixed(2)} µs per n log n`,
  )
console.log(`load ${loadavg()[0]!.toFixed(1)} on ${availableParallelism()} processors`)
writeFileSync(new URL('../docs/engine/program-cost.svg', import.meta.url), drawn())

function costOf(request: ProgramRequest): number {
  const before = process.cpuUsage()
  generateProgram(request)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** A library of this size: part of ours, or ours several times over, a little different each time. */
function requestFor(size: number): ProgramRequest {
  const movements = Array.from({ length: size }, (_, i): ProgramMovement => {
    const movement = library[(i * 7) % library.length]!
    const copy = Math.floor(i / library.length)
    return copy === 0 ? movement : { ...movement, id: `${movement.id}-${copy}` as MovementId, setupSeconds: movement.setupSeconds + copy }
  })
  return {
    goals: [
      { goal: 'strength', weight: 4 },
      { goal: 'hypertrophy', weight: 4 },
      { goal: 'fat_loss', weight: 2 },
    ],
    split: 'upper_lower',
    daysPerWeek: 4,
    weeks: 12,
    minutes: 60,
    experience: 'intermediate',
    movements,
    seed: 1,
  }
}

/** Both axes doubling: n log n is nearly a straight line there, a square one twice as steep. */
function drawn(): string {
  const [width, height, left, bottom] = [640, 360, 60, 40]
  const x = (size: number) => left + ((Math.log2(size) - Math.log2(SIZES[0]!)) / Math.log2(SIZES.at(-1)! / SIZES[0]!)) * (width - left - 20)
  const y = (ms: number) => height - bottom - ((Math.log2(ms) - 2) / 9) * (height - bottom - 20)
  const last = costs.at(-1)!
  const scale = last.ms / (last.size * Math.log2(last.size))
  const line = (points: readonly (readonly [number, number])[]) =>
    points.map(([a, b]) => `${x(a).toFixed(1)},${Math.min(height - bottom, y(b)).toFixed(1)}`).join(' ')
  const texts = [4, 16, 64, 256].map(
    (ms) =>
      `<text x="${left - 8}" y="${y(ms) + 4}" text-anchor="end">${ms} ms</text><line x1="${left}" x2="${width - 20}" y1="${y(ms)}" y2="${y(ms)}" stroke="#e2e8f0"/>`,
  )
  const sizes = SIZES.filter((_, i) => i % 2 === 1 || i === 0).map(
    (size) => `<text x="${x(size)}" y="${height - 16}" text-anchor="middle">${size}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="#1e293b">
<title>Processor time of a program of twelve weeks, by the movements there are to choose from</title>
<rect width="${width}" height="${height}" fill="#fff"/>
${texts.join('\n')}
${sizes.join('\n')}
<polyline points="${line(costs.map(({ size }) => [size, scale * size * Math.log2(size)]))}" fill="none" stroke="#94a3b8" stroke-dasharray="5 4"/>
<polyline points="${line(costs.map(({ size, ms }) => [size, ms]))}" fill="none" stroke="#06b6d4" stroke-width="2"/>
${costs.map(({ size, ms }) => `<circle cx="${x(size).toFixed(1)}" cy="${y(ms).toFixed(1)}" r="3" fill="#06b6d4"/>`).join('\n')}
<text x="${left + 12}" y="30">measured; dashed: n log n through the last point</text>
<text x="${width / 2}" y="${height - 2}" text-anchor="middle">movements</text>
</svg>
`
}

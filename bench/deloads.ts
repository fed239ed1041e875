import { loadavg } from 'node:os'
import { watchLifter, type WatchedLifter } from '../packages/engine/src/simulate/index.ts'

/**
 * How soon overreached lifters are told to deload, and how often others are told in vain: simulated lifters train twelve weeks by the
 * engine; half of them recover badly from some day in weeks 4 to 8 on. Overreached: true strength 5 % below its best for a week.
 */
const LIFTERS = Number(process.env['LIFTERS'] ?? 500)
const FIRST_SEED = Number(process.env['FIRST_SEED'] ?? 20_001)
/** Two weeks have to be left in which to be told. */
const LATEST_ONSET = 84 - 14

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} % (${part} of ${whole})`
const caughtIn = ({ advisedOn, troubledFrom, overreachedOn }: WatchedLifter) =>
  advisedOn.find((day) => day >= troubledFrom! && day <= overreachedOn! + 14)

for (const keepsDiary of [true, false]) {
  const watched = (isTroubled: boolean) =>
    Array.from({ length: LIFTERS }, (_, i) => watchLifter(FIRST_SEED + i, { isTroubled, keepsDiary }))
  const overreached = watched(true).filter(({ overreachedOn }) => overreachedOn !== undefined && overreachedOn <= LATEST_ONSET)
  const well = watched(false).filter(({ overreachedOn }) => overreachedOn === undefined)
  const caught = overreached.filter((lifter) => caughtIn(lifter) !== undefined)
  const delays = caught.map((lifter) => caughtIn(lifter)! - lifter.overreachedOn!).toSorted((a, b) => a - b)
  const early = overreached.filter(({ advisedOn, troubledFrom }) => advisedOn.some((day) => day < troubledFrom!))
  console.log(`${keepsDiary ? 'with a diary' : 'without a diary'}, ${LIFTERS} lifters of each kind, seeds from ${FIRST_SEED}`)
  console.log(`  overreached and told within 14 days   ${percent(caught.length, overreached.length)}`)
  console.log(`  days from overreached to told         median ${delays[Math.floor(delays.length / 2)]} (below 0: before it)`)
  console.log(
    `  never overreached, yet told           ${percent(well.filter(({ advisedOn }) => advisedOn.length > 0).length, well.length)} in twelve weeks`,
  )
  console.log(`  told before anything was wrong        ${percent(early.length, overreached.length)}`)
}
console.log(`processor ${(process.cpuUsage().user / 1e6).toFixed(1)} s, load ${loadavg()[0]!.toFixed(2)}`)

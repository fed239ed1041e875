import { seededRng } from '@gymgenius/domain'
import {
  bounded,
  coldStart,
  compileHistory,
  FIRST_PRIORS,
  fit,
  lifterDensity,
  type LifterFit,
  parameterNames,
  sampleLifter,
  simulateHistory,
} from '@gymgenius/engine/sampling'
import { loadavg } from 'node:os'

/**
 * How long the nightly fit of one lifter takes on one core, and whether it may be believed: R-hat, effective draws, and its
 * means beside those of a run ten times as long. Processor seconds, so that a shared machine tells the same.
 */
const SEED = Number(process.env['SEED'] ?? 1)
const WORKOUTS = Number(process.env['WORKOUTS'] ?? 250)
const truth = bounded(FIRST_PRIORS.mean)
const history = simulateHistory(
  { ...truth, form: 0.025, rirBias: 0.9, fatigue: 1.3 },
  { movements: 5, workouts: WORKOUTS, setsPerWorkout: 4, unevenBy: 2 },
  seededRng(SEED),
)

const compiled = compileHistory(history)
console.log(`${history.length} sets, ${compiled.informativeSets} of them informative, load ${loadavg()[0]!.toFixed(1)}`)
console.log(`one gradient ${(1000 * perGradient()).toFixed(3)} ms`)

const cold = timed('cold, 4 chains', () => fit(history, FIRST_PRIORS, seededRng(SEED + 1)))
const weekday = history.slice(0, -8)
const yesterday = fit(weekday, FIRST_PRIORS, seededRng(SEED + 2))
const warm = timed('warm, from a fit without the last 8 sets', () => fit(history, FIRST_PRIORS, seededRng(SEED + 3), yesterday.warmStart))
const long = timed('ten times as long', () =>
  sampleLifter(
    compiled,
    FIRST_PRIORS,
    coldStart(compiled, FIRST_PRIORS, seededRng(SEED + 4)),
    { warmUp: 2500, draws: 5000 },
    seededRng(SEED + 5),
  ),
)
table('cold', cold)
table('warm', warm)

function perGradient(): number {
  const density = lifterDensity(compiled, FIRST_PRIORS)
  const position = Float64Array.from(FIRST_PRIORS.mean)
  const gradient = new Float64Array(density.dimension)
  const run = (times: number) => {
    const started = process.cpuUsage()
    for (let i = 0; i < times; i++) density.evaluate(position, gradient)
    return process.cpuUsage(started).user / 1e6 / times
  }
  run(300)
  return run(1000)
}

function timed(name: string, work: () => LifterFit): LifterFit {
  const [started, clock] = [process.cpuUsage(), performance.now()]
  const result = work()
  const { user, system } = process.cpuUsage(started)
  const wall = (performance.now() - clock) / 1000
  console.log(
    `${name}: ${((user + system) / 1e6).toFixed(2)} s of processor, ${wall.toFixed(2)} s by the clock, ${result.gradients} gradients after warm-up, ${result.divergences} divergences, ${result.isTrusted ? 'trusted' : 'NOT trusted'}`,
  )
  return result
}

function table(name: string, { diagnoses }: LifterFit) {
  console.log(`\n${name.padEnd(12)}    mean      sd   R-hat  bulk ESS  tail ESS   (mean − long mean)/sd`)
  for (const parameter of parameterNames) {
    const { mean, sd, rHat, bulkEss, tailEss } = diagnoses[parameter]
    const off = (mean - long.diagnoses[parameter].mean) / long.diagnoses[parameter].sd
    const cells = [
      mean.toFixed(3).padStart(8),
      sd.toFixed(3).padStart(7),
      rHat.toFixed(4).padStart(7),
      bulkEss.toFixed(0).padStart(9),
      tailEss.toFixed(0).padStart(9),
    ]
    console.log(`${parameter.padEnd(12)}${cells.join(' ')}   ${off.toFixed(3).padStart(7)}`)
  }
}

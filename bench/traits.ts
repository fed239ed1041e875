import { seededRng } from '@gymgenius/domain'
import { compileHistory, FIRST_PRIORS, fit, provedBy, provedTraits, trainedSetsOf, traitsOf, unproved } from '@gymgenius/engine/sampling'
import { movementFactsReader } from '../apps/api/src/cli/engine.facts.ts'
import { readLogs } from './training-logs.ts'

/**
 * Which traits real lifters would be advised by: each log is cut into parts, a fit is made at the end of each, and the next part
 * says whether its traits foretell better than none: node bench/traits.ts [FOLDER]. Ranges, no row of any log.
 */
const PARTS = 6
const SETS_NEEDED = 60

const factsOf = movementFactsReader()
const used: string[] = []
let lifters = 0
for (const { lifter, sets } of readLogs(process.argv[2])) {
  const all = trainedSetsOf(sets.map((set) => ({ ...set, movement: { ...factsOf(set.movement.key), key: set.movement.key } })))
  if (compileHistory(all).informativeSets < SETS_NEEDED) continue
  const speaking = all.filter(({ rir }) => rir !== null && rir <= 4)
  const until = (part: number) => speaking[Math.floor(((speaking.length - 1) * part) / PARTS)]!.at
  const seenBy = (part: number) => all.filter(({ at }) => at <= until(part))
  let found = fit(seenBy(1), FIRST_PRIORS, seededRng(1))
  let proof = unproved(until(1))
  for (let part = 2; part <= PARTS; part++) {
    proof = provedBy(seenBy(part), traitsOf(found), proof)
    if (part < PARTS) found = fit(seenBy(part), FIRST_PRIORS, seededRng(part), found.warmStart)
  }
  const traits = traitsOf(found)
  const proved = provedTraits(traits, proof)
  lifters += 1
  used.push(...Object.keys(proved ?? {}))
  const told = ({ sum, squares }: { readonly sum: number; readonly squares: number }) =>
    `${(sum / proof.sets).toFixed(3)} (${(sum / Math.max(1e-9, Math.sqrt(squares - (sum * sum) / proof.sets))).toFixed(1)})`
  const gains = Object.entries(proof.gains).map(([name, { ofReps, ofLoad }]) => `${name} ${told(ofReps)} ${told(ofLoad)}`)
  const { steepness, rirBias, strain } = found.parameters
  console.log(
    `${lifter.padEnd(12)} ${String(speaking.length).padStart(5)} sets, ${proof.sets.toFixed(0)} scored; κ ${steepness.toFixed(2)} b ${rirBias.toFixed(2)} ψ ${strain.toFixed(4)} ± ${found.diagnoses.strain.sd.toFixed(4)}; nats a set (and standard errors) of reps, of load: ${gains.join(', ')}; used: ${Object.keys(proved ?? {}).join(' ') || 'none'}`,
  )
}
console.log(
  `${lifters} lifters; used: ${['curve', 'rirBias', 'dayFatigue'].map((name) => `${name} ${used.filter((one) => one === name).length}`).join(', ')}`,
)

import { DAY_MS, type Instant, kg, type ProgramSet, seededRng, type WorkoutId } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { LARGEST_RISE } from '../../prescription/guardrails.ts'
import { coaches } from '../../simulate/coaches.ts'
import { between } from '../../simulate/chance.ts'
import { drawLift, drawLifter } from '../../simulate/lifter.ts'
import { Trainee } from '../../simulate/training.ts'
import { isRead, readRule, readSets } from '../text/index.ts'
import { type DoneSet, type MovementInPlan, type ProgressionStep, unplanned } from './plan.ts'
import { progress } from './progress.ts'
import { maximumShown, plannedShare } from './steps.ts'

const START = 1_772_474_400_000
const WEEKS = 12
const LIFTERS = 8
const STEP_KG = 2.5
/** Told to the lifter, by the rule or by the engine on the day. */
const TOLD = ['hard_cap', 'step_over_cap']

interface Lived {
  readonly workout: number
  readonly firstKg: number
  readonly breach: boolean
  readonly told: boolean
}

interface LoadedSet {
  readonly loadKg: number
  readonly set: ProgramSet
}

/** Equal reps and RIR: what a load says of the maximum by what was planned with it. */
const implied = ({ loadKg, set }: LoadedSet) => loadKg / plannedShare(set)
/** The most that a workout speaks for: by what was planned, or by what was done. */
const strengthOf = (sets: readonly LoadedSet[], did: readonly DoneSet[]) => Math.max(...sets.map(implied), maximumShown(did) ?? 0)

/** Half of the sets of the last hard week, a little lighter and with two more left, as `deloaded` has it. */
const relieved = (usual: readonly LoadedSet[]): ProgramSet[] =>
  usual
    .slice(0, Math.ceil(usual.length / 2))
    .map(({ loadKg, set }) => ({ ...set, rir: set.rir + 2, loadKg: kg(STEP_KG * Math.ceil((loadKg * 0.95) / STEP_KG)) }))

/** Twelve weeks, twice a week, of one movement by one rule; every fourth week half of the sets with two more in reserve. */
function lived(ruleText: string, setsText: readonly string[], seed: number): Lived[] {
  const rng = seededRng(seed * 7919)
  const trainee = new Trainee(drawLifter(rng), drawLift(rng), START)
  const coach = coaches.engine({ stepKg: STEP_KG, minKg: 20, trainee, bodyMass: between(rng, 55, 110) })
  const rule = readRule(ruleText)
  const lines = setsText.map((text) => readSets(text)).flatMap((read) => (isRead(read) ? [read.value.line] : []))
  if (!isRead(rule)) throw new Error(ruleText)
  let plan: MovementInPlan = { rule: rule.value, lines, state: unplanned, loads: { min: kg(20), step: kg(STEP_KG) } }
  let done: readonly DoneSet[] | null = null
  let last: readonly LoadedSet[] = []
  let usual: readonly LoadedSet[] = []
  /** Ranges that undulate climb each by itself: a load is held against the last time round, the two workouts of a deload counted. */
  const lookBack = rule.value.style === 'daily_undulating' ? lines.length + 2 : 1
  const strengths: number[] = []
  const told: Lived[] = []
  for (let workout = 0; workout < 2 * WEEKS; workout++) {
    const isDeload = Math.floor(workout / 2) % 4 === 3
    const step: ProgressionStep = progress(plan, done)
    if (!isDeload) plan = { ...plan, state: JSON.parse(JSON.stringify(step.state)) }
    const sets = isDeload ? relieved(usual) : step.sets
    let at = (START + Math.floor(workout * 3.5) * DAY_MS) as Instant
    trainee.beginWorkout(at, seededRng(seed * 1_000_003 + workout * 17))
    const flags: string[] = [step.reason.code]
    const today: LoadedSet[] = []
    const did = sets.map((set, i): DoneSet => {
      const asked = {
        at,
        workoutId: `${workout}` as WorkoutId,
        setNumber: i + 1,
        repLow: set.reps,
        repHigh: set.repHigh,
        rir: Math.min(set.rir, 5),
      }
      const advised = coach.advise(asked)
      if (set.loadKg === undefined && i === 0) flags.push(...advised.flags)
      const loadKg = set.loadKg ?? advised.load
      const result = trainee.perform(loadKg, set.repHigh, set.rir)
      coach.see(asked, { ...advised, load: loadKg }, result)
      trainee.rest(advised.rest)
      at = (at + 220_000) as Instant
      today.push({ loadKg, set })
      return { loadKg, reps: result.reps, rir: result.saidRir }
    })
    const first = today[0]!
    const isRise = last.length > 0 && first.loadKg > Math.max(...last.map(({ loadKg }) => loadKg))
    const breach = isRise && implied(first) > Math.max(...strengths.slice(-lookBack)) * (1 + LARGEST_RISE) + 1e-9
    told.push({ workout, firstKg: first.loadKg, breach, told: flags.some((flag) => TOLD.includes(flag)) })
    last = today
    strengths.push(strengthOf(today, did))
    if (isDeload) continue
    done = did
    usual = today
  }
  return told
}

const plans: readonly (readonly [rule: string, sets: readonly string[]])[] = [
  ['single', ['3 x 5 @ RIR 2, rest 3:00']],
  ['double', ['3 x 8-12 @ RIR 2, rest 3:00']],
  ['linear, +5 kg', ['3 x 5 @ RIR 2, rest 3:00']],
  ['paused 3-2-1 s', ['3 x 4 @ RIR 3, rest 3:00']],
  ['build to drop, -15 %', ['1 x 6 @ RIR 4, 1 x 5 @ RIR 3, 1 x 3-5 top @ RIR 1, 2 x 6-8 back-off @ RIR 2, rest 3:00']],
  ['wave, +2.5 kg', ['3 x 8 @ RIR 2, rest 3:00', '3 x 6 @ RIR 2, rest 3:00', '3 x 4 @ RIR 2, rest 3:00']],
  [
    'percent of 90 %, +5 kg',
    ['1 x 5 @ 65 %, 1 x 5 @ 75 %, 1 x 5+ @ 85 %, rest 3:00', '1 x 3 @ 70 %, 1 x 3 @ 80 %, 1 x 3+ @ 90 %, rest 3:00'],
  ],
  ['RIR 3 to 1 in 5 weeks', ['3 x 6-8 @ RIR 3, rest 3:00']],
  ['undulating', ['4 x 4-5 @ RIR 2, rest 3:00', '3 x 12-15 @ RIR 2, rest 3:00', '3 x 8-10 @ RIR 2, rest 3:00']],
]

test.each(plans)('twelve weeks of %s: loads rise, and no first set by more than 7.5 %% without a word', (rule, sets) => {
  const all = Array.from({ length: LIFTERS }, (_, i) => lived(rule, sets, 300 + i))
  expect(all.flat().filter(({ breach, told }) => breach && !told)).toEqual([])
  expect(all.every((weeks) => weeks.every(({ firstKg }) => firstKg >= 20))).toBe(true)
  // And nobody is left where they began: the last hard week beside the second.
  const gains = all.map((weeks) => weeks.at(-3)!.firstKg / weeks[2]!.firstKg)
  expect(gains.reduce((sum, gain) => sum + gain, 0) / gains.length).toBeGreaterThan(1)
})

import { DAY_MS, type Rng, seededRng } from '@gymgenius/domain'
import { movementFactsReader } from '../apps/api/src/cli/engine.facts.ts'
import { type CoachName, coaches, idealReps, STEP_KG } from './judge-coaches.ts'
import { Body, type Kind, kinds, Person } from './judge-lifters.ts'

/**
 * Strangers' simulators: lifters of five kinds (judge-lifters.ts) train twelve weeks by the engine, asked as `engine --stdio` is, by one
 * who knows the truth, by one who knows all but today's form, and by an Epley average. Same lifters, same days:
 * LIFTERS=100 node bench/judges.ts [KIND…]
 */
const LIFTERS = Number(process.env['LIFTERS'] ?? 100)
const FIRST_SEED = Number(process.env['FIRST_SEED'] ?? 1)
const WORKOUTS = 24
const WORKOUTS_BEFORE_COUNTING = 4
const SETS = 3
const SETS_FIRST_DAY = 4
const START = 1_772_474_400_000
const JUMP = 0.075
const MOVEMENTS = ['Squat (Barbell)', 'Bench Press (Barbell)', 'Deadlift (Barbell)'] as const
const names = (process.env['COACHES'] ?? 'engine,oracle,blind,epley').split(',') as CoachName[]
const factsOf = movementFactsReader()

/** One counted set. */
interface Judged {
  readonly set: number
  readonly day: number
  readonly range: number
  readonly isInside: boolean
  readonly isBelow: boolean
  readonly isFailure: boolean
  readonly isSilent: boolean
  /** ln of the load over the one that truth, and truth without today's form, asks for. */
  readonly off: number
  readonly offBlind: number
}

interface Outcome {
  readonly sets: Judged[]
  movedUntold: number
  gained: number
}

function train(kind: Kind, name: CoachName, seed: number): Outcome {
  const rng = seededRng(seed * 7919)
  const person = new Person(kind, rng)
  const bodies = MOVEMENTS.map(() => new Body(person, rng))
  const coach = coaches[name](person, factsOf)
  const tester = name === 'engine' ? coach : coaches.engine(person, factsOf)
  const outcome: Outcome = { sets: [], movedUntold: 0, gained: 0 }
  const before: (number | undefined)[] = []
  const starts = bodies.map(({ level }) => level)
  for (let day = 0; day < WORKOUTS; day++) {
    const luck = seededRng(seed * 1_000_003 + day * 17)
    const away = day >= WORKOUTS / 2 ? person.weeksAway * 7 : 0
    let at = START + Math.floor(day * 3.5 + away) * DAY_MS
    const shared = person.newDay(luck)
    for (const [i, body] of bodies.entries()) {
      const own = seededRng(seed * 1_000_003 + day * 17 + (i + 1) * 1009)
      at = trainOne(body, i, day, at, shared, own)
    }
  }
  outcome.gained = bodies.reduce((sum, { level }, i) => sum + level - starts[i]!, 0)
  return outcome

  function trainOne(body: Body, i: number, day: number, from: number, shared: number, luck: Rng): number {
    let at = from
    const range = kind.ranges[i]!
    body.beginWorkout(at, shared, luck)
    for (let set = 1; set <= (day === 0 ? SETS_FIRST_DAY : SETS); set++) {
      const asked = { movement: MOVEMENTS[i]!, at, workout: `day ${day}`, set, ...range }
      const advised = (day === 0 ? tester : coach).advise(asked, body)
      const goal = day === 0 ? advised : range
      const ideal = Math.log(body.loadFor(idealReps(range)))
      const { reps, trueRir, said } = body.perform(advised.loadKg, goal)
      const seen = { ...advised, reps, said: person.isSilent ? undefined : said, isFailure: trueRir === 0 }
      coach.see(asked, seen)
      if (day === 0 && tester !== coach) tester.see(asked, seen)
      if (set === 1) {
        const last = before[i]
        const isMoved = last !== undefined && Math.abs(advised.loadKg - last) > JUMP * last + STEP_KG
        if (isMoved && advised.flags.length === 0 && day >= WORKOUTS_BEFORE_COUNTING) outcome.movedUntold++
        before[i] = advised.loadKg
      }
      if (day >= WORKOUTS_BEFORE_COUNTING) {
        const off = Math.log(advised.loadKg) - ideal
        const isInRange = reps >= range.repLow && reps <= range.repHigh
        outcome.sets.push({
          set,
          day,
          range: i,
          isInside: isInRange && Math.abs(trueRir - range.rir) <= 1,
          isBelow: reps < range.repLow,
          isFailure: trueRir === 0 && reps < range.repLow,
          isSilent: person.isSilent,
          off,
          offBlind: off + body.form,
        })
      }
      body.rest(advised.restSeconds)
      at += (advised.restSeconds + 40) * 1000
    }
    return at + 120_000
  }
}

const percent = (sets: readonly Judged[], of: (set: Judged) => boolean) => (100 * sets.filter(of).length) / sets.length
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const sd = (values: readonly number[]) => Math.sqrt(mean(values.map((value) => value ** 2)) - mean(values) ** 2)

const wanted = process.argv.slice(2)
for (const [name, kind] of Object.entries(kinds)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  judge(name, kind)
}

function judge(label: string, kind: Kind) {
  const results = names.map((name) => Array.from({ length: LIFTERS }, (_, i) => train(kind, name, FIRST_SEED + i)))
  const setsOf = (name: CoachName) => results[names.indexOf(name)]!.flatMap(({ sets }) => sets)
  const oracle = setsOf('oracle')
  console.log(`\n${label}, ${LIFTERS} lifters`)
  for (const [i, name] of names.entries()) {
    const sets = setsOf(name)
    const inside = percent(sets, (set) => set.isInside)
    const untold = results[i]!.reduce((sum, one) => sum + one.movedUntold, 0)
    const gained = mean(results[i]!.map((one) => one.gained / MOVEMENTS.length)) * 100
    const ratio = inside / percent(oracle, (set) => set.isInside)
    const below = `below ${percent(sets, (set) => set.isBelow).toFixed(1)}, failed below ${percent(sets, (set) => set.isFailure).toFixed(2)}`
    const told = `inside ${inside.toFixed(1)} (${ratio.toFixed(3)}), ${below}, untold moves ${untold}, gained ${gained.toFixed(2)} %`
    console.log(`  ${name.padEnd(7)} ${told}`)
  }
  if (!names.includes('engine')) return
  const engine = setsOf('engine')
  const parts: readonly (readonly [string, (set: Judged) => boolean])[] = [
    ...[1, 2, 3].map((set) => [`set ${set}`, (one: Judged) => one.set === set] as const),
    ...kind.ranges.map((range, i) => [`${range.repLow}–${range.repHigh} @ ${range.rir}`, (one: Judged) => one.range === i] as const),
    ['weeks 3–5', ({ day }) => day < 10],
    ['weeks 9–12', ({ day }) => day >= 16],
    ['silent', ({ isSilent }) => isSilent],
  ]
  for (const [part, isPart] of parts) {
    const [some, known] = [engine.filter(isPart), oracle.filter(isPart)]
    if (some.length === 0) continue
    const inside = (sets: readonly Judged[]) => percent(sets, (set) => set.isInside)
    const inTruth = `inside ${inside(some).toFixed(1)} of ${inside(known).toFixed(1)} (${(inside(some) / inside(known)).toFixed(3)})`
    const below = (sets: readonly Judged[]) => percent(sets, (set) => set.isBelow).toFixed(1)
    const offs = some.map(({ off }) => 100 * off)
    const blind = some.map(({ offBlind }) => 100 * offBlind)
    const load = `load off ${mean(offs).toFixed(1)} ± ${sd(offs).toFixed(1)} %, but for today's form ± ${sd(blind).toFixed(1)} %`
    console.log(`    ${part.padEnd(12)} ${inTruth}, below ${below(some)} of ${below(known)}; ${load}`)
  }
}

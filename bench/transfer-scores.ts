import { DAY_MS, seededRng } from '@gymgenius/domain'
import { emptyLifter, type LoggedSet, type MovementBelief, observe } from '@gymgenius/engine'
import { costOfReps } from '../packages/engine/src/capacity/curve.ts'
import { repsToFailureShown } from '../packages/engine/src/capacity/effort.ts'
import { SD_UNKNOWN } from '../packages/engine/src/capacity/first-belief.ts'
import { afterSet, carriedOver, freshBelief, openWorkout } from '../packages/engine/src/capacity/observe.ts'
import { kindOf, relatedBy, relationOf, relations } from '../packages/engine/src/capacity/related.ts'
import { stepAfter } from '../packages/engine/src/capacity/detraining.ts'
import { type KnownStrength, strengthsOf } from '../packages/engine/src/capacity/strengths.ts'
import { usualMaximum } from '../packages/engine/src/capacity/usual-maximum.ts'
import { workedAgainst } from '../packages/engine/src/capacity/worked-against.ts'
import { factsOf, knownOf, tableFrom, type TransferTable } from './transfer-table.ts'
import { FOLDS, foldOf, readLogs } from './training-logs.ts'

/**
 * How well a movement new to the lifter is guessed before its 1st, 3rd and 10th set: from their other movements (transfer), from
 * nothing, and from a fixed table of population ratios applied to their best known related movement. Tables are learned on the other
 * four fifths of the lifters. The truth is the median of what the first 20 sets show by the usual curve, two left where nothing was said:
 * node bench/transfer-scores.ts [FOLDER]
 */
const AT = [1, 3, 10] as const
const TRUTH_AFTER = 20
const DRAWS = 2000
const EIGHTY = 1.2815515655446004
const ENOUGH_SETS = 3
const UNSAID = 2

interface Start {
  readonly mean: number
  readonly variance: number
}
type Way = 'transfer' | 'none' | 'ratio'
const ways: readonly Way[] = ['transfer', 'none', 'ratio']
interface Guess {
  readonly error: number
  readonly isInside: boolean
}
type Guesses = Readonly<Record<Way, readonly Guess[]>>

const logs = readLogs(process.argv[2])
const known = logs.map(knownOf)
const tables = Array.from({ length: FOLDS }, (_, fold) => tableFrom(known.filter((_, i) => foldOf(i) !== fold).flat()))
const perLifter = logs.map(({ sets }, i) => guessesOf(sets, tables[foldOf(i)]!)).filter((guesses) => guesses.length > 0)
console.log(`${perLifter.flat().length} new movements of ${perLifter.length} lifters`)
AT.forEach((at, k) => {
  const medianOf = (way: Way, lifters = perLifter) => median(lifters.flat().map((guesses) => guesses[way][k]!.error))
  const holds = (way: Way) => {
    const all = perLifter.flat().map((guesses) => guesses[way][k]!)
    return ((100 * all.filter(({ isInside }) => isInside).length) / all.length).toFixed(1)
  }
  const cells = ways.map((way) => `${way} ${medianOf(way).toFixed(3)} (80 % holds ${holds(way)})`)
  const beside = (['none', 'ratio'] as const).map(
    (way) => `${way} less transfer ${interval((lifters) => medianOf(way, lifters) - medianOf('transfer', lifters))}`,
  )
  console.log(`before set ${at}: median |ln error| ${cells.join(', ')}; ${beside.join(', ')}`)
})

/** Movements met when at least one other one was known, and that were then done for twenty sets. */
function guessesOf(sets: readonly LoggedSet[], table: TransferTable): Guesses[] {
  let lifter = emptyLifter()
  const tracks = new Map<string, { readonly starts: Readonly<Record<Way, Start>> | undefined; readonly sets: LoggedSet[] }>()
  for (const logged of sets) {
    const set = { ...logged, movement: { ...factsOf(logged.movement.key), key: logged.movement.key } }
    if (set.kind !== 'working' || set.reps < 1 || set.load <= 0) continue
    const track = tracks.get(set.movement.key) ?? { starts: startsFor(lifter, set, table), sets: [] }
    tracks.set(set.movement.key, track)
    track.sets.push(set)
    lifter = observe(lifter, set)
  }
  return [...tracks.values()].flatMap(({ starts, sets: done }) => {
    if (starts === undefined || done.length < TRUTH_AFTER) return []
    const truth = median(done.slice(0, TRUTH_AFTER).map(shownBy))
    return [
      Object.fromEntries(
        ways.map((way) => [
          way,
          AT.map((at) => {
            const { level, variance } = carriedOver(replay(starts[way], done, at - 1))
            const error = Math.abs(level - truth)
            return { error, isInside: error <= EIGHTY * Math.sqrt(variance) }
          }),
        ]),
      ) as unknown as Guesses,
    ]
  })
}

function shownBy({ movement, load, bodyMass, reps, rir, toFailure }: LoggedSet): number {
  const left = toFailure ? 0 : Math.min(rir ?? UNSAID, 5)
  return Math.log(workedAgainst(movement.loadKind, load, bodyMass)) + costOfReps(repsToFailureShown(reps, left))
}

function startsFor(lifter: ReturnType<typeof emptyLifter>, { movement, bodyMass }: LoggedSet, table: TransferTable) {
  const transfer = movement.loadKind === 'body_weight' ? undefined : transferFrom(strengthsOf(lifter), movement, table)
  const ratio = fromRatio(lifter, movement, table)
  if (transfer === undefined || ratio === undefined) return undefined
  const none = { mean: Math.log(usualMaximum(movement, bodyMass)), variance: SD_UNKNOWN ** 2 }
  return { transfer, none, ratio: { mean: ratio, variance: SD_UNKNOWN ** 2 } }
}

/** The formula of `capacity/transfer.ts`, with a table that never saw the lifter. */
function transferFrom(
  strengths: readonly KnownStrength[],
  movement: LoggedSet['movement'],
  { offsets, variances }: TransferTable,
): Start | undefined {
  const wanted = relatedBy(movement)
  const kind = offsets[kindOf(wanted)]
  if (kind === undefined) return undefined
  const newest = Math.max(...strengths.map(({ at }) => at))
  const speaking = strengths.flatMap(({ related, level, variance, at }) => {
    const offset = offsets[kindOf(related)]
    const beyond = level + stepAfter((newest - at) / DAY_MS) - (offset ?? 0)
    return offset === undefined ? [] : [{ distance: relations.indexOf(relationOf(related, wanted)), beyond, variance }]
  })
  const starts = relations.flatMap((relation, farthest) => {
    const some = speaking.filter(({ distance }) => distance <= farthest)
    const sum = (of: (one: (typeof some)[number]) => number) => some.reduce((all, one) => all + of(one), 0)
    const variance = (variances[relation] / 2) * (1 + 1 / some.length) + sum((one) => one.variance) / some.length ** 2
    return some.length === 0 ? [] : [{ mean: kind + sum(({ beyond }) => beyond) / some.length, variance }]
  })
  return starts.toSorted((a, b) => a.variance - b.variance)[0]
}

/** What ratio calculators do: the nearest movement with most sets, times the population's ratio. */
function fromRatio(
  { movements }: ReturnType<typeof emptyLifter>,
  movement: LoggedSet['movement'],
  { offsets }: TransferTable,
): number | undefined {
  const wanted = relatedBy(movement)
  const comparable = Object.values(movements).filter(
    ({ related, sets }) => related !== null && offsets[kindOf(related)] !== undefined && sets >= ENOUGH_SETS,
  )
  const rank = ({ related, sets }: MovementBelief) => relations.indexOf(relationOf(related!, wanted)) * 1e6 - sets
  const best = comparable.toSorted((a, b) => rank(a) - rank(b))[0]
  return best && best.level - offsets[kindOf(best.related!)]! + offsets[kindOf(wanted)]!
}

function replay({ mean, variance }: Start, sets: readonly LoggedSet[], count: number): MovementBelief {
  let belief = freshBelief(mean, variance)
  for (const { at, workoutKey, movement, load, bodyMass, reps, rir, rest, toFailure } of sets.slice(0, count)) {
    if (belief.today.workoutKey !== workoutKey) belief = openWorkout(belief, workoutKey, at, 0)
    const total = workedAgainst(movement.loadKind, load, bodyMass)
    belief = afterSet(belief, { at, total, reps, rir: toFailure ? 0 : (rir ?? undefined), rest: rest ?? undefined })
  }
  return belief
}

/** 95 % of what the figure would be with other lifters. */
function interval(figure: (lifters: typeof perLifter) => number): string {
  const rng = seededRng(1)
  const figures = Array.from({ length: DRAWS }, () =>
    figure(perLifter.map(() => perLifter[Math.floor(rng() * perLifter.length)]!)),
  ).toSorted((a, b) => a - b)
  return `${figure(perLifter).toFixed(3)} [${figures[Math.floor(DRAWS * 0.025)]!.toFixed(3)}, ${figures[Math.floor(DRAWS * 0.975)]!.toFixed(3)}]`
}

function median(values: readonly number[]): number {
  const ordered = values.toSorted((a, b) => a - b)
  return ordered[Math.floor(ordered.length / 2)] ?? 0
}

import type { Experience, LocalDay, ProgramReason, WeightedGoal } from '@gymgenius/domain'

export const emphases = ['base', 'size', 'strength', 'peak', 'recovery'] as const
export type Emphasis = (typeof emphases)[number]

/** A goal as far as the year is laid out by it. */
export interface YearGoal {
  readonly title: string
  readonly kind: 'performance' | 'body_composition' | 'skill' | 'event' | 'habit' | 'other'
  readonly by?: LocalDay | undefined
  readonly goals?: readonly WeightedGoal[] | undefined
}

export interface YearBlock {
  readonly startsOn: LocalDay
  readonly weeks: number
  readonly emphasis: Emphasis
  readonly goals: readonly WeightedGoal[]
  readonly peaks: boolean
  readonly reasons: readonly ProgramReason[]
}

const WEEKS_A_YEAR = 52
const LONGEST = 12
const SHORTEST = 8
/** Blocks before a test: the last peaks, those before it turn from more to heavier. */
const TOWARDS_A_TEST: readonly Emphasis[] = ['base', 'size', 'strength', 'peak']
const ROUND_AND_ROUND: readonly Emphasis[] = ['base', 'size', 'strength']

const dollars: Readonly<Record<Emphasis, readonly WeightedGoal[]>> = {
  base: [
    { goal: 'hypertrophy', weight: 5 },
    { goal: 'endurance', weight: 3 },
    { goal: 'mobility', weight: 2 },
  ],
  size: [
    { goal: 'hypertrophy', weight: 7 },
    { goal: 'strength', weight: 3 },
  ],
  strength: [
    { goal: 'strength', weight: 7 },
    { goal: 'hypertrophy', weight: 3 },
  ],
  peak: [
    { goal: 'strength', weight: 9 },
    { goal: 'mobility', weight: 1 },
  ],
  recovery: [
    { goal: 'mobility', weight: 5 },
    { goal: 'endurance', weight: 5 },
  ],
}

/**
 * About a year as blocks that programs are cut from, 8 to 12 weeks each. Towards a day that something is tested on, blocks are counted back from
 * it: more work first, heavier work later, the test at the end of a peak, a week or two of ease after. Between and after such days base, size and
 * strength take turns. What a goal says to train for goes before the usual.
 *
 * Source  Traditional block order from general to specific (Issurin 2010); lengths are judgement.
 */
export function macrocycleOf(from: LocalDay, experience: Experience, goals: readonly YearGoal[]): YearBlock[] {
  const end = from + WEEKS_A_YEAR * 7
  const tests = goals
    .filter(({ kind, by }) => by !== undefined && (kind === 'event' || kind === 'performance') && by > from && by < end) // its day belongs to the block before it
    .toSorted((a, b) => a.by! - b.by!)
  const blocks: YearBlock[] = []
  let at = from
  for (const test of tests) {
    const weeks = Math.floor((test.by! + 1 - at) / 7)
    if (weeks < 2) continue // two tests in one week are one
    const spare = test.by! + 1 - at - weeks * 7
    blocks.push(...stretch((at + spare) as LocalDay, weeks, TOWARDS_A_TEST, goals, test))
    at = (test.by! + 1) as LocalDay
    if (end - at >= 2 * 7) {
      blocks.push(block(at, experience === 'advanced' ? 2 : 1, 'recovery', [{ code: 'after_test', facts: { goal: test.title } }]))
      at = (at + 7 * blocks.at(-1)!.weeks) as LocalDay
    }
  }
  const left = Math.floor((end - at) / 7)
  if (left > 0) blocks.push(...stretch(at, left, ROUND_AND_ROUND, goals, undefined))
  return blocks
}

/** So many weeks as blocks of much the same length, the last of them the last emphasis. */
function stretch(
  from: LocalDay,
  weeks: number,
  order: readonly Emphasis[],
  goals: readonly YearGoal[],
  test: YearGoal | undefined,
): YearBlock[] {
  const count = Math.max(1, Math.min(Math.ceil(weeks / LONGEST), Math.floor(weeks / SHORTEST) || 1))
  return Array.from({ length: count }, (_, i) => {
    const [begins, ends] = [Math.round((i * weeks) / count), Math.round(((i + 1) * weeks) / count)]
    const emphasis = test === undefined ? order[i % order.length]! : order[Math.max(0, order.length - count + i)]!
    const wanted = (test?.goals === undefined ? undefined : test) ?? goals.find((goal) => goal.goals !== undefined && goal.by === undefined)
    const reasons: ProgramReason[] = [
      { code: `emphasis_${emphasis}` },
      ...(test === undefined ? [] : [{ code: 'towards_test', facts: { goal: test.title, weeks: weeks - begins } }]),
    ]
    const laid = block((from + 7 * begins) as LocalDay, ends - begins, emphasis, reasons)
    return emphasis === 'peak' || wanted?.goals === undefined ? laid : { ...laid, goals: blended(laid.goals, wanted.goals) }
  })
}

const block = (startsOn: LocalDay, weeks: number, emphasis: Emphasis, reasons: readonly ProgramReason[]): YearBlock => ({
  startsOn,
  weeks,
  emphasis,
  goals: dollars[emphasis],
  peaks: emphasis === 'peak',
  reasons,
})

/** Half by the block, half by the goal; three at most, ten dollars in all. */
function blended(usual: readonly WeightedGoal[], wanted: readonly WeightedGoal[]): WeightedGoal[] {
  const sums = new Map<WeightedGoal['goal'], number>()
  for (const { goal, weight } of [...usual, ...wanted]) sums.set(goal, (sums.get(goal) ?? 0) + weight / 2)
  const most = [...sums].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 3)
  const total = most.reduce((sum, [, weight]) => sum + weight, 0)
  const rounded = most.map(([goal, weight]) => ({ goal, weight: Math.round((20 * weight) / total) / 2 }))
  const rest = 10 - rounded.slice(1).reduce((sum, { weight }) => sum + weight, 0)
  return rounded.map((one, i) => (i === 0 ? { ...one, weight: rest } : one))
}

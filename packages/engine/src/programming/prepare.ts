import type { MovementId, MovementPattern, Muscle } from '@gymgenius/domain'
import { type Candidate, inOrder, type Pool } from './candidates.ts'
import { isRoad } from './road.ts'

export interface Prepared {
  readonly candidate: Candidate
  /** 0: made for this · 5: any drill will do · 6: anything light. */
  readonly steps: number
}

/** So many of each list are looked at: preparation is chosen among drills, and a library has few. */
const LOOKED_AT = 150
/** Off the worth of a drill for each time that it stood in the days before. */
const AGAIN = 0.6

/**
 * What prepares for a session: one thing that raises the pulse, then what the patterns of its main block need freed, the first of them first.
 * `load`: how much of the session each planned muscle bears, 0 to 1.
 */
export function chooseWarmUps(
  pool: Pool,
  count: number,
  load: readonly number[],
  patterns: readonly MovementPattern[],
  taken: ReadonlySet<MovementId>,
  seen: ReadonlyMap<MovementId, number>,
): Prepared[] {
  const first = pick(pulseRaisers(pool), 1, load, taken, seen, 0)
  const wants = patterns.flatMap((pattern) => FREED[pattern] ?? [])
  const rest = pick(pool.warmUps, count - first.length, load, withThese(taken, first), seen, 0, wants)
  return topUp(pool, count, load, taken, seen, [...first, ...rest], pool.mobility)
}

/** Jumping jacks and their like; where knees or floors forbid them a road to go easily; else anything that goes forward. */
function pulseRaisers(pool: Pool): readonly Candidate[] {
  if (pool.pulseRaisers.length > 0) return pool.pulseRaisers
  const roads = pool.all.filter(isRoad)
  return roads.length > 0 ? roads : pool.warmUps.filter(({ movement }) => movement.pattern === 'locomotion')
}

/**
 * What has to be free before a pattern is loaded, the first first: one drill for each, by the muscle that it is for. Judgement: hips and ankles
 * before a squat, hips before a hinge, shoulder blades and the joint on them before presses and pulls.
 */
const FREED: Readonly<Partial<Record<MovementPattern, readonly (readonly Muscle[])[]>>> = {
  squat: [['adductors', 'hip_flexors', 'hip_rotators'], ['soleus']],
  hinge: [
    ['hamstrings', 'glutes'],
    ['hip_flexors', 'hip_rotators', 'adductors'],
  ],
  lunge: [['hip_flexors', 'rectus_femoris', 'adductors'], ['glute_medius']],
  horizontal_push: [['serratus', 'rotator_cuff', 'chest']],
  vertical_push: [
    ['rotator_cuff', 'lower_traps', 'serratus', 'side_delts'],
    ['spinal_erectors', 'obliques', 'upper_back'],
  ],
  horizontal_pull: [['upper_back', 'lower_traps', 'rotator_cuff']],
  vertical_pull: [['lower_traps', 'rotator_cuff', 'upper_back']],
  olympic: [['hip_flexors', 'adductors', 'soleus'], ['rotator_cuff']],
  jump: [['soleus', 'hip_flexors']],
  throw: [['obliques', 'upper_back', 'rotator_cuff']],
}

/** What lengthens and calms what has worked. */
export function chooseCoolDowns(
  pool: Pool,
  count: number,
  load: readonly number[],
  taken: ReadonlySet<MovementId>,
  seen: ReadonlyMap<MovementId, number>,
): Prepared[] {
  return topUp(pool, count, load, taken, seen, pick(pool.stretches, count, load, taken, seen, 0), [...pool.mobility, ...pool.warmUps])
}

function topUp(
  pool: Pool,
  count: number,
  load: readonly number[],
  taken: ReadonlySet<MovementId>,
  seen: ReadonlyMap<MovementId, number>,
  chosen: readonly Prepared[],
  generic: readonly Candidate[],
): Prepared[] {
  const all = [...chosen]
  if (all.length < count) all.push(...pick(generic, count - all.length, load, withThese(taken, all), seen, 5))
  if (all.length >= count) return all
  const light = inOrder(pool, 'all', pool.all, 'mobility').filter(
    ({ movement }) => movement.skill <= 2 && movement.equipment === 'body_weight' && movement.pattern !== 'locomotion',
  )
  return [...all, ...pick(light, count - all.length, load, withThese(taken, all), seen, 6)]
}

const withThese = (taken: ReadonlySet<MovementId>, chosen: readonly Prepared[]) =>
  new Set([...taken, ...chosen.map(({ candidate }) => candidate.movement.id)])

function pick(
  list: readonly Candidate[],
  count: number,
  load: readonly number[],
  taken: ReadonlySet<MovementId>,
  seen: ReadonlyMap<MovementId, number>,
  steps: number,
  wants: readonly (readonly Muscle[])[] = [],
): Prepared[] {
  const left = [...load]
  let unfreed = wants
  const idle = idleHalf(load)
  const chosen: Candidate[] = []
  while (chosen.length < count) {
    let best: Candidate | undefined
    let most = -Infinity
    let looked = 0
    for (const candidate of list) {
      const { movement, shares, luck, liking, careful } = candidate
      if (taken.has(movement.id) || chosen.includes(candidate)) continue
      let worth = 0.5 * luck - AGAIN * (seen.get(movement.id) ?? 0) + (liking === undefined ? 0 : 2) - (careful === undefined ? 0 : 1)
      for (let i = 0; i < left.length; i++) worth += shares[i]! * left[i]!
      if (idle !== undefined && idle === halfOf(candidate)) worth -= ELSEWHERE
      const freed = unfreed.findIndex((want) => frees(candidate, want))
      if (freed >= 0) worth += FREES - NEXT * freed
      if (worth > most) [best, most] = [candidate, worth]
      if (++looked >= LOOKED_AT) break
    }
    if (best === undefined) break
    chosen.push(best)
    for (let i = 0; i < left.length; i++) left[i]! *= 1 - best.shares[i]!
    const done = best
    const freed = unfreed.findIndex((want) => frees(done, want))
    if (freed >= 0) unfreed = unfreed.toSpliced(freed, 1)
  }
  return chosen.map((candidate) => ({ candidate, steps }))
}

/** On the worth of a drill that frees what a pattern needs, a little less for each that comes before it. */
const FREES = 1.5
const NEXT = 0.2
const frees = ({ movement: { muscles } }: Candidate, want: readonly Muscle[]) =>
  muscles[0] !== undefined && want.includes(muscles[0].muscle)

/** Off the worth of what moves the other half of the body. */
const ELSEWHERE = 1.2
const LEGS = new Set<Muscle>([
  'quadriceps',
  'rectus_femoris',
  'hamstrings',
  'glutes',
  'glute_medius',
  'adductors',
  'abductors',
  'hip_flexors',
  'hip_rotators',
  'calves',
  'soleus',
  'tibialis',
  'foot',
  'peroneals',
])

/** The half of the body that the session leaves alone. */
function idleHalf(load: readonly number[]): 'legs' | 'rest' | undefined {
  const onLegs = Math.max(load[0]!, load[1]!, load[2]!)
  const onRest = Math.max(...load.slice(3, 7))
  return onLegs < 0.5 * onRest ? 'legs' : onRest < 0.5 * onLegs ? 'rest' : undefined
}

function halfOf({ movement: { muscles, pattern } }: Candidate): 'legs' | 'rest' | undefined {
  if (pattern === 'locomotion') return undefined
  return muscles[0] !== undefined && LEGS.has(muscles[0].muscle) ? 'legs' : 'rest'
}

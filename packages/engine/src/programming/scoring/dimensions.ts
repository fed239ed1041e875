import type { Discipline, Equipment, MovementPattern, ProgramMovement, SessionType } from '@gymgenius/domain'

/** Each of the seven answers 0 to 1; what they are worth together is one table of weights (`config.ts`). */

/** How well a movement fits the place it is asked for: its pattern in a main block, its muscle elsewhere. */
export function patternAlignment({ pattern }: ProgramMovement, wanted: MovementPattern | undefined, share: number): number {
  if (wanted === undefined) return share
  return pattern === wanted ? 1 : 0.4
}

/** How much of what the microcycle still lacks it gives, less what it gives to muscles that have enough: `need` goes from −1 to 1. */
export function muscleCoverage(shares: readonly number[], need: readonly number[]): number {
  let given = 0
  for (let i = 0; i < need.length; i++) given += shares[i]! * need[i]!
  return Math.max(-1, Math.min(1, given / 2))
}

/** The best liked of the disciplines that a movement belongs to; liking goes from 1 to 5. */
export function disciplinePreference(disciplines: readonly Discipline[], likings: Readonly<Record<Discipline, number>>): number {
  let most = 1
  for (const discipline of disciplines) most = Math.max(most, likings[discipline])
  return (most - 1) / 4
}

/** Many muscles at once, and a place at the heart of a session. */
export function compoundBonus({ tier, pattern, muscles }: ProgramMovement): number {
  const rank = RANKS[tier]
  let primes = 0
  for (const { role } of muscles) if (role === 'prime_mover') primes++
  return pattern === 'isolation' ? 0.3 * rank : 0.7 * rank + 0.15 * Math.min(2, primes)
}

const RANKS: Readonly<Record<ProgramMovement['tier'], number>> = { main: 1, assistance: 0.7, accessory: 0.35, drill: 0 }

/** What a lifter wants more of, or knows already; else what everybody does goes before what few have heard of. */
export function specialisation({ nameCount = 1, isVariation }: ProgramMovement, givesWanted: number, isKnown: boolean): number {
  const renown = Math.min(1, nameCount / 9)
  return Math.min(1, 0.45 * renown + (isVariation === true ? 0 : 0.1) + 0.3 * givesWanted + (isKnown ? 0.45 : 0))
}

/** How heavy it gets, 0 to 1. Judgement, as in the catalogue's ranking of substitutes. */
const LOADABLE: Readonly<Record<Equipment, number>> = {
  barbell: 1,
  trap_bar: 1,
  smith_machine: 0.8,
  plate_loaded_machine: 0.85,
  machine: 0.8,
  dumbbell: 0.8,
  ez_bar: 0.8,
  cable: 0.75,
  kettlebell: 0.6,
  sled: 0.6,
  other: 0.35,
  plate: 0.4,
  suspension: 0.4,
  medicine_ball: 0.3,
  cardio_machine: 0.3,
  band: 0.3,
  body_weight: 0.4,
}
const HUNG_ON = 0.8

export function loadable({ equipment, loadKind }: ProgramMovement): number {
  return loadKind === 'body_weight_plus' || loadKind === 'assisted' ? Math.max(HUNG_ON, LOADABLE[equipment]) : LOADABLE[equipment]
}

/** How well it serves what the session is for. */
export function goalAlignment(movement: ProgramMovement, type: SessionType): number {
  const { disciplines, tags, repRange, countedIn, muscles, skill } = movement
  const isFast = tags.includes('explosive') || disciplines.includes('plyometrics') || disciplines.includes('weightlifting')
  const isConditioning = disciplines.includes('conditioning')
  if (type === 'explosive') return isFast ? 1 : 0.5 * loadable(movement)
  if (type === 'conditioning' || type === 'cardio')
    return (isConditioning ? 0.7 : 0.2) + 0.1 * (3 - Math.min(3, skill)) + (countedIn === 'reps' ? 0 : 0.1)
  if (type === 'mobility') return disciplines.includes('mobility') ? 1 : 0
  if (type === 'strength') return 0.7 * loadable(movement) + (countedIn === 'reps' && repRange[0] <= 6 ? 0.3 : 0)
  const prime = muscles.find(({ role }) => role === 'prime_mover')
  const gain = Math.min(1, Math.max(0, ((prime?.stimulus ?? 3) - (prime?.fatigue ?? 3) / 2) / 3.5))
  return 0.4 * loadable(movement) + 0.35 * gain + (countedIn === 'reps' ? 0.25 : 0)
}

/** Of the minutes there are, what is not spent on fetching and putting away, under 0 where they are few; sides done one after another cost twice. */
export function timeUtilisation({ setupSeconds, transitionSeconds, laterality }: ProgramMovement, minutes: number): number {
  const lost = (setupSeconds + transitionSeconds) / (minutes * 60)
  return 1 - 12 * lost - (laterality === 'unilateral' ? 0.25 : 0)
}

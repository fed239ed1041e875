import { KG_PER_POUND, type LoadUnit } from '@gymgenius/domain'
import type { Prescription, Reason } from '../prescription/snapshot.ts'

/** The name of a movement of this id, where it is known. */
export type NameOf = (movementId: string) => string | undefined

/** The prescription and its reasons as plain sentences, in the unit the lifter reads. Shared by server and phone. */
export function explain(prescription: Prescription, unit: LoadUnit, nameOf: NameOf = () => undefined): string {
  const { flags, reasons } = prescription
  const saysTheEnd =
    flags.some((flag) => flag === 'lightest_load' || flag === 'heaviest_load') || reasons.some(({ code }) => code === 'pain_cap')
  const isHelp = reasons.some((reason) => reason['isHelp'] === true)
  const speak = { ...speakerFor(unit), nameOf, saysTheEnd, isHelp }
  const sentences = reasons.map((reason) => sentenceFor(reason, speak)).filter((sentence) => sentence !== '')
  return [summary(prescription, speak), ...sentences, ...bodyAlone(prescription)].join(' ')
}

/** Where nothing is loaded no load can be named as the lightest. */
function bodyAlone({ load, flags }: Prescription): readonly string[] {
  if (load > 0 || flags.includes('guided_test')) return []
  if (flags.includes('out_of_reach'))
    return ['Not one repetition is to be expected with your body alone: take help, or an easier movement.']
  return flags.includes('lightest_load') ? ['Nothing is lighter than your body alone; take what reps it gives.'] : []
}

interface Speaker {
  readonly load: (kg: number) => string
  /** As `load`, without a sign. */
  readonly amount: (kg: number) => string
  /** As `load`, without its unit. */
  readonly number: (kg: number) => number
  readonly nameOf: NameOf
  /** Another sentence says already that this is the first or the last load there is. */
  readonly saysTheEnd: boolean
  /** The load is taken off the body. */
  readonly isHelp: boolean
}

function speakerFor(unit: LoadUnit): Omit<Speaker, 'nameOf' | 'saysTheEnd' | 'isHelp'> {
  const number = (kg: number) => (unit === 'lb' ? kg / KG_PER_POUND : kg)
  const load = (kg: number) => `${decimal(number(kg))} ${unit}`
  return { load, amount: (kg) => load(Math.abs(kg)), number }
}

function summary({ load, repLow, repHigh, rir, interval, flags }: Prescription, speak: Speaker): string {
  const range = repLow === repHigh ? plural(repLow, 'rep') : `${repLow}–${repHigh} reps`
  const what = load > 0 ? `${speak.load(load)} for ${range}` : range.replace(/^./, (first) => first.toUpperCase())
  const start = `${what}, stopping with ${reserve(rir)} in reserve`
  if (flags.includes('guided_test') || flags.includes('transfer')) return `${start}.` // how many would be possible is what the set is to show
  const likely = interval.low === interval.high ? interval.low : `${interval.low}–${interval.high}`
  const middle = (interval.low + interval.high) / 2
  if (middle > repHigh) return `${start}; ${likely} would leave that many, so stop at ${repHigh} all the same.`
  return `${start}; ${likely} are to be expected${middle < repLow ? ', short of the range' : ''}.`
}

type Teller = (reason: Reason, speak: Speaker) => string

/** One sentence a code. An unknown code, from an engine newer than this text, is passed over in silence. */
export const tellers: Readonly<Record<string, Teller>> = {
  strength: (r, speak) =>
    `Your estimated maximum is ${speak.load(num(r, 'e1rmKg'))}${num(r, 'sdKg') > 0 ? ` ± ${decimal(speak.number(num(r, 'sdKg')))}` : ''}${num(r, 'workouts') > 0 ? ` from ${num(r, 'workouts') > 1 ? 'your last ' : ''}${plural(num(r, 'workouts'), 'workout')}` : ''}${ofBody(r, speak)}, which ${worth(r, speak)} for ${plural(num(r, 'reps'), 'rep')} with ${reserve(num(r, 'rir'))} left.`,
  transfer: (r, speak) =>
    `${witnesses(r, speak)} a maximum of about ${speak.load(num(r, 'e1rmKg'))} ± ${decimal(speak.number(num(r, 'sdKg')))}${ofBody(r, speak)}, which ${worth(r, speak)} for ${plural(num(r, 'reps'), 'rep')} with ${reserve(num(r, 'rir'))} left.`,
  first_time: (r, speak) =>
    `Lifters differ widely here, so it starts where ${num(r, 'chance') > 0.9 ? 'nineteen in twenty' : 'four in five'} could: ${changed(r, speak)}. Say how many were left, and the next set follows from it.`,
  today: (r, speak) => `Your sets today show ${speak.load(num(r, 'e1rmKg'))}: ${changed(r, speak)}.`,
  fatigue: (r, speak) =>
    `${plural(num(r, 'sets'), 'set')} before this one cost about ${decimal(-num(r, 'percent'))} %: ${changed(r, speak)}.`,
  layoff: (r, speak) =>
    `You were away from this for ${plural(num(r, 'days'), 'day')}, so today starts ${num(r, 'percent')} % lower and keeps one more in reserve (${changed(r, speak)}); ${Math.round(num(r, 'setsShare') * 100)} % of your usual sets are enough.`,
  hard_weeks: (r, speak) =>
    `${num(r, 'percent') < 0 ? 'Fatigue −' : 'Freshness +'}${decimal(Math.abs(num(r, 'percent')))} %${setsMore(r)}: ${changed(r, speak)}.`,
  readiness: (r, speak) =>
    `Today's form is read as ${decimal(Math.abs(num(r, 'percent')))} % ${num(r, 'percent') < 0 ? 'below' : 'above'} usual: ${changed(r, speak)}.`,
  same_as_before: (r, speak) => `Kept nearer the ${speak.load(num(r, 'loadKg'))} of the set before: ${changed(r, speak)}.`,
  rise_limit: (r, speak) => `A set rises by at most ${num(r, 'limitPercent')} % over the one before: ${changed(r, speak)}.`,
  held: (r, speak) => `Last time you did what is asked with this load: ${changed(r, speak)}.`,
  top_reached: (r, speak) => `You reached ${plural(num(r, 'reps'), 'rep')} last time: ${changed(r, speak)}.`,
  hard_cap: (r, speak) => `Held to a rise of ${num(r, 'limitPercent')} % over last time: ${changed(r, speak)}.`,
  ramp_limit: (r, speak) => `No set of a test is more than 60 % heavier than the one before: ${changed(r, speak)}.`,
  step_over_cap: (r, speak) =>
    `The next step your gym has is more than ${num(r, 'limitPercent')} % up; you have earned it, so expect fewer reps: ${changed(r, speak)}.`,
  rounding: (r, speak) => {
    const kg = num(r, 'kg')
    if (Math.abs(kg) < 0.05 || (isOutOfGrid(r) && speak.saysTheEnd)) return ''
    if (isOutOfGrid(r)) return `Your gym's loads end there: ${changed(r, speak)}.`
    return `Rounded ${kg < 0 ? 'down' : 'up'} ${speak.amount(kg)} to what can be loaded.`
  },
  wide_step: (r, speak) =>
    `The next step your gym has is ${speak.load(num(r, 'nextKg'))}, ${speak.amount(num(r, 'stepKg'))} ${speak.isHelp ? 'less help' : 'more'}: ${decimal(num(r, 'percent'))} % harder at once. More reps with ${speak.load(num(r, 'loadKg'))} earn it.`,
  reserve_unsaid: (r) =>
    `Last time nothing was said of what was left${num(r, 'sets') > 1 ? ` in ${num(r, 'sets')} sets` : ''}, so it was read from what was asked; say it, and the load follows you sooner.`,
  large_drop: (r) => `That is ${decimal(Math.abs(num(r, 'percent')))} % lighter than last time${because(r)}.`,
  large_rise: (r) => `That is ${decimal(num(r, 'percent'))} % heavier than last time${because(r)}.`,
  lightest_load: (r, speak) => `${speak.load(num(r, 'loadKg'))} is the lightest your gym has; take what reps it gives.`,
  heaviest_load: (r, speak) =>
    num(r, 'loadKg') > 0
      ? `${speak.load(num(r, 'loadKg'))} is the heaviest your gym has; do as many as leave ${reserve(num(r, 'rir'))}.`
      : `Your gym has nothing to add; do as many as leave ${reserve(num(r, 'rir'))}.`,
  pain: (r) =>
    `${typeof r['joint'] === 'string' ? `Your ${r['joint'].replace('_', ' ')} hurts` : 'This hurts'}, so two more are kept in reserve.`,
  pain_cap: (r, speak) => `No heavier than last time while it hurts: ${speak.load(num(r, 'loadKg'))}.`,
  body_mass_assumed: (r, speak) => `Your body counts here and its weight is not known; ${speak.load(num(r, 'kg'))} was assumed.`,
  body_weight: (r) => `You have about ${plural(Math.round(num(r, 'reps')), 'rep')} in you now.`,
  guided_test: (r) =>
    r['isOwnBody'] === true
      ? 'The first time here, and your own body is all there is to lift: begin with a few, and stop while three are left, even after one. Say how many were left, and the next set follows from it.'
      : r['protocol'] === 'ramp'
        ? `A first test, set ${num(r, 'step')} of up to ${num(r, 'of')}: ${num(r, 'step') < num(r, 'of') ? 'an easy set on the way up; say how many were left. Any set of which you say that three or fewer were left ends the test' : 'as many as you can, stopping when form breaks or one is left'}.`
        : `The first time here, so it starts light. Say how many were left, and the next set follows from it.`,
  rest: (r) =>
    [
      `Rest ${clock(num(r, 'seconds'))}`,
      ...(num(r, 'halfCostsReps') >= 0.3 ? [`half of that costs the next set about ${plural(num(r, 'halfCostsReps'), 'rep')}`] : []),
      ...(num(r, 'enoughSeconds') > 0 && num(r, 'enoughSeconds') < num(r, 'seconds')
        ? [`${clock(num(r, 'enoughSeconds'))} is enough to reach the range four times in five`]
        : []),
    ].join('; ') + '.',
}

const sentenceFor = (reason: Reason, speak: Speaker) => tellers[reason.code]?.(reason, speak) ?? ''

const causes: Readonly<Record<string, string>> = {
  layoff: ', after the time away',
  target: ', because other reps are asked for',
  strength: ', from what your last sets showed',
}
const because = (reason: Reason) => causes[String(reason['because'])] ?? ''

/** Whose word a first load rests on; one of another group is not worth naming. */
function witnesses(reason: Reason, speak: Speaker): string {
  const others = num(reason, 'movements')
  const nearest = reason['isAkin'] === true ? speak.nameOf(String(reason['movementId'])) : undefined
  if (nearest === undefined)
    return `You have not done this before; ${others === 1 ? 'another movement suggests' : `${others} other movements suggest`}`
  return `You have not done this before; your ${nearest}${others === 1 ? ' suggests' : ` and ${plural(others - 1, 'other movement')} suggest`}`
}

/** With the body's weight alone already too much, what is missing is help. */
const worth = (reason: Reason, speak: Speaker) => {
  const kg = num(reason, 'kg')
  if (speak.isHelp && kg < 0) return `is worth ${speak.amount(kg)} on top of the body`
  return speak.isHelp || kg < 0 ? `asks for ${speak.amount(kg)} of help` : `is worth ${speak.load(kg)}`
}

/** How much of a maximum is the lifter's own body. */
function ofBody(reason: Reason, speak: Speaker): string {
  const [body, all] = [num(reason, 'bodyKg'), num(reason, 'e1rmKg')]
  if (body === 0) return ''
  return body <= all ? `, of it body weight ${speak.load(body)}` : `, against a body weight of ${speak.load(body)}`
}

/** Further than half a step from what was wanted, the lightest or the heaviest load is all there is: no rounding. */
const isOutOfGrid = (reason: Reason) => num(reason, 'stepKg') > 0 && Math.abs(num(reason, 'kg')) > num(reason, 'stepKg')

/** Told where it points the way the load went. */
const setsMore = (reason: Reason) => {
  const sets = num(reason, 'sets')
  return sets * num(reason, 'percent') < 0 ? `, ${plural(Math.abs(sets), 'set')} ${sets > 0 ? 'more' : 'fewer'} than usual this week` : ''
}

const changed = (reason: Reason, speak: Speaker) => {
  const kg = num(reason, 'kg')
  return Math.abs(kg) < 0.05 ? 'no change' : `${speak.amount(kg)} ${kg < 0 ? 'less' : 'more'}${speak.isHelp ? ' help' : ''}`
}

function num(reason: Reason, name: string): number {
  const value = reason[name]
  return typeof value === 'number' ? value : 0
}

const plural = (count: number, noun: string) => `${decimal(count)} ${noun}${decimal(count) === '1' ? '' : 's'}`

/** Halves are said as they are; nobody stops with 1.75 left. */
const reserve = (rir: number) => (Number.isInteger(rir * 2) ? decimal(rir) : `about ${Math.round(rir)}`)

/** At most one decimal; the text of a number is fixed by the language standard, unlike a locale's. */
const decimal = (value: number) => value.toFixed(1).replace(/\.0$/, '').replace(/^-0$/, '0')

/** `3:00`, as the timer of a rest shows it. */
const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

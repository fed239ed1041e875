import { plural, t } from '@lingui/core/macro'
import { KG_PER_POUND, type LoadUnit } from '@gymgenius/domain'
import type { Prescription } from '@gymgenius/engine'
import { clockText } from '../../ui/clock-text.ts'
import { midSentence } from '../../ui/locale.ts'
import { jointNames } from '../../ui/movement-words.ts'
import { formatNumber } from '../../ui/numbers.ts'

type Reason = Prescription['reasons'][number]
type NameOf = (movementId: string) => string | undefined

/**
 * The prescription and its reasons as sentences in the lifter's language. In English they are the engine's own, word by word: a test
 * holds the two together.
 */
export function whySentences(prescription: Prescription, unit: LoadUnit, nameOf: NameOf): readonly string[] {
  const { flags, reasons: all } = prescription
  const saysTheEnd =
    flags.some((flag) => flag === 'lightest_load' || flag === 'heaviest_load') || all.some(({ code }) => code === 'pain_cap')
  const isHelp = all.some((reason) => reason['isHelp'] === true)
  const speak = { ...speakerFor(unit), nameOf, saysTheEnd, isHelp }
  const reasons = all.flatMap((reason) => tellers[reason.code]?.(reason, speak) ?? [])
  return [summary(prescription, speak), ...reasons, ...bodyAlone(prescription)].filter((sentence) => sentence !== '')
}

interface Speaker {
  readonly load: (kg: number) => string
  /** As `load`, without a sign. */
  readonly amount: (kg: number) => string
  /** As `load`, without its unit. */
  readonly number: (kg: number) => string
  readonly nameOf: NameOf
  /** Another sentence says already that this is the first or the last load there is. */
  readonly saysTheEnd: boolean
  /** The load is taken off the body. */
  readonly isHelp: boolean
}

function speakerFor(unit: LoadUnit): Omit<Speaker, 'nameOf' | 'saysTheEnd' | 'isHelp'> {
  const number = (kg: number) => decimal(unit === 'lb' ? kg / KG_PER_POUND : kg)
  const load = (kg: number) => `${number(kg)} ${unit}`
  return { load, amount: (kg) => load(Math.abs(kg)), number }
}

function bodyAlone({ load, flags }: Prescription): readonly string[] {
  if (load > 0 || flags.includes('guided_test')) return []
  if (flags.includes('out_of_reach'))
    return [t`Not one repetition is to be expected with your body alone: take help, or an easier movement.`]
  return flags.includes('lightest_load') ? [t`Nothing is lighter than your body alone; take what reps it gives.`] : []
}

function summary({ load, repLow, repHigh, rir, interval, flags }: Prescription, speak: Speaker): string {
  const range = repLow === repHigh ? reps(repLow) : t`${repLow}–${repHigh} reps`
  const weight = speak.load(load)
  const what = load > 0 ? t`${weight} for ${range}` : range
  const left = reserve(rir)
  if (flags.includes('guided_test') || flags.includes('transfer')) return t`${what}, stopping with ${left} in reserve.`
  const likely = interval.low === interval.high ? String(interval.low) : `${interval.low}–${interval.high}`
  const middle = (interval.low + interval.high) / 2
  if (middle > repHigh)
    return t`${what}, stopping with ${left} in reserve; ${likely} would leave that many, so stop at ${repHigh} all the same.`
  return middle < repLow
    ? t`${what}, stopping with ${left} in reserve; ${likely} are to be expected, short of the range.`
    : t`${what}, stopping with ${left} in reserve; ${likely} are to be expected.`
}

type Teller = (reason: Reason, speak: Speaker) => string

/** One sentence a code. An unknown code, from an engine newer than this text, is passed over in silence. */
export const tellers: Readonly<Record<string, Teller>> = {
  strength: (r, speak) => {
    const sd = num(r, 'sdKg')
    const body = ofBody(r, speak)
    const maximum = sd > 0 ? `${speak.load(num(r, 'e1rmKg'))} ± ${speak.number(sd)}` : speak.load(num(r, 'e1rmKg'))
    const worth = worthOf(r, speak)
    return plural(num(r, 'workouts'), {
      0: `Your estimated maximum is ${maximum}${body}, which ${worth}.`,
      one: `Your estimated maximum is ${maximum} from # workout${body}, which ${worth}.`,
      other: `Your estimated maximum is ${maximum} from your last # workouts${body}, which ${worth}.`,
    })
  },
  transfer: (r, speak) => {
    const maximum = `${speak.load(num(r, 'e1rmKg'))} ± ${speak.number(num(r, 'sdKg'))}${ofBody(r, speak)}`
    const worth = worthOf(r, speak)
    const others = num(r, 'movements')
    const nearest = r['isAkin'] === true ? speak.nameOf(String(r['movementId'])) : undefined
    if (nearest === undefined)
      return plural(others, {
        one: `You have not done this before; another movement suggests a maximum of about ${maximum}, which ${worth}.`,
        other: `You have not done this before; # other movements suggest a maximum of about ${maximum}, which ${worth}.`,
      })
    return plural(others - 1, {
      0: `You have not done this before; your ${nearest} suggests a maximum of about ${maximum}, which ${worth}.`,
      one: `You have not done this before; your ${nearest} and # other movement suggest a maximum of about ${maximum}, which ${worth}.`,
      other: `You have not done this before; your ${nearest} and # other movements suggest a maximum of about ${maximum}, which ${worth}.`,
    })
  },
  first_time: (r, speak) => {
    const change = changed(r, speak)
    return num(r, 'chance') > 0.9
      ? t`Lifters differ widely here, so it starts where nineteen in twenty could: ${change}. Say how many were left, and the next set follows from it.`
      : t`Lifters differ widely here, so it starts where four in five could: ${change}. Say how many were left, and the next set follows from it.`
  },
  today: (r, speak) => {
    const shown = speak.load(num(r, 'e1rmKg'))
    const change = changed(r, speak)
    return t`Your sets today show ${shown}: ${change}.`
  },
  fatigue: (r, speak) => {
    const percent = decimal(-num(r, 'percent'))
    const change = changed(r, speak)
    return plural(num(r, 'sets'), {
      one: `# set before this one cost about ${percent} %: ${change}.`,
      other: `# sets before this one cost about ${percent} %: ${change}.`,
    })
  },
  layoff: (r, speak) => {
    const percent = num(r, 'percent')
    const change = changed(r, speak)
    const share = Math.round(num(r, 'setsShare') * 100)
    return plural(num(r, 'days'), {
      one: `You were away from this for # day, so today starts ${percent} % lower and keeps one more in reserve (${change}); ${share} % of your usual sets are enough.`,
      other: `You were away from this for # days, so today starts ${percent} % lower and keeps one more in reserve (${change}); ${share} % of your usual sets are enough.`,
    })
  },
  hard_weeks: (r, speak) => {
    const amount = decimal(Math.abs(num(r, 'percent')))
    const more = setsMore(r)
    const change = changed(r, speak)
    return num(r, 'percent') < 0 ? t`Fatigue −${amount} %${more}: ${change}.` : t`Freshness +${amount} %${more}: ${change}.`
  },
  readiness: (r, speak) => {
    const percent = decimal(Math.abs(num(r, 'percent')))
    const change = changed(r, speak)
    return num(r, 'percent') < 0
      ? t`Today's form is read as ${percent} % below usual: ${change}.`
      : t`Today's form is read as ${percent} % above usual: ${change}.`
  },
  same_as_before: (r, speak) => {
    const before = speak.load(num(r, 'loadKg'))
    const change = changed(r, speak)
    return t`Kept nearer the ${before} of the set before: ${change}.`
  },
  rise_limit: (r, speak) => {
    const limit = num(r, 'limitPercent')
    const change = changed(r, speak)
    return t`A set rises by at most ${limit} % over the one before: ${change}.`
  },
  held: (r, speak) => {
    const change = changed(r, speak)
    return t`Last time you did what is asked with this load: ${change}.`
  },
  top_reached: (r, speak) => {
    const done = reps(num(r, 'reps'))
    const change = changed(r, speak)
    return t`You reached ${done} last time: ${change}.`
  },
  hard_cap: (r, speak) => {
    const limit = num(r, 'limitPercent')
    const change = changed(r, speak)
    return t`Held to a rise of ${limit} % over last time: ${change}.`
  },
  ramp_limit: (r, speak) => {
    const change = changed(r, speak)
    return t`No set of a test is more than 60 % heavier than the one before: ${change}.`
  },
  step_over_cap: (r, speak) => {
    const limit = num(r, 'limitPercent')
    const change = changed(r, speak)
    return t`The next step your gym has is more than ${limit} % up; you have earned it, so expect fewer reps: ${change}.`
  },
  rounding: (r, speak) => {
    const kg = num(r, 'kg')
    if (Math.abs(kg) < 0.05 || (isOutOfGrid(r) && speak.saysTheEnd)) return ''
    const change = changed(r, speak)
    if (isOutOfGrid(r)) return t`Your gym's loads end there: ${change}.`
    const amount = speak.amount(kg)
    return kg < 0 ? t`Rounded down ${amount} to what can be loaded.` : t`Rounded up ${amount} to what can be loaded.`
  },
  wide_step: (r, speak) => {
    const next = speak.load(num(r, 'nextKg'))
    const step = speak.amount(num(r, 'stepKg'))
    const percent = decimal(num(r, 'percent'))
    const now = speak.load(num(r, 'loadKg'))
    return speak.isHelp
      ? t`The next step your gym has is ${next}, ${step} less help: ${percent} % harder at once. More reps with ${now} earn it.`
      : t`The next step your gym has is ${next}, ${step} more: ${percent} % harder at once. More reps with ${now} earn it.`
  },
  reserve_unsaid: (r) => {
    const sets = num(r, 'sets')
    return sets > 1
      ? t`Last time nothing was said of what was left in ${sets} sets, so it was read from what was asked; say it, and the load follows you sooner.`
      : t`Last time nothing was said of what was left, so it was read from what was asked; say it, and the load follows you sooner.`
  },
  large_drop: (r) => {
    const percent = decimal(Math.abs(num(r, 'percent')))
    const because = causeOf(r)
    return t`That is ${percent} % lighter than last time${because}.`
  },
  large_rise: (r) => {
    const percent = decimal(num(r, 'percent'))
    const because = causeOf(r)
    return t`That is ${percent} % heavier than last time${because}.`
  },
  lightest_load: (r, speak) => {
    const lightest = speak.load(num(r, 'loadKg'))
    return t`${lightest} is the lightest your gym has; take what reps it gives.`
  },
  heaviest_load: (r, speak) => {
    const heaviest = speak.load(num(r, 'loadKg'))
    const left = reserve(num(r, 'rir'))
    return num(r, 'loadKg') > 0
      ? t`${heaviest} is the heaviest your gym has; do as many as leave ${left}.`
      : t`Your gym has nothing to add; do as many as leave ${left}.`
  },
  pain: (r) => {
    const name = jointNames[r['joint'] as keyof typeof jointNames]
    if (name === undefined) return t`This hurts, so two more are kept in reserve.`
    const joint = midSentence(name)
    return t`Your ${joint} hurts, so two more are kept in reserve.`
  },
  pain_cap: (r, speak) => {
    const most = speak.load(num(r, 'loadKg'))
    return t`No heavier than last time while it hurts: ${most}.`
  },
  body_mass_assumed: (r, speak) => {
    const assumed = speak.load(num(r, 'kg'))
    return t`Your body counts here and its weight is not known; ${assumed} was assumed.`
  },
  body_weight: (r) => {
    const able = reps(Math.round(num(r, 'reps')))
    return t`You have about ${able} in you now.`
  },
  guided_test: (r) => {
    if (r['isOwnBody'] === true)
      return t`The first time here, and your own body is all there is to lift: begin with a few, and stop while three are left, even after one. Say how many were left, and the next set follows from it.`
    if (r['protocol'] !== 'ramp')
      return t`The first time here, so it starts light. Say how many were left, and the next set follows from it.`
    const [step, of] = [num(r, 'step'), num(r, 'of')]
    return step < of
      ? t`A first test, set ${step} of up to ${of}: an easy set on the way up; say how many were left. Any set of which you say that three or fewer were left ends the test.`
      : t`A first test, set ${step} of up to ${of}: as many as you can, stopping when form breaks or one is left.`
  },
  rest: (r) => {
    const [seconds, enoughSeconds, cost] = [num(r, 'seconds'), num(r, 'enoughSeconds'), num(r, 'halfCostsReps')]
    const [rest, enough, costs] = [clockText(seconds), clockText(enoughSeconds), reps(cost)]
    const parts = [
      t`Rest ${rest}`,
      ...(cost >= 0.3 ? [t`half of that costs the next set about ${costs}`] : []),
      ...(enoughSeconds > 0 && enoughSeconds < seconds ? [t`${enough} is enough to reach the range four times in five`] : []),
    ]
    return `${parts.join('; ')}.`
  },
}

const causeOf = (reason: Reason): string =>
  ({ layoff: t`, after the time away`, target: t`, because other reps are asked for`, strength: t`, from what your last sets showed` })[
    String(reason['because'])
  ] ?? ''

/** What the estimated maximum comes to here. With the body's weight alone already too much, what is missing is help. */
function worthOf(reason: Reason, speak: Speaker): string {
  const kg = num(reason, 'kg')
  const [amount, load] = [speak.amount(kg), speak.load(kg)]
  const count = reps(num(reason, 'reps'))
  const left = reserve(num(reason, 'rir'))
  if (speak.isHelp && kg < 0) return t`is worth ${amount} on top of the body for ${count} with ${left} left`
  return speak.isHelp || kg < 0
    ? t`asks for ${amount} of help for ${count} with ${left} left`
    : t`is worth ${load} for ${count} with ${left} left`
}

/** How much of a maximum is the lifter's own body. */
function ofBody(reason: Reason, speak: Speaker): string {
  const [kg, all] = [num(reason, 'bodyKg'), num(reason, 'e1rmKg')]
  if (kg === 0) return ''
  const body = speak.load(kg)
  return kg <= all ? t`, of it body weight ${body}` : t`, against a body weight of ${body}`
}

/** Further than half a step from what was wanted, the lightest or the heaviest load is all there is: no rounding. */
const isOutOfGrid = (reason: Reason) => num(reason, 'stepKg') > 0 && Math.abs(num(reason, 'kg')) > num(reason, 'stepKg')

/** Told where it points the way the load went. */
function setsMore(reason: Reason): string {
  const sets = num(reason, 'sets')
  if (sets * num(reason, 'percent') >= 0) return ''
  const amount = toDecimal(Math.abs(sets))
  return sets > 0
    ? plural(amount, { one: ', # set more than usual this week', other: ', # sets more than usual this week' })
    : plural(amount, { one: ', # set fewer than usual this week', other: ', # sets fewer than usual this week' })
}

function changed(reason: Reason, speak: Speaker): string {
  const kg = num(reason, 'kg')
  if (Math.abs(kg) < 0.05) return t`no change`
  const amount = speak.amount(kg)
  if (speak.isHelp) return kg < 0 ? t`${amount} less help` : t`${amount} more help`
  return kg < 0 ? t`${amount} less` : t`${amount} more`
}

function num(reason: Reason, name: string): number {
  const value = reason[name]
  return typeof value === 'number' ? value : 0
}

const reps = (count: number) => plural(toDecimal(count), { one: '# rep', other: '# reps' })

/** Halves are said as they are; nobody stops with 1.75 left. */
function reserve(rir: number): string {
  const whole = Math.round(rir)
  return Number.isInteger(rir * 2) ? decimal(rir) : t`about ${whole}`
}

const toDecimal = (value: number) => Number(value.toFixed(1))
const decimal = (value: number) => formatNumber(toDecimal(value) + 0, 1)

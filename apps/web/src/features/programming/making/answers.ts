import type { Api } from '@gymgenius/contracts'
import { type Joint, localDayOf, mainGoals, type MovementId, type PainSeverity, type TrainingGoal } from '@gymgenius/domain'
import { listOf } from '../../../lib/likeness-words.ts'
import type { MyRules } from '../../../lib/verdict.ts'
import { midSentence } from '../../../ui/locale.ts'
import { PURSE, type Purse, spent } from '../goal-purse.tsx'
import { goalNames, words as programWords } from '../words.ts'
import type { Activity, Draft, Injury, Request, Split } from './draft.ts'

export type Profile = Api['GET /v1/profile']['reply']

/** What is known of the lifter before the first question. */
export interface Known {
  readonly profile: Profile
  readonly rules: MyRules
  readonly gyms: readonly { readonly id: string; readonly name: string }[]
  readonly now: number
}

/** Every question with its answer: said, or known, or usual. */
export type Answers = Required<Omit<Draft, 'faults' | 'id' | 'peakOn' | 'name'>> & Pick<Draft, 'peakOn' | 'name'>

const SEVERITIES: readonly PainSeverity[] = ['mild', 'moderate', 'severe']
export const USUAL_PURSE: Purse = { strength: 5, hypertrophy: 5 }

export function answersOf(draft: Draft, known: Known): Answers {
  const { profile } = known
  const days = draft.daysPerWeek ?? profile.schedule?.daysPerWeek ?? 3
  return {
    purse: draft.purse ?? USUAL_PURSE,
    daysPerWeek: days,
    weekdays: draft.weekdays ?? usualWeekdays(profile, days),
    minutes: draft.minutes ?? profile.schedule?.minutes ?? 60,
    weeks: draft.weeks ?? 12,
    place: placeOf(draft.place, known),
    experience: draft.experience ?? profile.experience ?? 'novice',
    injuries: draft.injuries ?? painsNow(known),
    never: draft.never ?? neverByRule(known.rules),
    split: draft.split ?? 'auto',
    activities: draft.activities ?? ((profile.activities ?? []) as readonly Activity[]),
    disciplines: draft.disciplines ?? profile.disciplines ?? {},
    specialise: draft.specialise ?? profile.specialise ?? [],
    finishers: draft.finishers ?? profile.cardioFinishers ?? true,
    remembers: draft.remembers ?? true,
    ...(draft.peakOn !== undefined && draft.peakOn !== '' && { peakOn: draft.peakOn }),
    ...(draft.name !== undefined && { name: draft.name }),
  }
}

const usualWeekdays = ({ schedule }: Profile, days: number) => {
  const weekdays = schedule?.weekdays ?? []
  return weekdays.length === days ? weekdays : []
}

/** The place that was said, if it is there still; else the lifter's gym, or one with everything. */
export function placeOf(said: string | undefined, { gyms }: Pick<Known, 'gyms'>): string {
  const isThere = said !== undefined && (said in furniture || gyms.some(({ id }) => id === said))
  return isThere ? said : (gyms[0]?.id ?? 'full')
}

export const neverByRule = ({ movements }: MyRules) => movements.flatMap(({ movementId, rule }) => (rule === 'hard_no' ? [movementId] : []))

function painsNow({ rules, now }: Known): Injury[] {
  const worst = new Map<Joint, PainSeverity>()
  for (const { joint, severity, from, until } of rules.constraints)
    if (Date.parse(from) <= now && now < Date.parse(until) && rank(severity) > rank(worst.get(joint))) worst.set(joint, severity)
  return [...worst].map(([joint, severity]) => ({ joint, severity }))
}
const rank = (severity: PainSeverity | undefined) => (severity === undefined ? -1 : SEVERITIES.indexOf(severity))

/** What there is in a place that is no gym of the lifter's. */
export const furniture: Readonly<Record<'full' | 'dumbbells' | 'body', NonNullable<Request['gym']>>> = {
  full: 'full',
  dumbbells: { equipment: ['dumbbell'], fixtures: ['flat_bench', 'open_space'] },
  body: { equipment: [] },
}

/** A place as a request names it. */
export const gymAt = (place: string): NonNullable<Request['gym']> =>
  place in furniture ? furniture[place as keyof typeof furniture] : { id: place as never }

/** What the server is asked. What was not touched is left out where the server knows it as well, or better. */
export function requestOf(draft: Draft, known: Known, id: string, seed: number, today: string): Request {
  const answers = answersOf(draft, known)
  const { purse, place, weekdays, split, peakOn, name, activities, disciplines, specialise, injuries } = answers
  const goals = (Object.entries(purse) as [TrainingGoal, number][]).map(([goal, weight]) => ({ goal, weight }))
  const isDated = weekdays.length > 0 && peakOn === undefined
  return {
    id: id as never,
    goals,
    daysPerWeek: answers.daysPerWeek,
    minutes: answers.minutes,
    weeks: answers.weeks,
    experience: answers.experience,
    gym: gymAt(place),
    seed,
    activities: [...activities],
    disciplines,
    specialise: [...specialise],
    finishers: answers.finishers,
    ...(split !== 'auto' && { split: split satisfies Split }),
    ...(isDated && { weekdays: [...weekdays], startsOn: today }),
    ...(peakOn !== undefined && { peakOn }),
    ...(draft.injuries !== undefined && { injuries: [...injuries] }),
    ...(draft.never !== undefined && { rules: rulesWith(known.rules, draft.never) }),
    name: name === undefined || name.trim() === '' ? usualName(goals, answers.weeks) : name.trim(),
  }
}

/** After all it is mainly for, as the server would name it, but in the lifter's language. */
function usualName(goals: Request['goals'], weeks: number): string {
  const [first, ...others] = mainGoals(goals).map(({ goal }) => goalNames[goal])
  return programWords.usualName(listOf([first!, ...others.map(midSentence)]), weeks)
}

/** The lifter's rules, with other movements that stay out: said in a request, rules hold instead of those that are kept. */
function rulesWith({ movements }: MyRules, never: readonly string[]): NonNullable<Request['rules']> {
  const others = movements.filter(({ movementId, rule }) => rule !== 'hard_no' && !never.includes(movementId))
  return [...others, ...never.map((movementId) => ({ movementId: movementId as MovementId, rule: 'hard_no' as const }))]
}

/** How the lifter trains, said anew by the answers; what was not asked stays. */
export function profileWith({ profile, ...known }: Known, draft: Draft): Profile {
  const { experience, disciplines, daysPerWeek, minutes, weekdays, activities, specialise, finishers } = answersOf(draft, {
    profile,
    ...known,
  })
  return {
    ...profile,
    experience,
    disciplines,
    schedule: { daysPerWeek, minutes, ...(weekdays.length > 0 && { weekdays: [...weekdays] }) },
    activities: [...activities] as never,
    specialise: [...specialise],
    cardioFinishers: finishers,
  }
}

/** Weeks from today until the day of the test, whole ones: so long a program may be. */
export const weeksUntil = (day: string, today: string) => Math.floor((localDayOf(day) - localDayOf(today) + 1) / 7)

/** What keeps the lifter from going on, by question. */
export type Hindrance = 'dollars_left' | 'few_weekdays' | 'test_passed' | 'test_too_near'

export function hindrancesOf({ purse, daysPerWeek, weekdays, peakOn, weeks }: Answers, today: string): readonly Hindrance[] {
  return [
    ...(spent(purse) === PURSE ? [] : ['dollars_left' as const]),
    ...(weekdays.length === 0 || weekdays.length >= daysPerWeek ? [] : ['few_weekdays' as const]),
    ...(peakOn === undefined
      ? []
      : peakOn <= today
        ? ['test_passed' as const]
        : weeksUntil(peakOn, today) < weeks
          ? ['test_too_near' as const]
          : []),
  ]
}

import type { Answer } from './draft.ts'

/** The questions, in the order they are asked. */
export const steps = ['goals', 'week', 'place', 'you', 'more', 'check'] as const
export type Step = (typeof steps)[number]

/** Where each answer is given. */
export const stepOf: Readonly<Record<Answer, Step>> = {
  purse: 'goals',
  daysPerWeek: 'week',
  weekdays: 'week',
  minutes: 'week',
  weeks: 'week',
  place: 'place',
  experience: 'you',
  injuries: 'you',
  never: 'you',
  split: 'more',
  activities: 'more',
  disciplines: 'more',
  specialise: 'more',
  finishers: 'more',
  peakOn: 'more',
  name: 'check',
}

/** The answer that a field of the request came from. */
const answers: Readonly<Record<string, Answer>> = {
  goals: 'purse',
  gym: 'place',
  gyms: 'place',
  rules: 'never',
  startsOn: 'weekdays',
  peaks: 'peakOn',
}

/** `/goals/0/weight` is about the purse; undefined where the wizard asks no such thing. */
export function answerAt(pointer: string): Answer | undefined {
  const field = pointer.split('/').find((part) => part !== '') ?? ''
  return answers[field] ?? (field in stepOf ? (field as Answer) : undefined)
}

import { plural, t } from '@lingui/core/macro'
import type { MissCode } from '@gymgenius/domain'

/** What a sentence is about, as the screen says it: names in the lifter's language, numbers as the region writes them. */
export interface Facts {
  readonly said: (fact: string) => string
  /** In tenths at most: what the plural of a word is chosen by has to be what is read. */
  readonly number: (fact: string) => number
}

/** What stands against a session or a week, in a sentence for each code. */
export const missTexts: Readonly<Record<MissCode, (facts: Facts) => string>> = {
  part_size: ({ said, number }) => sizeOf(said('part'), movements(number('count')), said('least'), said('most')),
  ending_missing: () => t`Neither accessories nor a finisher follow.`,
  ending_double: () => t`Accessories and a finisher both follow; one is asked for.`,
  ending_of_other_type: () => t`A session of this kind has no accessories and no finisher.`,
  finisher_divided: () => t`The finisher is more than one unit.`,
  conditioning_short: ({ said, number }) => short(number('minutes'), said('least')),
  cardio_mixed: () => t`The main block of a cardio session holds something else.`,
  movements_few: ({ number }) => plural(number('count'), { one: '# movement is too few.', other: '# movements are too few.' }),
  movements_many: ({ number }) => plural(number('count'), { one: '# movement is too many.', other: '# movements are too many.' }),
  time_over: ({ said, number }) => over(number('over'), said('minutes')),
  time_under: ({ said }) => under(said('left'), said('minutes')),
  time_untrue: ({ said }) => untrue(said('said'), said('minutes')),
  patterns_few: ({ number }) =>
    plural(number('count'), { one: 'The main block has # way of moving.', other: 'The main block has # ways of moving.' }),
  pattern_of_last: ({ said }) => ofLast(said('pattern'), said('session')),
  movement_unknown: ({ said }) => unknown(said('movement')),
  movement_refused: ({ said }) => refused(said('movement')),
  movement_not_in_gym: ({ said }) => notInGym(said('movement')),
  pattern_untrue: ({ said }) => otherPattern(said('movement'), said('said'), said('pattern')),
  joint_loaded: ({ said }) => loaded(said('movement'), said('joint')),
  joint_reserve: ({ said }) => reserve(said('movement'), said('reserve'), said('joint')),
  sets_impossible: ({ said }) => impossible(said('movement')),
  movement_again: ({ said }) => again(said('movement')),
  pattern_again: ({ said }) => patternAgain(said('pattern')),
  pattern_of_yesterday: ({ said }) => yesterday(said('pattern')),
  muscle_tired: ({ said, number }) => tired(said('muscle'), number('sets')),
  muscle_untrained: ({ said }) => untrained(said('muscle')),
  movements_alike: ({ said, number }) => alike(number('different'), said('places')),
  pattern_often: ({ said, number }) => often(said('pattern'), number('sessions')),
  step_too_great: ({ said, number }) => step(said('muscle'), said('before'), number('sets')),
  past_recovery: ({ said, number }) => past(said('muscle'), number('sets'), said('most')),
  relief_depth: ({ said }) => depth(said('percent')),
  relief_reserve: ({ said }) => noRelief(said('rir'), said('before')),
}

const movements = (n: number) => plural(n, { one: '# movement', other: '# movements' })
const sizeOf = (part: string, count: string, least: string, most: string) => t`${part}: ${count}, where ${least} to ${most} are asked for.`
const short = (minutes: number, least: string) =>
  plural(minutes, {
    one: `Conditioning lasts # minute; ${least} are the least.`,
    other: `Conditioning lasts # minutes; ${least} are the least.`,
  })
const over = (more: number, minutes: string) =>
  plural(more, {
    one: `It takes # minute longer than the ${minutes} there are.`,
    other: `It takes # minutes longer than the ${minutes} there are.`,
  })
const under = (left: string, minutes: string) => t`It leaves ${left} of ${minutes} minutes unused.`
const untrue = (told: string, minutes: string) => t`It says ${told} minutes, and its sets and rests come to ${minutes}.`
const ofLast = (pattern: string, session: string) => t`${pattern}: was in session ${session} too, the last of this kind.`
const unknown = (movement: string) => t`${movement}: a movement that nobody here knows.`
const refused = (movement: string) => t`${movement}: you never do it.`
const notInGym = (movement: string) => t`${movement}: cannot be done in the gym of that day.`
const otherPattern = (movement: string, told: string, pattern: string) => t`${movement}: stands there as “${told}” and is “${pattern}”.`
const loaded = (movement: string, joint: string) => t`${movement}: loads what hurts (${joint}).`
const reserve = (movement: string, reps: string, joint: string) =>
  t`${movement}: leaves less than ${reps} in reserve, although something hurts (${joint}).`
const impossible = (movement: string) => t`${movement}: its sets cannot be done as they are written.`
const again = (movement: string) => t`${movement}: comes twice in one session.`
const patternAgain = (pattern: string) => t`${pattern}: comes twice in the main block.`
const yesterday = (pattern: string) => t`${pattern}: was the main work of the training day before.`
const tired = (muscle: string, sets: number) =>
  plural(sets, {
    one: `${muscle}: # hard set in one session is more than it answers to.`,
    other: `${muscle}: # hard sets in one session are more than it answers to.`,
  })
const untrained = (muscle: string) => t`${muscle}: nothing trains it.`
const alike = (different: number, places: string) =>
  plural(different, { one: `# movement in ${places} places.`, other: `# different movements in ${places} places.` })
const often = (pattern: string, sessions: number) =>
  plural(sessions, { one: `${pattern}: is main work in # session.`, other: `${pattern}: is main work in # sessions.` })
const step = (muscle: string, before: string, sets: number) =>
  plural(sets, {
    one: `${muscle}: from ${before} to # set a week is too great a step.`,
    other: `${muscle}: from ${before} to # sets a week is too great a step.`,
  })
const past = (muscle: string, sets: number, most: string) =>
  plural(sets, {
    one: `${muscle}: # set is more than the ${most} it recovers from.`,
    other: `${muscle}: # sets are more than the ${most} it recovers from.`,
  })
const depth = (percent: string) => t`It takes ${percent} % of the sets away instead of 40 to 60 %.`
const noRelief = (rir: string, before: string) => t`Sets leave ${rir} in reserve, after ${before} the week before: no relief.`

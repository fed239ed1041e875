import type { MissCode, ProgramReason } from '@gymgenius/domain'

/** What stands against a program, in English: one sentence for each code. */
export function sayMiss({ code, facts = {} }: { readonly code: MissCode; readonly facts?: ProgramReason['facts'] }): string {
  return sentences[code]((name) => String(facts[name] ?? '').replaceAll('_', ' '))
}

type Said = (fact: (name: string) => string) => string

const parts: Readonly<Record<string, string>> = {
  'warm up': 'The warm-up',
  main: 'The main block',
  accessory: 'The accessory block',
  finisher: 'The finisher',
  'cool down': 'The cool-down',
}

const sentences: Readonly<Record<MissCode, Said>> = {
  part_size: (fact) =>
    `${parts[fact('part')] ?? fact('part')} has ${fact('count')} movements instead of ${fact('least')} to ${fact('most')}.`,
  ending_missing: () => 'Neither accessories nor a finisher follow.',
  ending_double: () => 'Accessories and a finisher both follow; one is asked for.',
  ending_of_other_type: (fact) => `A ${fact('type')} session has no accessories and no finisher.`,
  finisher_divided: () => 'The finisher is more than one unit.',
  conditioning_short: (fact) => `Conditioning lasts ${fact('minutes')} minutes; ${fact('least')} are the least.`,
  cardio_mixed: () => 'The main block of a cardio session holds something else.',
  movements_few: (fact) => `${fact('count')} movements are too few.`,
  movements_many: (fact) => `${fact('count')} movements are too many.`,
  time_over: (fact) => `It takes ${fact('over')} minutes longer than the ${fact('minutes')} there are.`,
  time_under: (fact) => `It leaves ${fact('left')} of ${fact('minutes')} minutes unused.`,
  time_untrue: (fact) => `It says ${fact('said')} minutes, and its sets and rests come to ${fact('minutes')}.`,
  patterns_few: (fact) => `The main block has ${fact('count') === '1' ? 'one movement pattern' : `${fact('count')} movement patterns`}.`,
  pattern_of_last: (fact) => `${fact('pattern')} was in session ${fact('session')} too, the last of this type.`,
  movement_unknown: (fact) => `${fact('movement')} is no movement that was offered.`,
  movement_refused: (fact) => `${fact('movement')} is one that you never do.`,
  movement_not_in_gym: (fact) => `${fact('movement')} cannot be done in the gym of that day.`,
  pattern_untrue: (fact) => `${fact('movement')} is written down as ${fact('said')} and is ${fact('pattern')}.`,
  joint_loaded: (fact) => `${fact('movement')} loads the ${fact('joint')}, which hurts.`,
  joint_reserve: (fact) => `${fact('movement')} leaves less than ${fact('reserve')} in reserve though the ${fact('joint')} hurts.`,
  sets_impossible: (fact) => `The sets of ${fact('movement')} cannot be done as they are written.`,
  movement_again: (fact) => `${fact('movement')} comes twice in one session.`,
  pattern_again: (fact) => `${fact('pattern')} comes twice in the main block.`,
  pattern_of_yesterday: (fact) => `${fact('pattern')} was the main work of the training day before.`,
  muscle_tired: (fact) => `${fact('sets')} hard sets of ${fact('muscle')} in one session are more than it answers to.`,
  muscle_untrained: (fact) => `Nothing trains ${fact('muscle')}.`,
  movements_alike: (fact) => `${fact('different')} different movements in ${fact('places')} places.`,
  pattern_often: (fact) => `${fact('pattern')} is main work in ${fact('sessions')} sessions.`,
  step_too_great: (fact) => `${fact('muscle')}: ${fact('sets')} sets after ${fact('before')} a week are too great a step.`,
  past_recovery: (fact) => `${fact('muscle')}: ${fact('sets')} sets are more than the ${fact('most')} it recovers from.`,
  relief_depth: (fact) => `It takes ${fact('percent')} % of the sets away instead of 40 to 60 %.`,
  relief_reserve: (fact) => `Sets leave ${fact('rir')} in reserve, after ${fact('before')} the week before: no relief.`,
}

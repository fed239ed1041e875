import type { ProgramReason } from '@gymgenius/domain'

/** Why something of a program is as it is, in English: one sentence for each code. Unknown codes say themselves. */
export function sayReason({ code, facts = {} }: ProgramReason): string {
  const say = sentences[code]
  return say === undefined ? plain(code) : say((name) => plain(String(facts[name] ?? '')))
}

export const sayReasons = (reasons: readonly ProgramReason[]) => reasons.map(sayReason).join(' ')

const plain = (word: string) => word.replaceAll('_', ' ')

type Said = (fact: (name: string) => string) => string

const sentences: Readonly<Record<string, Said>> = {
  main_pattern: (fact) => `Today's ${fact('pattern')}.`,
  power_first: () => 'Fast work comes first, while you are fresh.',
  trunk: () => 'A strong trunk carries the rest.',
  known_lift: () => 'You know this lift well.',
  for_muscle: (fact) => `For ${fact('muscle')}, which the main block gives too little.`,
  fills_session: () => 'Rounds the session off.',
  finishes: () => 'One hard push at the end, for breath and fat.',
  raises_pulse: () => 'Raises the pulse.',
  prepares: (fact) => `Prepares ${fact('muscle')}.`,
  loosens: () => 'Loosens what will work.',
  lengthens: (fact) => `Stretches ${fact('muscle')} after the work.`,
  calms: () => 'Calms you down.',
  easy_road: (fact) => `${fact('minutes')} easy minutes use the time that is left without tiring you.`,
  station: (fact) => `A station of the circuit: ${fact('pattern')}.`,
  road: () => 'Steady, so that you could still talk.',
  road_in_turns: () => 'In short turns, for want of a road: breathe quicker, and never gasp.',
  range: (fact) => `Opens ${fact('muscle')}.`,
  hard_yes: () => 'You always want it.',
  preferred: () => 'You prefer it.',
  careful: (fact) => `Your ${fact('joint')} hurts a little: two more in reserve.`,
  gave_way: (fact) => `Found only by giving way: ${fact('step')}.`,
  in_turn: () => 'In turn with its neighbour, to save time.',
  relief: () => 'Half the sets and two more in reserve: this week is for recovery.',
  goals_conflict: (fact) =>
    `${capital(fact('goal'))} and ${fact('other')} stand in each other's way: ${fact('other')} counts ${fact('percent')} % less.`,
  split_needs_days: (fact) =>
    `${capital(fact('split'))} needs more than ${fact('days')} lifting days a week: you train ${fact('instead')} instead, so that no muscle is left out.`,
  days_not_lifting: (fact) => `Sessions a week that are not for lifting: ${fact('days')}.`,
  injury_avoided: (fact) => `Nothing that loads your ${fact('joint')} is planned (${fact('count')} movements left out).`,
  injury_careful: (fact) => `What asks something of your ${fact('joint')} is done with more in reserve.`,
  activity_counted: (fact) => `${capital(fact('name'))} counts as about ${fact('sets')} hard sets a week for your ${fact('muscle')}.`,
  pattern_unavailable: (fact) => `Nothing you may do here is a ${fact('pattern')}: another pattern takes its place.`,
  nothing_to_lift: (fact) =>
    `Sessions that would have had nothing to lift: ${fact('count')}. They are for walking and mobility until more may be done; let somebody look at what hurts.`,
  minutes_too_few: (fact) =>
    `${fact('minutes')} minutes are too few for every part of a session: in ${fact('count')} of them the time goes to main work, and lighter sets warm you up for it.`,
  short_of_main: (fact) => `Session ${fact('session')} has only ${fact('count')} main movements: no other pattern is free.`,
  own_pace: (fact) => `Your workouts take ${fact('pace')} times what they take most: sessions are planned for that.`,
  from_recent_sets: () => 'The first weeks begin from the sets of your last four, and rise by no more than a third.',
  goals_scaled: (fact) => `The goals came to ${fact('sum')} dollars and were brought to ten.`,
}

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)

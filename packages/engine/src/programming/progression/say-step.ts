import type { ProgramReason } from '@gymgenius/domain'

/** What a lifter reads of what the last time came to; nothing where nothing has changed. */
export function sayStep({ code, facts = {} }: ProgramReason): string {
  return sentences[code]?.((name) => plain(facts[name])) ?? ''
}

const plain = (value: string | number | undefined) => (typeof value === 'number' ? String(Math.round(value * 100) / 100) : (value ?? ''))

type Said = (fact: (name: string) => string) => string
const heavier: Said = (fact) => `All of it done last time: ${fact('loadKg')} kg now.`

const sentences: Readonly<Record<string, Said>> = {
  load_up: heavier,
  top_up: heavier,
  step_over_cap: (fact) => `All of it done last time: ${fact('loadKg')} kg now, the smallest step there is.`,
  hard_cap: (fact) => `All of it done last time: ${fact('loadKg')} kg now, as much more as is wise.`,
  heaviest_load: () => 'The heaviest there is: add repetitions.',
  more_reps: (fact) => `The same load until every set is at the top of its range: ${fact('reps')} in each today.`,
  too_hard: () => 'Done, but nearer to failure than planned: the same load once more.',
  short: () => 'It fell short last time: the same once more.',
  reset: () => 'Short again and again: a tenth less, and up again from there.',
  reps_up: () => 'All of it done last time: one repetition more.',
  harder_movement: () => 'You have outgrown it: a harder movement would teach you more.',
  pause_shorter: (fact) => `The same load with a pause of ${fact('pauseSeconds')} seconds.`,
  wave_up: () => 'The wave is done: the next begins a little heavier.',
  wave_again: () => 'One day of the wave fell short: the wave once more.',
  max_up: (fact) => `A round is done: the training maximum is ${fact('toKg')} kg now.`,
  max_reset: (fact) => `The round fell short: the training maximum is ${fact('toKg')} kg now.`,
}

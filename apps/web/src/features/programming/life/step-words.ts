import { t } from '@lingui/core/macro'

/** What a load or a number of repetitions follows from: what the last time came to, by the rule of the movement. */
export const stepTexts: Readonly<
  Record<string, (facts: { readonly load: string; readonly maximum: string; readonly amount: string }) => string>
> = {
  first_time: () => t`The first time: from here it climbs.`,
  as_written: () => t`As the program is written.`,
  unfinished: () => t`Not all of it was done last time: the same once more.`,
  table: () => t`The next line of its table.`,
  ramp: () => t`Nearer to failure from week to week.`,
  undulates: () => t`Each day of the week has a range of its own.`,
  wave_on: () => t`The wave goes on.`,
  load_up: ({ load }) => t`All of it done last time: ${load} now.`,
  top_up: ({ load }) => t`All of it done last time: ${load} now.`,
  step_over_cap: ({ load }) => t`All of it done last time: ${load} now, the smallest step there is.`,
  hard_cap: ({ load }) => t`All of it done last time: ${load} now, as much more as is wise.`,
  heaviest_load: () => t`The heaviest there is: add repetitions.`,
  more_reps: ({ amount }) =>
    amount === '1'
      ? t`The same load until every set is at the top of its range: 1 rep in each today.`
      : t`The same load until every set is at the top of its range: ${amount} reps in each today.`,
  too_hard: () => t`Done, but nearer to failure than planned: the same load once more.`,
  short: () => t`It fell short last time: the same once more.`,
  reset: () => t`Short again and again: a tenth less, and up again from there.`,
  reps_up: () => t`All of it done last time: one repetition more.`,
  harder_movement: () => t`You have outgrown it: a harder movement would teach you more.`,
  pause_shorter: ({ amount }) =>
    amount === '1' ? t`The same load with a pause of 1 second.` : t`The same load with a pause of ${amount} seconds.`,
  wave_up: () => t`The wave is done: the next begins a little heavier.`,
  wave_again: () => t`One day of the wave fell short: the wave once more.`,
  max_up: ({ maximum }) => t`A round is done: the training maximum is ${maximum} now.`,
  max_reset: ({ maximum }) => t`The round fell short: the training maximum is ${maximum} now.`,
}

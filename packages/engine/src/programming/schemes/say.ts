import type { ProgramReason } from '@gymgenius/domain'
import type { ProgressionRule } from '../progression/plan.ts'

/** What a lifter reads beside a movement of a known program: how it goes on from here. */
export function sayReason({ code, facts }: ProgramReason, rule: ProgressionRule | undefined): string {
  if (rule === undefined) return 'As the program has it.'
  if (code === 'max_up') return `A new round: the training maximum is ${plain(facts?.['toKg'])} kg now.`
  return sentences[rule.style](rule as never)
}

const plain = (value: string | number | undefined) => (typeof value === 'number' ? Math.round(value * 10) / 10 : (value ?? ''))
const more = (addKg: number | undefined) => (addKg === undefined ? 'one step more' : `${addKg} kg more`)

const sentences: { readonly [Style in ProgressionRule['style']]: (rule: Extract<ProgressionRule, { style: Style }>) => string } = {
  single: ({ addKg }) => `All repetitions with the reserve kept: ${more(addKg)} next time.`,
  double: ({ addKg }) => `Every set at the top of its range: ${more(addKg)} next time.`,
  linear: ({ addKg, misses, resetPercent }) =>
    `Every set done: ${more(addKg)} next time. Short ${misses} times in a row: ${resetPercent} % less.`,
  paused: ({ pauses, addKg }) => `Pauses of ${pauses.join(', then ')} seconds at the same load, then ${more(addKg)}.`,
  build_to_drop: ({ dropPercent, addKg }) => `Up to one top set, then ${dropPercent} % less. Its range reached: ${more(addKg)} next time.`,
  wave: ({ addKg }) => `Loads rise as repetitions fall; the next wave begins with ${more(addKg)}.`,
  percent: ({ ofMaximum, addKg }) => `Of a training maximum that is ${ofMaximum} % of yours; ${addKg} kg more after each round.`,
  rir_ramp: ({ from, to, weeks }) => `From ${from} left to ${to} left in ${weeks} weeks; the load follows.`,
  daily_undulating: ({ addKg }) => `Another range each day; done, that range has ${more(addKg)} when it comes round.`,
}

import type { ProgramItem, ProgressionRule, ProgressionStyle } from '@gymgenius/domain'

/** The numbers of a rule where a program names only its style. A table of percentages without numbers is none. */
const usualRules: { readonly [Style in ProgressionStyle]: ProgressionRule | undefined } = {
  single: { style: 'single' },
  double: { style: 'double' },
  linear: { style: 'linear', misses: 3, resetPercent: 10 },
  paused: { style: 'paused', pauses: [3, 2, 1] },
  build_to_drop: { style: 'build_to_drop', dropPercent: 20 },
  wave: { style: 'wave' },
  percent: undefined,
  rir_ramp: { style: 'rir_ramp', from: 3, to: 1, weeks: 4 },
  daily_undulating: { style: 'daily_undulating' },
}

/** By what a movement of a plan gets harder. */
export const ruleOf = ({ rule, progression }: Pick<ProgramItem, 'rule' | 'progression'>): ProgressionRule | undefined =>
  rule ?? (progression === undefined ? undefined : usualRules[progression])

/** Whether its style alone says all of it. */
export const isUsualRule = (rule: ProgressionRule): boolean => JSON.stringify(rule) === JSON.stringify(usualRules[rule.style])

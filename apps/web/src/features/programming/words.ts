import { plural, t } from '@lingui/core/macro'
import type { BlockKind, Experience, MicrocycleKpi, ProgramSplit, SessionKpi, SessionSection, TrainingGoal } from '@gymgenius/domain'
import { sessionName } from '../../lib/session-names.ts'

const numbered = (n: number, name: string) => t`${n}. ${name}`

export const words = {
  title: t`Programs`,
  make: t`Make a program`,
  empty: t`No program yet`,
  emptyText: t`Say what you train for, and there are weeks of sessions with a reason for every movement. What you log stays yours without one.`,
  offline: t`Programs are made and changed on the server. What is next of yours is among your routines, also without a network.`,
  states: { draft: t`Not begun`, active: t`In training`, archived: t`Put away` } as Readonly<Record<string, string>>,
  weeks: (n: number) => plural(n, { one: '# week', other: '# weeks' }),
  usualName: (goal: string, weeks: number) => plural(weeks, { one: `${goal}, # week`, other: `${goal}, # weeks` }),
  done: (done: number, all: number) => t`${done} of ${all} sessions done`,
  isMaking: t`It is being made.`,
  goals: t`What for?`,
  goalsHint: t`Ten dollars on up to three goals.`,
  left: (n: number) => plural(n, { one: '# dollar left', other: '# dollars left' }),
  more: (goal: string) => t`More for ${goal}`,
  less: (goal: string) => t`Less for ${goal}`,
  dollars: (n: number) => t`$${n}`,
  days: t`Days a week`,
  minutes: t`Minutes a session`,
  length: t`Weeks`,
  experience: t`Lifting for`,
  begin: t`Begin today`,
  beginHint: t`Its next sessions come among your routines, also without a network.`,
  leave: t`Put it down`,
  putDown: t`Put down. What you did stays.`,
  begun: t`Begun. The next session is on Today.`,
  remove: t`Delete`,
  removed: t`Deleted. Workouts done by it stay.`,
  volume: t`Hard sets a week`,
  volumeHint: t`The band is what is useful: from the least that grows to the most that is recovered from. Landmarks are rules of thumb.`,
  setsOf: (muscle: string, sets: number) => plural(sets, { one: `${muscle}: # set`, other: `${muscle}: # sets` }),
  week: (n: number) => t`Week ${n}`,
  minutesOf: (n: number) => t`${n} min`,
  session: (n: number, name: string) => numbered(n, sessionName(name)),
  sets: (n: number) => plural(n, { one: '# set', other: '# sets' }),
  rest: (clock: string) => t`rest ${clock}`,
  rir: (rir: number) => t`${rir} in reserve`,
  seconds: (n: number) => t`${n} s`,
  metres: (n: number) => t`${n} m`,
  percent: (n: number) => t`${n} % of the training maximum`,
}

export const goalNames: Readonly<Record<TrainingGoal, string>> = {
  strength: t`Strength`,
  hypertrophy: t({ message: 'Muscle', context: 'a goal' }),
  endurance: t`Endurance`,
  fat_loss: t`Fat loss`,
  mobility: t`Mobility`,
  explosiveness: t`Explosiveness`,
  speed: t`Speed`,
}

export const experienceNames: Readonly<Record<Experience, string>> = {
  novice: t`Less than a year`,
  intermediate: t`Some years`,
  advanced: t`Many years`,
}

export const splitNames: Readonly<Record<Exclude<ProgramSplit, 'hybrid'>, string>> = {
  full_body: t`Full body`,
  upper_lower: t`Upper, lower`,
  push_pull_legs: t`Push, pull, legs`,
}

export const sectionNames: Readonly<Record<SessionSection, string>> = {
  warm_up: t({ message: 'Warm-up', context: 'part of a session' }),
  main: t`Main`,
  accessory: t`Accessories`,
  finisher: t`Finisher`,
  cool_down: t`Cool-down`,
}

export const blockNames: Readonly<Record<BlockKind, string>> = {
  accumulation: t`Build up`,
  intensification: t`Heavier`,
  realisation: t`Show it`,
  deload: t`Deload`,
  taper: t`Taper`,
}

export const kpiNames: Readonly<Record<SessionKpi | MicrocycleKpi, string>> = {
  complete_structure: t`Sessions are complete`,
  movement_count: t`As many movements as make sense`,
  time: t`Sessions take the time you have`,
  pattern_diversity: t`Different patterns in a session`,
  hard_constraints: t`Your rules, injuries and gym are obeyed`,
  pattern_repeats: t`Main patterns take turns`,
  muscle_coverage: t`No major muscle is forgotten`,
  unique_movements: t`Enough different movements a week`,
  pattern_uses: t`No main pattern more than twice a week`,
  volume: t`Weekly sets grow no faster than they should`,
}

/** Why a movement stands where it does, by the code of the reason. */
export const reasonTexts: Readonly<Record<string, (about: string) => string>> = {
  main_pattern: (pattern) => t`What the session is built around: ${pattern}`,
  for_muscle: (muscle) => t`More for ${muscle}`,
  prepares: (muscle) => t`Prepares ${muscle}`,
  lengthens: (muscle) => t`Stretches ${muscle}`,
  raises_pulse: () => t`Warms you up`,
  easy_road: () => t`Easy, to the end`,
  road: () => t`The road of today`,
  road_in_turns: () => t`In short turns, for want of a road`,
  station: (pattern) => t`A station: ${pattern}`,
  finishes: () => t`The last push`,
  fills_session: () => t`Rounds the session off`,
  by_hand: () => t`You put it here`,
  by_rule: () => t`The program asks for it`,
  power_first: () => t`Fast work comes first, while you are fresh`,
  trunk: () => t`A strong trunk carries the rest`,
  known_lift: () => t`You know this lift well`,
  loosens: () => t`Loosens what will work`,
  calms: () => t`Calms you down`,
  range: (muscle) => t`More range of motion: ${muscle}`,
  hard_yes: () => t`You always want it`,
  preferred: () => t`You prefer it`,
  careful: (joint) => t`Two more reps in reserve, because something hurts a little: ${joint}`,
  gave_way: (step) => t`Nothing better was left here: ${step}`,
  in_turn: () => t`In turn with its neighbour, to save time`,
  relief: () => t`Half of the sets and two more reps in reserve: this week is for recovery`,
  deload: () => t`Half of the sets and two more reps in reserve: this week is for recovery`,
  taper: () => t`Fewer sets, so that you are fresh for the test`,
  chosen_by_hand: () => t`You chose it`,
}

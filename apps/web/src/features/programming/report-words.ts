import { plural, t } from '@lingui/core/macro'
import type { MicrocycleKpi, RelaxationStep, SessionKpi, WaivableRule } from '@gymgenius/domain'
import type { Facts } from './miss-words.ts'

export const reportWords = {
  allMet: (n: number) => t`It keeps all ${n} rules of a good trainer`,
  someMet: (met: number, all: number) => t`It keeps ${met} of ${all} rules of a good trainer`,
  hint: t`Checked by somebody else than who made it. Open a line to see what was asked and why.`,
  everySession: t`In every session.`,
  everyWeek: t`In every week.`,
  sessions: (count: number, list: string) => plural(count, { one: `Session ${list}`, other: `Sessions ${list}` }),
  weeks: (count: number, list: string) => plural(count, { one: `Week ${list}`, other: `Weeks ${list}` }),
  was: (value: string) => t`It is ${value}.`,
  gaveWay: t`Where the choice had to give way`,
  gaveWayHint: t`With your gym, rules and pains nothing better was left there.`,
  inSession: (movement: string, count: number, sessions: string) =>
    plural(count, { one: `${movement} (session ${sessions})`, other: `${movement} (sessions ${sessions})` }),
  waivers: t`Set aside on purpose`,
  waiversHint: t`The program is built that way; these rules do not count against it.`,
  notices: t`Good to know`,
  inMinutes: (n: number) => plural(n, { one: '# minute', other: '# minutes' }),
  inMovements: (n: number) => plural(n, { one: '# movement', other: '# movements' }),
  inPatterns: (n: number) => plural(n, { one: '# pattern', other: '# patterns' }),
  inMuscles: (n: string) => t`${n} of 7 muscles`,
  inSets: (n: number) => plural(n, { one: '# set', other: '# sets' }),
  inSessions: (n: number) => plural(n, { one: '# session', other: '# sessions' }),
}

/** What is asked of each figure, in a sentence. */
export const kpiAsks: Readonly<Record<SessionKpi | MicrocycleKpi, string>> = {
  complete_structure: t`A session has a warm-up, a main block, then accessories or one finisher, and a cool-down, each of a sensible size.`,
  movement_count: t`A session has 8 to 15 movements, warm-up and cool-down among them; one of cardio has 5 or more.`,
  time: t`A session takes the minutes you have, 5 % more or less; in an easy week it may be shorter.`,
  pattern_diversity: t`The main block does not repeat one way of moving: two at least, in a circuit four.`,
  hard_constraints: t`What you never do, what hurts, what your gym lacks and what a body cannot recover from stays out.`,
  pattern_repeats: t`A session does not build on the same main pattern as the last one of its kind.`,
  muscle_coverage: t`Each week trains all seven major muscles.`,
  unique_movements: t`Of a week’s movements 70 % are different.`,
  pattern_uses: t`No main pattern comes in more than two sessions a week.`,
  volume: t`No muscle gets over 1.3 times its last four weeks, nor over what it recovers from; an easy week takes 40 to 60 % away.`,
}

export const stepNames: Readonly<Record<RelaxationStep, string>> = {
  widen_patterns: t`Another pattern than planned`,
  allow_synergists: t`A movement in which the muscle only helps`,
  discipline_weight: t`A movement of something you like less`,
  allow_isolation: t`A movement of a single joint`,
  allow_generic: t`A movement that suits anybody`,
  emergency: t`Whatever was left`,
}

export const ruleNames: Readonly<Record<WaivableRule, string>> = {
  structure: t`Parts of a session`,
  movement_count: t`Number of movements`,
  time: t`The minutes you have`,
  pattern_diversity: t`Different patterns in a session`,
  repeats_in_session: t`Nothing twice in a session`,
  consecutive_patterns: t`No main pattern two days running`,
  pattern_repeats: t`Main patterns take turns`,
  pattern_uses: t`No main pattern more than twice a week`,
  session_fatigue: t`Sets of a muscle in one session`,
  muscle_coverage: t`No major muscle is forgotten`,
  unique_movements: t`Enough different movements a week`,
  volume_step: t`Sets grow slowly`,
  deload_depth: t`How easy an easy week is`,
}

/** What to know before starting, by its code. */
export const noticeTexts: Readonly<Record<string, (facts: Facts) => string>> = {
  goals_conflict: ({ said }) => conflict(said('goal'), said('other'), said('percent')),
  split_needs_days: ({ said, number }) => splitNeeds(said('split'), number('days')),
  days_not_lifting: ({ said }) => notLifting(said('days')),
  injury_avoided: ({ said, number }) => avoided(said('joint'), number('count')),
  injury_careful: ({ said }) => careful(said('joint')),
  activity_counted: ({ said, number }) => counted(said('name'), number('sets'), said('muscle')),
  pattern_unavailable: ({ said }) => unavailable(said('pattern')),
  short_of_main: ({ said, number }) => shortOfMain(said('session'), number('count')),
  nothing_to_lift: ({ number }) => nothingToLift(number('count')),
  minutes_too_few: ({ said, number }) => tooFewMinutes(said('minutes'), number('count')),
  own_pace: ({ said }) => ownPace(said('pace')),
  from_recent_sets: () => t`The first weeks begin from the sets of your last four, and rise by no more than a third.`,
  goals_scaled: ({ number }) => scaled(number('sum')),
  substituted: ({ said }) => substituted(said('by'), said('movement')),
  left_out: ({ said }) => leftOut(said('movement')),
}

const conflict = (goal: string, other: string, percent: string) =>
  t`${goal} and ${other} stand in each other’s way: ${other} counts ${percent} % less.`
const splitNeeds = (split: string, days: number) =>
  plural(days, {
    one: `${split} needs more than # lifting day a week. Sessions are divided otherwise, so that no muscle is left out.`,
    other: `${split} needs more than # lifting days a week. Sessions are divided otherwise, so that no muscle is left out.`,
  })
const notLifting = (days: string) => t`Sessions a week that are not for lifting: ${days}.`
const avoided = (joint: string, count: number) =>
  plural(count, {
    one: `${joint}: nothing that loads it is planned. # movement is left out.`,
    other: `${joint}: nothing that loads it is planned. # movements are left out.`,
  })
const careful = (joint: string) => t`${joint}: what asks something of it is done with more in reserve.`
const counted = (name: string, sets: number, muscle: string) =>
  plural(sets, {
    one: `${name} counts as about # hard set a week (${muscle}).`,
    other: `${name} counts as about # hard sets a week (${muscle}).`,
  })
const unavailable = (pattern: string) => t`${pattern}: nothing you may do here is one. Another pattern takes its place.`
const shortOfMain = (session: string, count: number) =>
  plural(count, {
    one: `Session ${session} has only # main movement: no other pattern is free.`,
    other: `Session ${session} has only # main movements: no other pattern is free.`,
  })
const nothingToLift = (count: number) =>
  plural(count, {
    one: '# session would have had nothing to lift. It is for walking or mobility until more may be done; let somebody look at what hurts.',
    other:
      '# sessions would have had nothing to lift. They are for walking and mobility until more may be done; let somebody look at what hurts.',
  })
const tooFewMinutes = (minutes: string, count: number) =>
  plural(count, {
    one: `${minutes} minutes are too few for every part of a session: in # of them the time goes to main work, and lighter sets warm you up for it.`,
    other: `${minutes} minutes are too few for every part of a session: in # of them the time goes to main work, and lighter sets warm you up for it.`,
  })
const ownPace = (pace: string) => t`Your workouts take ${pace} times what they take most: sessions are planned for that.`
const scaled = (sum: number) =>
  plural(sum, { one: 'The goals came to # dollar and were brought to ten.', other: 'The goals came to # dollars and were brought to ten.' })
const substituted = (by: string, movement: string) => t`${by} stands in for ${movement}.`
const leftOut = (movement: string) => t`${movement} is left out: nothing like it is there.`

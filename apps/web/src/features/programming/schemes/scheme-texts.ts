import { t } from '@lingui/core/macro'
import type { WaivableRule } from '@gymgenius/domain'

/** What a well-known program says of itself, and why it sets rules aside. */
export interface SchemeTexts {
  readonly name: string
  readonly about: string
  readonly setsAside?: Partial<Readonly<Record<WaivableRule, string>>>
}

const learnedByDoing = t`A beginner learns a lift by doing it every time; one or two patterns less a week would only slow that.`
const asLongAsItTakes = t`It is written in sets and rests, and its days are not equally long.`
const sameLifts = t`The same lifts three times a week are the program.`
const anotherRange = t`The same lifts in another range are the idea of undulation.`
const littleToTrain = t`With little to train with the same few movements come often; repetitions and variations are what changes.`
const smallAmounts = t`Pushing and pulling come every time, in small amounts.`
const metOnce = t`Two workouts in turn, so that soreness is met only once.`
const practised = t`The two lifts are practised on every day; skill asks for it.`

/** By its slug. A test holds them to the engine's own words. */
export const schemeTexts: Readonly<Record<string, SchemeTexts>> = {
  'novice-linear': {
    name: t`First months with a barbell`,
    about: t`Three days a week, two workouts in turn, five repetitions of few lifts, and a little more on the bar every time. For the first three to six months. It ends when three resets of the same lift have not helped; then the week, and not the workout, is the step.`,
    setsAside: {
      pattern_uses: learnedByDoing,
      consecutive_patterns: learnedByDoing,
      pattern_repeats: learnedByDoing,
      unique_movements: learnedByDoing,
      time: asLongAsItTakes,
    },
  },
  'five-by-five': {
    name: t`Five sets of five`,
    about: t`Two workouts in turn, three days a week, five sets of five of the big lifts and one heavy five of the deadlift. More work at one load than the first months need; for lifters who have learned the lifts and still gain every week.`,
    setsAside: {
      pattern_uses: t`The squat comes every time: it is the lift the program is built on.`,
      consecutive_patterns: t`The squat comes every time; a day between is its recovery.`,
      pattern_repeats: t`Two workouts in turn share the squat.`,
      unique_movements: t`Five lifts are the whole program.`,
      time: asLongAsItTakes,
    },
  },
  'three-tiers': {
    name: t`Three tiers`,
    about: t`Each day one lift heavy (five sets of three, the last for as many as possible), another lift for tens, and two easy ones for many. Four lifts take turns in the first two tiers, so each is heavy once and light once a week.`,
  },
  'volume-recovery-intensity': {
    name: t`Volume, recovery, intensity`,
    about: t`For lifters who no longer gain every time but still every week: much work on the first day, little and light on the second, and one hard set on the third that is a little more than last week. The first day earns it, the second lets it come, the third shows it.`,
    setsAside: {
      pattern_uses: t`The same lifts three times a week, each time for another purpose, are the program.`,
      consecutive_patterns: t`The light day is the recovery between the two hard ones.`,
      pattern_repeats: sameLifts,
      unique_movements: sameLifts,
      time: asLongAsItTakes,
    },
  },
  'five-three-one-waves': {
    name: t`Waves of five, three and one`,
    about: t`Four days, one big lift each, by percentages of a training maximum that is nine tenths of yours. Three weeks climb, the last set of each is for as many as possible, the fourth week is light, and the maximum rises a little for the next wave. Slow, and it keeps working for years.`,
    setsAside: {
      pattern_diversity: t`One big lift is the main work of a day.`,
      structure: t`One big lift is the main work of a day; the rest assists.`,
      time: asLongAsItTakes,
    },
  },
  'full-body-three-days': {
    name: t`Full body, three days that differ`,
    about: t`Three days, each with the whole body and with its own range: heavy, light and middling. The squat, the bench press and the row undulate; each range climbs by itself. For lifters who can train three times a week and want strength and size alike.`,
    setsAside: {
      consecutive_patterns: t`The range differs from day to day, and a day lies between.`,
      pattern_repeats: anotherRange,
      pattern_uses: t`Each range of the three lifts comes once a week.`,
      unique_movements: anotherRange,
      time: asLongAsItTakes,
    },
  },
  'upper-lower-four-days': {
    name: t`Upper and lower, four days`,
    about: t`Two days for the upper half and two for the lower, one of each heavier and one for more repetitions. Effort climbs over five weeks from three left to one left; the sixth is light. A good home for years of training.`,
    setsAside: { time: asLongAsItTakes },
  },
  'push-pull-legs-six-days': {
    name: t`Push, pull, legs, twice a week`,
    about: t`Six days: what pushes, what pulls, legs, and again with other movements. Much work in short sessions, for lifters who recover well and like to train often. Repetitions climb first, then loads; every sixth week is light.`,
    setsAside: { time: asLongAsItTakes },
  },
  'top-set-and-drop': {
    name: t`One top set, then down`,
    about: t`Four days. Each begins with sets that build up to one that counts, and goes on lighter for size; the second day of each half has a paused variation, whose pause gets shorter before its load rises. For lifters who like one clear number to beat.`,
    setsAside: { time: asLongAsItTakes },
  },
  'body-weight-only': {
    name: t`Nothing but a floor and a bar`,
    about: t`Three days with your own body; a table or a low bar to row from, a bar in a door if there is one. Repetitions climb within a range, and when the top of it is easy in every set the next harder movement takes its place.`,
    setsAside: { consecutive_patterns: littleToTrain, pattern_uses: littleToTrain, pattern_repeats: littleToTrain, time: asLongAsItTakes },
  },
  'dumbbells-only': {
    name: t`A pair of dumbbells`,
    about: t`Three full-body days with dumbbells and a bench or a floor. Dumbbells jump by two kilograms or more, so repetitions climb far before the next pair: ranges are wide on purpose.`,
    setsAside: { consecutive_patterns: littleToTrain, pattern_uses: littleToTrain, pattern_repeats: littleToTrain },
  },
  'strong-past-fifty': {
    name: t`Strong past fifty`,
    about: t`Three shorter days with more warming up, kinder joints and nothing near failure; quick, light throws and steps, because speed leaves first with the years; balance and carrying for daily life. Every fourth week is light. Loads climb when the whole range is easy.`,
    setsAside: {
      consecutive_patterns: t`Few sets, far from failure, with a day between: what is done often stays.`,
      pattern_repeats: smallAmounts,
      pattern_uses: smallAmounts,
      time: asLongAsItTakes,
    },
  },
  'return-from-a-break': {
    name: t`Back after a break`,
    about: t`Six weeks for lifters who were away for a month or more. Muscle remembers; tendons and the soreness of the second day do not care. Two easy weeks with two sets and four left, two with a third set, two with the effort of before. Then choose what comes next.`,
    setsAside: {
      volume_step: t`The third set brings back what the lifter did before the break; it is less than their old week.`,
      pattern_repeats: metOnce,
      unique_movements: metOnce,
      time: asLongAsItTakes,
    },
  },
  'olympic-base': {
    name: t`A base for snatch and clean and jerk`,
    about: t`Three days: a lift from the hang or the floor while fresh, a squat or a press, and what holds the trunk. Few repetitions, always quick; a lift that gets slow is ended. For lifters who have been taught the two lifts and build the strength to do them well.`,
    setsAside: {
      pattern_uses: practised,
      repeats_in_session: t`A lift and its pull share a pattern: the pull makes the lift stronger.`,
      consecutive_patterns: practised,
      pattern_repeats: practised,
      time: asLongAsItTakes,
    },
  },
  'powerlifting-peak': {
    name: t`Twelve weeks to a meet`,
    about: t`Squat, bench press and deadlift towards one day. Four weeks of work at 70 to 78 %, four of fewer, heavier sets, three that lead to singles near your best, and a last week with little and still heavy enough to stay sharp. Percentages are of what you can do today, not of what you hope for.`,
    setsAside: {
      pattern_repeats: t`A meet is three lifts; they are practised every week, and the bench press twice.`,
      consecutive_patterns: t`A meet is three lifts; two days of each half lie close.`,
      time: asLongAsItTakes,
    },
  },
}

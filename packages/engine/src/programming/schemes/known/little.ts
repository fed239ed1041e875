import type { Scheme } from '../scheme.ts'
import { asLongAsItTakes, day, easeOff, lift, ready } from './write.ts'

const everyTime = 'With little to train with the same few movements come often; repetitions and variations are what changes.'

export const bodyWeightOnly: Scheme = {
  slug: 'body-weight-only',
  name: 'Nothing but a floor and a bar',
  about:
    'Three days with your own body; a table or a low bar to row from, a bar in a door if there is one. Repetitions climb within a range, and when the top of it is easy in every set the next harder movement takes its place.',
  experience: ['novice', 'intermediate'],
  goals: [
    { goal: 'hypertrophy', weight: 5 },
    { goal: 'strength', weight: 3 },
    { goal: 'endurance', weight: 2 },
  ],
  split: 'full_body',
  daysPerWeek: 3,
  deloadEveryWeeks: 6,
  waivers: [
    { rule: 'consecutive_patterns', why: everyTime },
    { rule: 'pattern_uses', why: everyTime },
    { rule: 'pattern_repeats', why: everyTime },
    asLongAsItTakes,
  ],
  phases: [
    {
      name: 'Three days',
      block: 'accumulation',
      weeks: 12,
      days: [
        day('Push first', 'hypertrophy', 'full_body', {
          warm_up: ready.whole,
          main: [
            lift('push-up | incline-push-up', '3 x 8-15 @ RIR 2, rest 1:30', 'double'),
            lift('inverted-row | table-row | doorway-row', '3 x 6-12 @ RIR 2, rest 1:30', 'double'),
            lift('split-squat-bodyweight', '3 x 8-15 @ RIR 2, rest 1:30', 'double'),
          ],
          accessory: [
            lift('single-leg-glute-bridge', '3 x 8-15 @ RIR 2, rest 1:00', 'double'),
            lift('plank', '3 x 40 s, rest 1:00', 'single'),
          ],
          cool_down: easeOff.whole,
        }),
        day('Pull first', 'hypertrophy', 'full_body', {
          warm_up: ready.whole,
          main: [
            lift('chin-up | chin-up-band | towel-door-row', '4 x 3-8 @ RIR 2, rest 2:00', 'double'),
            lift('pike-push-up', '3 x 6-12 @ RIR 2, rest 1:30', 'double'),
            lift('single-leg-romanian-deadlift-bodyweight', '3 x 8-12 @ RIR 2, rest 1:30', 'double'),
          ],
          accessory: [
            lift('dead-bug', '3 x 8-12 @ RIR 2, rest 1:00', 'double'),
            lift('standing-calf-raise-bodyweight', '3 x 12-20 @ RIR 1, rest 1:00', 'double'),
          ],
          cool_down: easeOff.whole,
        }),
        day('Legs first', 'hypertrophy', 'full_body', {
          warm_up: ready.whole,
          main: [
            lift('bulgarian-split-squat-bodyweight', '3 x 8-15 @ RIR 2, rest 1:30', 'double'),
            lift('close-grip-push-up | push-up-knees', '3 x 6-12 @ RIR 2, rest 1:30', 'double'),
            lift('feet-elevated-inverted-row | prone-row', '3 x 6-12 @ RIR 2, rest 1:30', 'double'),
          ],
          accessory: [
            lift('sliding-leg-curl | hamstring-walkout', '3 x 6-12 @ RIR 2, rest 1:00', 'double'),
            lift('side-plank', '2 x 30 s, rest 1:00', 'single'),
          ],
          cool_down: easeOff.whole,
        }),
      ],
    },
  ],
}

export const dumbbellsOnly: Scheme = {
  slug: 'dumbbells-only',
  name: 'A pair of dumbbells',
  about:
    'Three full-body days with dumbbells and a bench or a floor. Dumbbells jump by two kilograms or more, so repetitions climb far before the next pair: ranges are wide on purpose.',
  experience: ['novice', 'intermediate'],
  goals: [
    { goal: 'hypertrophy', weight: 6 },
    { goal: 'strength', weight: 4 },
  ],
  split: 'full_body',
  daysPerWeek: 3,
  deloadEveryWeeks: 6,
  waivers: [
    { rule: 'consecutive_patterns', why: everyTime },
    { rule: 'pattern_uses', why: everyTime },
    { rule: 'pattern_repeats', why: everyTime },
  ],
  phases: [
    {
      name: 'Three days',
      block: 'accumulation',
      weeks: 12,
      days: [
        day('Squat first', 'hypertrophy', 'full_body', {
          warm_up: ready.whole,
          main: [
            lift('goblet-squat-dumbbell', '3 x 8-14 @ RIR 2, rest 2:00', 'double'),
            lift('bench-press-dumbbell | floor-press-dumbbell', '3 x 8-14 @ RIR 2, rest 2:00', 'double'),
            lift('bent-over-one-arm-row-dumbbell', '3 x 8-14 @ RIR 2, rest 1:30', 'double'),
          ],
          accessory: [
            lift('lateral-raise-dumbbell', '3 x 12-20 @ RIR 2, rest 1:00', 'double', 1),
            lift('hammer-curl-dumbbell', '3 x 10-15 @ RIR 2, rest 1:00', 'double', 1),
          ],
          cool_down: easeOff.whole,
        }),
        day('Hinge first', 'hypertrophy', 'full_body', {
          warm_up: ready.whole,
          main: [
            lift('romanian-deadlift-dumbbell', '3 x 8-14 @ RIR 2, rest 2:00', 'double'),
            lift('overhead-press-dumbbell', '3 x 8-12 @ RIR 2, rest 2:00', 'double'),
            lift('renegade-row-dumbbell | bent-over-row-dumbbell', '3 x 8-12 @ RIR 2, rest 1:30', 'double'),
          ],
          accessory: [
            lift('glute-bridge-dumbbell', '3 x 10-15 @ RIR 2, rest 1:00', 'double'),
            lift('overhead-triceps-extension | triceps-extension-dumbbell', '3 x 10-15 @ RIR 2, rest 1:00', 'double'),
          ],
          cool_down: easeOff.whole,
        }),
        day('Lunge first', 'hypertrophy', 'full_body', {
          warm_up: ready.whole,
          main: [
            lift('reverse-lunge-dumbbell', '3 x 8-12 @ RIR 2, rest 1:45', 'double'),
            lift('incline-bench-press-dumbbell | push-up', '3 x 8-14 @ RIR 2, rest 1:45', 'double'),
            lift('chest-supported-row-dumbbell | bent-over-row-dumbbell', '3 x 8-14 @ RIR 2, rest 1:45', 'double'),
          ],
          accessory: [
            lift('suitcase-carry', '3 x 40 m, rest 1:00', 'single'),
            lift('weighted-dead-bug-dumbbell | dead-bug', '2 x 8-12 @ RIR 2, rest 1:00', 'double'),
          ],
          cool_down: easeOff.whole,
        }),
      ],
    },
  ],
}

export const masters: Scheme = {
  slug: 'strong-past-fifty',
  name: 'Strong past fifty',
  about:
    'Three shorter days with more warming up, kinder joints and nothing near failure; quick, light throws and steps, because speed leaves first with the years; balance and carrying for daily life. Every fourth week is light. Loads climb when the whole range is easy.',
  experience: ['novice', 'intermediate'],
  goals: [
    { goal: 'strength', weight: 5 },
    { goal: 'hypertrophy', weight: 3 },
    { goal: 'mobility', weight: 2 },
  ],
  split: 'full_body',
  daysPerWeek: 3,
  deloadEveryWeeks: 4,
  waivers: [
    { rule: 'consecutive_patterns', why: 'Few sets, far from failure, with a day between: what is done often stays.' },
    { rule: 'pattern_repeats', why: 'Pushing and pulling come every time, in small amounts.' },
    { rule: 'pattern_uses', why: 'Pushing and pulling come every time, in small amounts.' },
    asLongAsItTakes,
  ],
  phases: [
    {
      name: 'Three days',
      block: 'accumulation',
      weeks: 12,
      days: [
        day('Sit and stand', 'strength', 'full_body', {
          warm_up: ready.gentle,
          main: [
            lift('goblet-squat-dumbbell | goblet-squat-kettlebell | squat-bodyweight', '3 x 8-10 @ RIR 3, rest 2:00', 'double'),
            lift('chest-press-machine | bench-press-dumbbell | push-up', '3 x 8-12 @ RIR 3, rest 2:00', 'double'),
            lift('seated-row-cable | seated-row-machine | bent-over-one-arm-row-dumbbell', '3 x 8-12 @ RIR 3, rest 2:00', 'double'),
          ],
          accessory: [lift('farmers-walk', '3 x 30 m, rest 1:30', 'single'), lift('single-leg-balance', '2 x 30 s, rest 0:30')],
          cool_down: easeOff.whole,
        }),
        day('Lift and reach', 'strength', 'full_body', {
          warm_up: ready.gentle,
          main: [
            lift('trap-bar-deadlift | deadlift-kettlebell | romanian-deadlift-dumbbell', '3 x 6-8 @ RIR 3, rest 2:30', 'double'),
            lift('half-kneeling-landmine-press | half-kneeling-press-dumbbell', '3 x 8-10 @ RIR 3, rest 1:45', 'double'),
            lift('lat-pulldown-neutral-grip-cable | inverted-row', '3 x 8-12 @ RIR 3, rest 1:45', 'double'),
          ],
          accessory: [
            lift('pallof-press-cable | pallof-press-band | bird-dog', '2 x 8-12 @ RIR 3, rest 1:00', 'double'),
            lift('standing-calf-raise-bodyweight', '2 x 10-15 @ RIR 3, rest 1:00', 'double'),
          ],
          cool_down: easeOff.whole,
        }),
        day('Step and carry', 'strength', 'full_body', {
          warm_up: ready.gentle,
          main: [
            lift('medicine-ball-chest-pass | wall-ball', '3 x 5 @ RIR 5, rest 1:30', 'single'),
            lift('step-up-dumbbell | step-up-bodyweight', '3 x 8-10 @ RIR 3, rest 1:45', 'double'),
            lift('incline-bench-press-dumbbell | incline-push-up', '2 x 8-12 @ RIR 3, rest 1:45', 'double'),
            lift('chest-supported-row-dumbbell | bent-over-one-arm-row-dumbbell', '2 x 8-12 @ RIR 3, rest 1:45', 'double'),
          ],
          accessory: [
            lift('suitcase-carry', '3 x 30 m, rest 1:00', 'single'),
            lift('glute-bridge', '2 x 12-15 @ RIR 3, rest 1:00', 'double'),
          ],
          cool_down: easeOff.whole,
        }),
      ],
    },
  ],
}

const backSets = (movements: string, sets: number, rir: number) => lift(movements, `${sets} x 8-10 @ RIR ${rir}, rest 2:00`, 'double')
const backDays = (sets: number, rir: number) => [
  day('A', 'strength', 'full_body', {
    warm_up: ready.whole,
    main: [
      backSets('goblet-squat-dumbbell | squat-bodyweight', sets, rir),
      backSets('bench-press-dumbbell | push-up', sets, rir),
      backSets('seated-row-cable | bent-over-one-arm-row-dumbbell', sets, rir),
    ],
    accessory: [backSets('glute-bridge', sets, rir), lift('plank', `${sets} x 30 s, rest 1:00`)],
    cool_down: easeOff.whole,
  }),
  day('B', 'strength', 'full_body', {
    warm_up: ready.whole,
    main: [
      backSets('romanian-deadlift-dumbbell', sets, rir),
      backSets('overhead-press-dumbbell', sets, rir),
      backSets('lat-pulldown-cable | inverted-row', sets, rir),
    ],
    accessory: [backSets('split-squat-bodyweight', sets, rir), lift('dead-bug', `${sets} x 8 @ RIR 3, rest 1:00`)],
    cool_down: easeOff.whole,
  }),
]

export const returnFromABreak: Scheme = {
  slug: 'return-from-a-break',
  name: 'Back after a break',
  about:
    'Six weeks for lifters who were away for a month or more. Muscle remembers; tendons and the soreness of the second day do not care. Two easy weeks with two sets and four left, two with a third set, two with the effort of before. Then choose what comes next.',
  experience: ['novice', 'intermediate', 'advanced'],
  goals: [
    { goal: 'strength', weight: 5 },
    { goal: 'hypertrophy', weight: 5 },
  ],
  split: 'full_body',
  daysPerWeek: 3,
  waivers: [
    { rule: 'volume_step', why: 'The third set brings back what the lifter did before the break; it is less than their old week.' },
    { rule: 'pattern_repeats', why: 'Two workouts in turn, so that soreness is met only once.' },
    { rule: 'unique_movements', why: 'Two workouts in turn, so that soreness is met only once.' },
    asLongAsItTakes,
  ],
  phases: [
    { name: 'Easy', block: 'accumulation', weeks: 2, days: backDays(2, 4) },
    { name: 'A set more', block: 'accumulation', weeks: 2, days: backDays(3, 3) },
    { name: 'As before', block: 'accumulation', weeks: 2, days: backDays(3, 2) },
  ],
}

import type { Scheme } from '../scheme.ts'
import { asLongAsItTakes, day, easeOff, lift, ready } from './write.ts'

const RAMP = 'RIR 3 to 1 in 5 weeks'
const BUILD = '1 x 6 @ RIR 4, 1 x 5 @ RIR 3, 1 x 3-5 top @ RIR 1, 2 x 6-8 back-off @ RIR 2, rest 2:45'

export const pushPullLegs: Scheme = {
  slug: 'push-pull-legs-six-days',
  name: 'Push, pull, legs, twice a week',
  about:
    'Six days: what pushes, what pulls, legs, and again with other movements. Much work in short sessions, for lifters who recover well and like to train often. Repetitions climb first, then loads; every sixth week is light.',
  experience: ['intermediate', 'advanced'],
  goals: [
    { goal: 'hypertrophy', weight: 8 },
    { goal: 'strength', weight: 2 },
  ],
  split: 'push_pull_legs',
  daysPerWeek: 6,
  deloadEveryWeeks: 6,
  waivers: [asLongAsItTakes],
  phases: [
    {
      name: 'Two rounds a week',
      block: 'accumulation',
      weeks: 12,
      days: [
        day('Push, heavier', 'hypertrophy', 'push', {
          warm_up: ready.upper,
          main: [
            lift('bench-press-barbell | bench-press-dumbbell', '4 x 6-8 @ RIR 2, rest 2:30', 'double'),
            lift('seated-overhead-press-dumbbell | overhead-press-dumbbell', '3 x 8-10 @ RIR 2, rest 2:00', 'double'),
          ],
          accessory: [
            lift('lateral-raise-dumbbell', '3 x 12-20 @ RIR 1, rest 1:00', 'double', 1),
            lift('triceps-rope-pushdown-cable | triceps-extension-dumbbell', '3 x 10-15 @ RIR 1, rest 1:00', 'double', 1),
          ],
          cool_down: easeOff.upper,
        }),
        day('Pull, heavier', 'hypertrophy', 'pull', {
          warm_up: ready.upper,
          main: [
            lift('chest-supported-row-dumbbell | bent-over-row-barbell', '4 x 8-10 @ RIR 2, rest 2:00', 'double'),
            lift('pull-up | lat-pulldown-cable', '3 x 6-10 @ RIR 2, rest 2:00', 'double'),
          ],
          accessory: [
            lift('face-pull-cable | reverse-fly-dumbbell', '3 x 12-20 @ RIR 1, rest 1:00', 'double', 1),
            lift('bicep-curl-barbell | bicep-curl-dumbbell', '3 x 8-12 @ RIR 1, rest 1:00', 'double', 1),
          ],
          cool_down: easeOff.upper,
        }),
        day('Legs, squat first', 'hypertrophy', 'legs', {
          warm_up: ready.lower,
          main: [
            lift('squat-barbell | goblet-squat-dumbbell', '4 x 6-8 @ RIR 2, rest 3:00', 'double'),
            lift('romanian-deadlift-barbell | romanian-deadlift-dumbbell', '3 x 8-10 @ RIR 2, rest 2:30', 'double'),
          ],
          accessory: [
            lift('leg-curl-machine | leg-curl-swiss-ball', '3 x 10-15 @ RIR 1, rest 1:00', 'double'),
            lift('standing-calf-raise-machine | standing-calf-raise-dumbbell', '4 x 10-15 @ RIR 1, rest 1:00', 'double'),
          ],
          cool_down: easeOff.lower,
        }),
        day('Push, lighter', 'hypertrophy', 'push', {
          warm_up: ready.upper,
          main: [
            lift('incline-bench-press-dumbbell', '3 x 8-12 @ RIR 2, rest 2:00', 'double'),
            lift('shoulder-press-machine | overhead-press-barbell', '3 x 8-12 @ RIR 2, rest 2:00', 'double'),
          ],
          accessory: [
            lift('chest-fly-cable | chest-fly-dumbbell', '3 x 12-15 @ RIR 1, rest 1:00', 'double', 1),
            lift('skullcrusher-ez-bar | skullcrusher-dumbbell', '3 x 10-15 @ RIR 1, rest 1:00', 'double', 1),
          ],
          cool_down: easeOff.upper,
        }),
        day('Pull, lighter', 'hypertrophy', 'pull', {
          warm_up: ready.upper,
          main: [
            lift('seated-row-cable | bent-over-one-arm-row-dumbbell', '3 x 10-12 @ RIR 2, rest 1:45', 'double'),
            lift('lat-pulldown-neutral-grip-cable | pullover-dumbbell', '3 x 10-12 @ RIR 2, rest 1:45', 'double'),
          ],
          accessory: [
            lift('reverse-fly-machine | prone-i-y-t', '3 x 12-20 @ RIR 1, rest 1:00', 'double', 1),
            lift('hammer-curl-dumbbell', '3 x 10-12 @ RIR 1, rest 1:00', 'double', 1),
          ],
          cool_down: easeOff.upper,
        }),
        day('Legs, hinge first', 'hypertrophy', 'legs', {
          warm_up: ready.lower,
          main: [
            lift('hip-thrust-barbell | glute-bridge-dumbbell', '3 x 8-12 @ RIR 2, rest 2:00', 'double'),
            lift('bulgarian-split-squat-dumbbell', '3 x 8-12 @ RIR 2, rest 1:45', 'double'),
          ],
          accessory: [
            lift('leg-extension-machine | reverse-lunge-dumbbell', '3 x 10-15 @ RIR 1, rest 1:00', 'double'),
            lift('hanging-knee-raise | lying-leg-raise', '3 x 10-15 @ RIR 2, rest 1:00', 'double'),
          ],
          cool_down: easeOff.lower,
        }),
      ],
    },
  ],
}

export const upperLower: Scheme = {
  slug: 'upper-lower-four-days',
  name: 'Upper and lower, four days',
  about:
    'Two days for the upper half and two for the lower, one of each heavier and one for more repetitions. Effort climbs over five weeks from three left to one left; the sixth is light. A good home for years of training.',
  experience: ['intermediate'],
  goals: [
    { goal: 'hypertrophy', weight: 6 },
    { goal: 'strength', weight: 4 },
  ],
  split: 'upper_lower',
  daysPerWeek: 4,
  deloadEveryWeeks: 6,
  waivers: [asLongAsItTakes],
  phases: [
    {
      name: 'Two mesocycles',
      block: 'accumulation',
      weeks: 12,
      days: [
        day('Upper, heavier', 'strength', 'upper', {
          warm_up: ready.upper,
          main: [
            lift('bench-press-barbell | bench-press-dumbbell', '4 x 5-7 @ RIR 3, rest 2:45', RAMP),
            lift('bent-over-row-barbell | bent-over-one-arm-row-dumbbell', '4 x 6-8 @ RIR 3, rest 2:30', RAMP),
          ],
          accessory: [
            lift('lateral-raise-dumbbell', '3 x 12-15 @ RIR 2, rest 1:00', 'double', 1),
            lift('bicep-curl-dumbbell', '3 x 8-12 @ RIR 2, rest 1:00', 'double', 1),
          ],
          cool_down: easeOff.upper,
        }),
        day('Lower, heavier', 'strength', 'lower', {
          warm_up: ready.lower,
          main: [
            lift('squat-barbell | goblet-squat-dumbbell', '4 x 5-7 @ RIR 3, rest 3:00', RAMP),
            lift('romanian-deadlift-barbell | romanian-deadlift-dumbbell', '3 x 6-8 @ RIR 3, rest 2:30', RAMP),
          ],
          accessory: [
            lift('standing-calf-raise-machine | standing-calf-raise-dumbbell', '3 x 10-15 @ RIR 2, rest 1:00', 'double'),
            lift('hanging-knee-raise | lying-leg-raise', '3 x 8-15 @ RIR 2, rest 1:00', 'double'),
          ],
          cool_down: easeOff.lower,
        }),
        day('Upper, more repetitions', 'hypertrophy', 'upper', {
          warm_up: ready.upper,
          main: [
            lift('overhead-press-dumbbell', '3 x 8-12 @ RIR 3, rest 2:00', RAMP),
            lift('pull-up | lat-pulldown-cable', '3 x 6-10 @ RIR 3, rest 2:00', RAMP),
          ],
          accessory: [
            lift('incline-bench-press-dumbbell', '3 x 10-12 @ RIR 2, rest 1:30', 'double'),
            lift('chest-supported-row-dumbbell | seated-row-cable', '3 x 10-12 @ RIR 2, rest 1:30', 'double'),
            lift('triceps-rope-pushdown-cable | triceps-extension-dumbbell', '3 x 10-15 @ RIR 2, rest 1:00', 'double'),
          ],
          cool_down: easeOff.upper,
        }),
        day('Lower, more repetitions', 'hypertrophy', 'lower', {
          warm_up: ready.lower,
          main: [
            lift('bulgarian-split-squat-dumbbell', '3 x 8-12 @ RIR 3, rest 1:45', RAMP),
            lift('hip-thrust-barbell | glute-bridge-dumbbell', '3 x 8-12 @ RIR 3, rest 2:00', RAMP),
          ],
          accessory: [
            lift('leg-curl-machine | leg-curl-swiss-ball', '3 x 10-15 @ RIR 2, rest 1:00', 'double'),
            lift('leg-extension-machine | step-up-dumbbell', '3 x 10-15 @ RIR 2, rest 1:00', 'double'),
          ],
          cool_down: easeOff.lower,
        }),
      ],
    },
  ],
}

export const fullBody: Scheme = {
  slug: 'full-body-three-days',
  name: 'Full body, three days that differ',
  about:
    'Three days, each with the whole body and with its own range: heavy, light and middling. The squat, the bench press and the row undulate; each range climbs by itself. For lifters who can train three times a week and want strength and size alike.',
  experience: ['novice', 'intermediate'],
  goals: [
    { goal: 'strength', weight: 5 },
    { goal: 'hypertrophy', weight: 5 },
  ],
  split: 'full_body',
  daysPerWeek: 3,
  deloadEveryWeeks: 5,
  waivers: [
    { rule: 'consecutive_patterns', why: 'The range differs from day to day, and a day lies between.' },
    { rule: 'pattern_repeats', why: 'The same lifts in another range are the idea of undulation.' },
    { rule: 'pattern_uses', why: 'Each range of the three lifts comes once a week.' },
    { rule: 'unique_movements', why: 'The same lifts in another range are the idea of undulation.' },
    asLongAsItTakes,
  ],
  phases: [
    {
      name: 'Heavy, light, middling',
      block: 'accumulation',
      weeks: 10,
      days: [
        day('Heavy', 'strength', 'full_body', {
          warm_up: ready.whole,
          main: [
            undulating('squat-barbell | goblet-squat-dumbbell'),
            undulating('bench-press-barbell | bench-press-dumbbell'),
            undulating('bent-over-row-barbell | bent-over-one-arm-row-dumbbell'),
          ],
          accessory: [lift('romanian-deadlift-dumbbell', '2 x 8-10 @ RIR 3, rest 1:30', 'double'), lift('plank', '2 x 45 s, rest 1:00')],
          cool_down: easeOff.whole,
        }),
        day('Light', 'hypertrophy', 'full_body', {
          warm_up: ready.whole,
          main: [
            undulating('squat-barbell | goblet-squat-dumbbell'),
            undulating('bench-press-barbell | bench-press-dumbbell'),
            undulating('bent-over-row-barbell | bent-over-one-arm-row-dumbbell'),
          ],
          accessory: [
            lift('lateral-raise-dumbbell', '2 x 12-20 @ RIR 2, rest 1:00', 'double'),
            lift('leg-curl-machine | leg-curl-swiss-ball | sliding-leg-curl', '2 x 10-15 @ RIR 2, rest 1:00', 'double'),
          ],
          cool_down: easeOff.whole,
        }),
        day('Middling', 'hypertrophy', 'full_body', {
          warm_up: ready.whole,
          main: [
            undulating('squat-barbell | goblet-squat-dumbbell'),
            undulating('bench-press-barbell | bench-press-dumbbell'),
            undulating('bent-over-row-barbell | bent-over-one-arm-row-dumbbell'),
          ],
          accessory: [
            lift('overhead-press-dumbbell', '2 x 8-12 @ RIR 2, rest 1:30', 'double'),
            lift('chin-up-assisted | lat-pulldown-cable', '2 x 6-10 @ RIR 2, rest 1:30', 'double'),
          ],
          cool_down: easeOff.whole,
        }),
      ],
    },
  ],
}

function undulating(movements: string) {
  return lift(movements, ['4 x 4-5 @ RIR 2, rest 2:45', '3 x 12-15 @ RIR 2, rest 2:45', '3 x 8-10 @ RIR 2, rest 2:45'], 'undulating')
}

/** One set that counts most, lighter ones after it, and a paused variation on the other day. */
export const topSetAndDrop: Scheme = {
  slug: 'top-set-and-drop',
  name: 'One top set, then down',
  about:
    'Four days. Each begins with sets that build up to one that counts, and goes on lighter for size; the second day of each half has a paused variation, whose pause gets shorter before its load rises. For lifters who like one clear number to beat.',
  experience: ['intermediate', 'advanced'],
  goals: [
    { goal: 'strength', weight: 5 },
    { goal: 'hypertrophy', weight: 5 },
  ],
  split: 'upper_lower',
  daysPerWeek: 4,
  deloadEveryWeeks: 5,
  waivers: [asLongAsItTakes],
  phases: [
    {
      name: 'Build up',
      block: 'intensification',
      weeks: 10,
      days: [
        day('Bench', 'strength', 'upper', {
          warm_up: ready.upper,
          main: [
            lift('bench-press-barbell | bench-press-dumbbell', BUILD, 'build to drop, -15 %'),
            lift('chest-supported-row-dumbbell | bent-over-one-arm-row-dumbbell', '4 x 8-10 @ RIR 2, rest 2:00', 'double'),
          ],
          accessory: [
            lift('lateral-raise-dumbbell', '3 x 12-20 @ RIR 1, rest 1:00', 'double'),
            lift('bicep-curl-dumbbell', '3 x 8-12 @ RIR 1, rest 1:00', 'double'),
          ],
          cool_down: easeOff.upper,
        }),
        day('Squat', 'strength', 'lower', {
          warm_up: ready.lower,
          main: [
            lift('squat-barbell | front-squat-dumbbell', BUILD, 'build to drop, -15 %'),
            lift('romanian-deadlift-barbell | romanian-deadlift-dumbbell', '3 x 6-8 @ RIR 3, rest 2:30', 'wave'),
          ],
          accessory: [
            lift('standing-calf-raise-machine | standing-calf-raise-dumbbell', '3 x 10-15 @ RIR 1, rest 1:00', 'double'),
            lift('ab-wheel | plank-knee-raise', '3 x 6-12 @ RIR 2, rest 1:00', 'double'),
          ],
          cool_down: easeOff.lower,
        }),
        day('Press and pause', 'strength', 'upper', {
          warm_up: ready.upper,
          main: [
            lift('overhead-press-barbell | overhead-press-dumbbell', BUILD, 'build to drop, -15 %'),
            lift('pull-up | lat-pulldown-cable', '4 x 5-8 @ RIR 2, rest 2:00', 'double'),
          ],
          accessory: [
            lift('pause-bench-press-barbell | bench-press-close-grip-barbell', '3 x 5 @ RIR 2, rest 2:00', 'paused 3-2-1 s'),
            lift('face-pull-cable | reverse-fly-dumbbell', '3 x 12-20 @ RIR 1, rest 1:00', 'double'),
          ],
          cool_down: easeOff.upper,
        }),
        day('Deadlift and pause', 'strength', 'lower', {
          warm_up: ready.lower,
          main: [
            lift(
              'deadlift-barbell | trap-bar-deadlift',
              ['3 x 6 @ RIR 2, rest 3:00', '3 x 4 @ RIR 2, rest 3:00', '3 x 2 @ RIR 2, rest 3:00'],
              'wave, +2.5 kg',
            ),
            lift('bulgarian-split-squat-dumbbell', '3 x 8-12 @ RIR 2, rest 1:45', 'double'),
          ],
          accessory: [
            lift('pause-squat-barbell | goblet-squat-dumbbell', '3 x 4 @ RIR 2, rest 2:00', 'paused 3-2-1 s'),
            lift('hanging-leg-raise | lying-leg-raise', '3 x 8-12 @ RIR 2, rest 1:00', 'double'),
          ],
          cool_down: easeOff.lower,
        }),
      ],
    },
  ],
}

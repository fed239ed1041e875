import type { Scheme, SchemeDay, SchemeItem } from '../scheme.ts'
import { asLongAsItTakes, day, easeOff, lift, ready } from './write.ts'

/** Three weeks of fives, threes and ones of a training maximum, and lighter tens after them. */
const wave = (movement: string, addKg: number): SchemeItem =>
  lift(
    movement,
    [
      '1 x 5 @ 65 %, 1 x 5 @ 75 %, 1 x 5+ @ 85 %, 3 x 10 back-off @ RIR 3 @ 50 %, rest 3:00',
      '1 x 3 @ 70 %, 1 x 3 @ 80 %, 1 x 3+ @ 90 %, 3 x 10 back-off @ RIR 3 @ 50 %, rest 3:00',
      '1 x 5 @ 75 %, 1 x 3 @ 85 %, 1 x 1+ @ 95 %, 3 x 10 back-off @ RIR 3 @ 50 %, rest 3:00',
    ],
    `percent of 90 %, +${addKg} kg`,
  )

export const fiveThreeOne: Scheme = {
  slug: 'five-three-one-waves',
  name: 'Waves of five, three and one',
  about:
    'Four days, one big lift each, by percentages of a training maximum that is nine tenths of yours. Three weeks climb, the last set of each is for as many as possible, the fourth week is light, and the maximum rises a little for the next wave. Slow, and it keeps working for years.',
  experience: ['intermediate', 'advanced'],
  goals: [
    { goal: 'strength', weight: 7 },
    { goal: 'hypertrophy', weight: 3 },
  ],
  split: 'upper_lower',
  daysPerWeek: 4,
  deloadEveryWeeks: 4,
  waivers: [
    { rule: 'pattern_diversity', why: 'One big lift is the main work of a day.' },
    { rule: 'structure', why: 'One big lift is the main work of a day; the rest assists.' },
    asLongAsItTakes,
  ],
  phases: [
    {
      name: 'Waves',
      block: 'intensification',
      weeks: 11,
      days: [
        day('Press', 'strength', 'upper', {
          warm_up: ready.upper,
          main: [wave('overhead-press-barbell', 2.5)],
          accessory: [
            lift('chin-up | lat-pulldown-cable', '4 x 6-10 @ RIR 2, rest 2:00', 'double'),
            lift('dip | push-up', '3 x 8-12 @ RIR 2, rest 1:30', 'double'),
            lift('face-pull-cable | band-pull-apart', '3 x 12-20 @ RIR 2, rest 1:00', 'double'),
          ],
          cool_down: easeOff.upper,
        }),
        day('Deadlift', 'strength', 'lower', {
          warm_up: ready.lower,
          main: [wave('deadlift-barbell', 5)],
          accessory: [
            lift('bulgarian-split-squat-dumbbell', '3 x 8-12 @ RIR 2, rest 1:30', 'double'),
            lift('hanging-leg-raise | lying-leg-raise', '3 x 8-12 @ RIR 2, rest 1:00', 'double'),
          ],
          cool_down: easeOff.lower,
        }),
        day('Bench', 'strength', 'upper', {
          warm_up: ready.upper,
          main: [wave('bench-press-barbell', 2.5)],
          accessory: [
            lift('chest-supported-row-dumbbell | bent-over-one-arm-row-dumbbell', '4 x 8-12 @ RIR 2, rest 1:30', 'double'),
            lift('lateral-raise-dumbbell', '3 x 12-20 @ RIR 2, rest 1:00', 'double'),
            lift('bicep-curl-barbell | bicep-curl-dumbbell', '3 x 8-12 @ RIR 2, rest 1:00', 'double'),
          ],
          cool_down: easeOff.upper,
        }),
        day('Squat', 'strength', 'lower', {
          warm_up: ready.lower,
          main: [wave('squat-barbell', 5)],
          accessory: [
            lift('romanian-deadlift-dumbbell', '3 x 8-12 @ RIR 3, rest 1:30', 'double'),
            lift('ab-wheel | plank-knee-raise', '3 x 6-12 @ RIR 2, rest 1:00', 'double'),
          ],
          cool_down: easeOff.lower,
        }),
      ],
    },
  ],
}

const tierDay = (
  name: string,
  focus: 'upper' | 'lower' | 'full_body',
  first: string,
  second: string,
  third: readonly string[],
): SchemeDay =>
  day(name, 'strength', focus, {
    warm_up: ready.whole,
    main: [
      lift(first, '4 x 3 @ RIR 2, 1 x 3+, rest 3:30', `linear, +${isLower(first) ? 5 : 2.5} kg, -10 % after 2 misses`),
      lift(second, '3 x 10 @ RIR 2, rest 2:00', `linear, +2.5 kg, -10 % after 2 misses`),
    ],
    accessory: third.map((slug) => lift(slug, '3 x 12-18 @ RIR 2, rest 1:30', 'double')),
    cool_down: easeOff.whole,
  })
const isLower = (slug: string) => slug.startsWith('squat') || slug.startsWith('deadlift')

export const threeTiers: Scheme = {
  slug: 'three-tiers',
  name: 'Three tiers',
  about:
    'Each day one lift heavy (five sets of three, the last for as many as possible), another lift for tens, and two easy ones for many. Four lifts take turns in the first two tiers, so each is heavy once and light once a week.',
  experience: ['novice', 'intermediate'],
  goals: [
    { goal: 'strength', weight: 6 },
    { goal: 'hypertrophy', weight: 4 },
  ],
  split: 'full_body',
  daysPerWeek: 4,
  deloadEveryWeeks: 6,
  waivers: [],
  phases: [
    {
      name: 'Four days',
      block: 'accumulation',
      weeks: 12,
      days: [
        tierDay('Squat first', 'full_body', 'squat-barbell', 'bench-press-barbell', [
          'lat-pulldown-cable | inverted-row',
          'leg-curl-machine | leg-curl-swiss-ball | sliding-leg-curl',
        ]),
        tierDay('Press first', 'full_body', 'overhead-press-barbell', 'deadlift-barbell', [
          'seated-row-cable | bent-over-one-arm-row-dumbbell',
          'lateral-raise-dumbbell',
        ]),
        tierDay('Bench first', 'full_body', 'bench-press-barbell', 'squat-barbell', [
          'lat-pulldown-neutral-grip-cable | inverted-row',
          'triceps-rope-pushdown-cable | triceps-extension-dumbbell',
        ]),
        tierDay('Deadlift first', 'full_body', 'deadlift-barbell', 'overhead-press-barbell', [
          'chest-supported-row-dumbbell | bent-over-one-arm-row-dumbbell',
          'bicep-curl-dumbbell',
        ]),
      ],
    },
  ],
}

const weekly = (addKg: number) => `percent of 85 %, +${addKg} kg`

export const volumeRecoveryIntensity: Scheme = {
  slug: 'volume-recovery-intensity',
  name: 'Volume, recovery, intensity',
  about:
    'For lifters who no longer gain every time but still every week: much work on the first day, little and light on the second, and one hard set on the third that is a little more than last week. The first day earns it, the second lets it come, the third shows it.',
  experience: ['intermediate'],
  goals: [
    { goal: 'strength', weight: 8 },
    { goal: 'hypertrophy', weight: 2 },
  ],
  split: 'full_body',
  daysPerWeek: 3,
  deloadEveryWeeks: 6,
  waivers: [
    { rule: 'pattern_uses', why: 'The same lifts three times a week, each time for another purpose, are the program.' },
    { rule: 'consecutive_patterns', why: 'The light day is the recovery between the two hard ones.' },
    { rule: 'pattern_repeats', why: 'The same lifts three times a week are the program.' },
    { rule: 'unique_movements', why: 'The same lifts three times a week are the program.' },
    asLongAsItTakes,
  ],
  phases: [
    {
      name: 'Weeks',
      block: 'intensification',
      weeks: 12,
      days: [
        day('Volume', 'strength', 'full_body', {
          warm_up: ready.whole,
          main: [
            lift('squat-barbell', '5 x 5 @ 85 %, rest 3:30', weekly(2.5)),
            lift('bench-press-barbell', '5 x 5 @ 85 %, rest 3:00', weekly(1.25)),
            lift('deadlift-barbell', '1 x 5 @ 90 %, rest 3:00', weekly(2.5)),
          ],
          accessory: [
            lift('face-pull-cable | band-pull-apart', '2 x 12-20 @ RIR 2, rest 1:00', 'double'),
            lift('plank', '2 x 45 s, rest 1:00'),
          ],
          cool_down: easeOff.whole,
        }),
        day('Recovery', 'strength', 'full_body', {
          warm_up: ready.whole,
          main: [
            lift('squat-barbell', '2 x 5 @ RIR 5 @ 68 %, rest 2:00', weekly(2.5)),
            lift('overhead-press-barbell', '3 x 5 @ 85 %, rest 2:30', weekly(1.25)),
          ],
          accessory: [
            lift('chin-up | lat-pulldown-cable', '3 x 6-10 @ RIR 2, rest 2:00', 'double'),
            lift('back-extension | glute-bridge', '3 x 10-15 @ RIR 3, rest 1:30', 'double'),
          ],
          cool_down: easeOff.whole,
        }),
        day('Intensity', 'strength', 'full_body', {
          warm_up: ready.whole,
          main: [
            lift('squat-barbell', '1 x 5 @ RIR 1 @ 97.5 %, rest 4:00', weekly(2.5)),
            lift('bench-press-barbell', '1 x 5 @ RIR 1 @ 97.5 %, rest 4:00', weekly(1.25)),
            lift('power-clean-barbell | bent-over-row-barbell', '5 x 3 @ RIR 3, rest 2:00', 'single, +2.5 kg'),
          ],
          accessory: [
            lift('bent-over-one-arm-row-dumbbell', '3 x 8-12 @ RIR 2, rest 1:30', 'double'),
            lift('hanging-knee-raise | lying-leg-raise', '2 x 8-15 @ RIR 2, rest 1:00', 'double'),
          ],
          cool_down: easeOff.whole,
        }),
      ],
    },
  ],
}

import type { Scheme, SchemeDay } from '../scheme.ts'
import { asLongAsItTakes, day, easeOff, lift, ready } from './write.ts'

/** Tables of a real maximum: it does not rise while a peak is on its way. */
const OF_MAXIMUM = 'percent of 100 %, +0 kg'

/** Lines of one phase, one a week. */
interface PeakPhase {
  readonly squat: readonly string[]
  readonly bench: readonly string[]
  readonly deadlift: readonly string[]
  readonly benchLight: readonly string[]
  /** Sets of what assists. */
  readonly assist: number
}

const peakDays = ({ squat, bench, deadlift, benchLight, assist }: PeakPhase): readonly SchemeDay[] => [
  day('Squat', 'strength', 'lower', {
    warm_up: ready.lower,
    main: [lift('squat-barbell', squat, OF_MAXIMUM), lift('romanian-deadlift-barbell', `${assist} x 6-8 @ RIR 3, rest 2:30`, 'double')],
    accessory: [
      lift('leg-curl-machine | leg-curl-swiss-ball', `${assist} x 10-12 @ RIR 2, rest 1:15`, 'double'),
      lift('ab-wheel | plank-knee-raise', `${assist} x 6-10 @ RIR 2, rest 1:00`, 'double'),
    ],
    cool_down: easeOff.lower,
  }),
  day('Bench', 'strength', 'upper', {
    warm_up: ready.upper,
    main: [
      lift('bench-press-barbell', bench, OF_MAXIMUM),
      lift('bent-over-row-barbell | seal-row-barbell', `${assist} x 6-8 @ RIR 2, rest 2:00`, 'double'),
    ],
    accessory: [
      lift('seated-overhead-press-dumbbell', `${assist} x 8-10 @ RIR 2, rest 1:30`, 'double'),
      lift('face-pull-cable | reverse-fly-dumbbell', `${assist} x 12-20 @ RIR 2, rest 1:00`, 'double'),
    ],
    cool_down: easeOff.upper,
  }),
  day('Deadlift', 'strength', 'lower', {
    warm_up: ready.lower,
    main: [lift('deadlift-barbell', deadlift, OF_MAXIMUM), lift('pause-squat-barbell', `${assist} x 3 @ RIR 3, rest 2:30`, 'paused 2-1 s')],
    accessory: [
      lift('back-extension | reverse-hyperextension', `${assist} x 10-12 @ RIR 3, rest 1:15`, 'double'),
      lift('hanging-leg-raise | lying-leg-raise', `${assist} x 8-12 @ RIR 2, rest 1:00`, 'double'),
    ],
    cool_down: easeOff.lower,
  }),
  day('Bench, lighter', 'strength', 'upper', {
    warm_up: ready.upper,
    main: [
      lift('pause-bench-press-barbell', benchLight, OF_MAXIMUM),
      lift('pull-up | lat-pulldown-cable', `${assist} x 6-8 @ RIR 2, rest 2:00`, 'double'),
    ],
    accessory: [
      lift('chest-supported-row-dumbbell', `${assist} x 8-12 @ RIR 2, rest 1:30`, 'double'),
      lift('triceps-rope-pushdown-cable | triceps-extension-dumbbell', `${assist} x 10-12 @ RIR 2, rest 1:00`, 'double'),
    ],
    cool_down: easeOff.upper,
  }),
]

export const powerliftingPeak: Scheme = {
  slug: 'powerlifting-peak',
  name: 'Twelve weeks to a meet',
  about:
    'Squat, bench press and deadlift towards one day. Four weeks of work at 70 to 78 %, four of fewer, heavier sets, three that lead to singles near your best, and a last week with little and still heavy enough to stay sharp. Percentages are of what you can do today, not of what you hope for.',
  experience: ['advanced'],
  goals: [
    { goal: 'strength', weight: 9 },
    { goal: 'hypertrophy', weight: 1 },
  ],
  split: 'upper_lower',
  daysPerWeek: 4,
  waivers: [
    { rule: 'pattern_repeats', why: 'A meet is three lifts; they are practised every week, and the bench press twice.' },
    { rule: 'consecutive_patterns', why: 'A meet is three lifts; two days of each half lie close.' },
    asLongAsItTakes,
  ],
  phases: [
    {
      name: 'Work',
      block: 'accumulation',
      weeks: 4,
      days: peakDays({
        squat: [
          '5 x 5 @ RIR 3 @ 70 %, rest 3:00',
          '5 x 5 @ RIR 3 @ 72.5 %, rest 3:00',
          '5 x 5 @ 75 %, rest 3:00',
          '4 x 5 @ 77.5 %, rest 3:00',
        ],
        bench: [
          '5 x 6 @ RIR 3 @ 70 %, rest 2:30',
          '5 x 6 @ RIR 3 @ 72.5 %, rest 2:30',
          '5 x 5 @ 75 %, rest 2:30',
          '5 x 5 @ 77.5 %, rest 2:30',
        ],
        deadlift: [
          '4 x 4 @ RIR 3 @ 70 %, rest 3:00',
          '4 x 4 @ RIR 3 @ 72.5 %, rest 3:00',
          '4 x 4 @ 75 %, rest 3:00',
          '3 x 4 @ 77.5 %, rest 3:00',
        ],
        benchLight: [
          '4 x 5 @ RIR 4 @ 65 %, rest 2:30',
          '4 x 5 @ RIR 4 @ 67.5 %, rest 2:30',
          '4 x 5 @ RIR 3 @ 70 %, rest 2:30',
          '4 x 5 @ RIR 3 @ 70 %, rest 2:30',
        ],
        assist: 3,
      }),
    },
    {
      name: 'Heavier',
      block: 'intensification',
      weeks: 4,
      days: peakDays({
        squat: ['5 x 3 @ 80 %, rest 3:30', '5 x 3 @ 82.5 %, rest 3:30', '4 x 3 @ 85 %, rest 3:30', '3 x 3 @ RIR 3 @ 77.5 %, rest 3:30'],
        bench: ['5 x 4 @ 80 %, rest 3:00', '5 x 3 @ 82.5 %, rest 3:00', '4 x 3 @ 85 %, rest 3:00', '3 x 3 @ RIR 3 @ 77.5 %, rest 3:00'],
        deadlift: ['4 x 3 @ 80 %, rest 3:30', '4 x 3 @ 82.5 %, rest 3:30', '3 x 3 @ 85 %, rest 3:30', '2 x 3 @ RIR 3 @ 77.5 %, rest 3:30'],
        benchLight: [
          '4 x 4 @ RIR 3 @ 72.5 %, rest 2:30',
          '4 x 4 @ RIR 3 @ 75 %, rest 2:30',
          '4 x 3 @ RIR 3 @ 77.5 %, rest 2:30',
          '3 x 3 @ RIR 4 @ 70 %, rest 2:30',
        ],
        assist: 3,
      }),
    },
    {
      name: 'Sharpen',
      block: 'realisation',
      weeks: 3,
      days: peakDays({
        squat: [
          '1 x 1 top @ RIR 1 @ 90 %, 3 x 3 back-off @ 80 %, rest 4:00',
          '1 x 1 top @ RIR 1 @ 92.5 %, 3 x 2 back-off @ 82.5 %, rest 4:00',
          '1 x 1 top @ RIR 1 @ 95 %, 2 x 2 back-off @ 82.5 %, rest 4:00',
        ],
        bench: [
          '1 x 1 top @ RIR 1 @ 90 %, 4 x 3 back-off @ 80 %, rest 3:30',
          '1 x 1 top @ RIR 1 @ 92.5 %, 4 x 2 back-off @ 82.5 %, rest 3:30',
          '1 x 1 top @ RIR 1 @ 95 %, 3 x 2 back-off @ 82.5 %, rest 3:30',
        ],
        deadlift: [
          '1 x 1 top @ RIR 1 @ 90 %, 2 x 3 back-off @ 78 %, rest 4:00',
          '1 x 1 top @ RIR 1 @ 92.5 %, 2 x 2 back-off @ 80 %, rest 4:00',
          '1 x 1 top @ RIR 2 @ 90 %, 1 x 2 back-off @ 78 %, rest 4:00',
        ],
        benchLight: ['3 x 3 @ RIR 3 @ 75 %, rest 2:30', '3 x 3 @ RIR 3 @ 77.5 %, rest 2:30', '3 x 2 @ RIR 3 @ 77.5 %, rest 2:30'],
        assist: 2,
      }),
    },
    {
      name: 'Meet week',
      block: 'taper',
      weeks: 1,
      daysPerWeek: 2,
      days: [
        day('Openers', 'strength', 'full_body', {
          warm_up: ready.whole,
          main: [
            lift('squat-barbell', '1 x 1 top @ RIR 2 @ 88 %, 1 x 2 @ RIR 4 @ 75 %, rest 4:00', OF_MAXIMUM),
            lift('bench-press-barbell', '1 x 1 top @ RIR 2 @ 88 %, 2 x 2 @ RIR 4 @ 75 %, rest 3:30', OF_MAXIMUM),
            lift('deadlift-barbell', '1 x 1 @ RIR 3 @ 82.5 %, rest 3:30', OF_MAXIMUM),
          ],
          accessory: [lift('chest-supported-row-dumbbell', '2 x 8 @ RIR 4, rest 1:30'), lift('dead-bug', '2 x 8 @ RIR 4, rest 1:00')],
          cool_down: easeOff.whole,
        }),
        day('Light', 'strength', 'full_body', {
          warm_up: ready.whole,
          main: [
            lift('bench-press-barbell', '3 x 2 @ RIR 4 @ 72.5 %, rest 2:30', OF_MAXIMUM),
            lift('squat-barbell', '2 x 2 @ RIR 4 @ 65 %, rest 2:30', OF_MAXIMUM),
          ],
          accessory: [
            lift('face-pull-cable | band-pull-apart', '2 x 12 @ RIR 4, rest 1:00'),
            lift('lat-pulldown-cable', '2 x 8 @ RIR 4, rest 1:30'),
          ],
          cool_down: easeOff.whole,
        }),
      ],
    },
  ],
}

const QUICK = 'percent of 100 %, +2.5 kg'
const THREES = ['4 x 3 @ RIR 3 @ 65 %, rest 2:00', '4 x 3 @ RIR 3 @ 68 %, rest 2:00', '4 x 2 @ RIR 3 @ 72 %, rest 2:00']
const ONES = ['4 x 1 @ RIR 3 @ 72 %, rest 2:00', '4 x 1 @ RIR 3 @ 75 %, rest 2:00', '4 x 1 @ RIR 3 @ 78 %, rest 2:00']

export const olympicBase: Scheme = {
  slug: 'olympic-base',
  name: 'A base for snatch and clean and jerk',
  about:
    'Three days: a lift from the hang or the floor while fresh, a squat or a press, and what holds the trunk. Few repetitions, always quick; a lift that gets slow is ended. For lifters who have been taught the two lifts and build the strength to do them well.',
  experience: ['intermediate', 'advanced'],
  goals: [
    { goal: 'explosiveness', weight: 6 },
    { goal: 'strength', weight: 4 },
  ],
  split: 'full_body',
  daysPerWeek: 3,
  deloadEveryWeeks: 4,
  waivers: [
    { rule: 'pattern_uses', why: 'The two lifts are practised on every day; skill asks for it.' },
    { rule: 'repeats_in_session', why: 'A lift and its pull share a pattern: the pull makes the lift stronger.' },
    { rule: 'consecutive_patterns', why: 'The two lifts are practised on every day; skill asks for it.' },
    { rule: 'pattern_repeats', why: 'The two lifts are practised on every day; skill asks for it.' },
    asLongAsItTakes,
  ],
  phases: [
    {
      name: 'Base',
      block: 'accumulation',
      weeks: 8,
      days: [
        day('Snatch', 'explosive', 'full_body', {
          warm_up: ready.whole,
          main: [
            lift('hang-power-snatch-barbell | power-snatch-barbell', THREES, QUICK),
            lift('squat-barbell', '3 x 5 @ RIR 3, rest 2:30', 'linear, +2.5 kg, -10 % after 2 misses'),
          ],
          accessory: [
            lift('push-up', '3 x 8-15 @ RIR 3, rest 1:00', 'double'),
            lift('pull-up | lat-pulldown-cable', '3 x 5-8 @ RIR 2, rest 1:30', 'double'),
            lift('plank', '3 x 45 s, rest 1:00'),
          ],
          cool_down: easeOff.whole,
        }),
        day('Clean', 'explosive', 'full_body', {
          warm_up: ready.whole,
          main: [
            lift('hang-power-clean-barbell | power-clean-barbell', THREES, QUICK),
            lift('clean-pull', '2 x 3 @ RIR 3, rest 2:00', 'single, +2.5 kg'),
            lift('overhead-press-barbell', '3 x 5 @ RIR 2, rest 2:00', 'linear, +1.25 kg, -10 % after 2 misses'),
          ],
          accessory: [
            lift('bent-over-one-arm-row-dumbbell', '3 x 8-10 @ RIR 2, rest 1:15', 'double'),
            lift('hanging-knee-raise | lying-leg-raise', '3 x 8-12 @ RIR 2, rest 1:00', 'double'),
          ],
          cool_down: easeOff.whole,
        }),
        day('Both lifts', 'explosive', 'full_body', {
          warm_up: ready.whole,
          main: [
            lift('snatch-barbell | power-snatch-barbell', ONES, QUICK),
            lift('clean-and-jerk-barbell | clean-barbell', ONES, QUICK),
            lift('front-squat-barbell', '3 x 3 @ RIR 3, rest 2:30', 'linear, +2.5 kg, -10 % after 2 misses'),
          ],
          accessory: [
            lift('chest-supported-row-dumbbell | bent-over-row-barbell', '3 x 8-10 @ RIR 2, rest 1:15', 'double'),
            lift('side-plank', '2 x 30 s, rest 0:45'),
          ],
          cool_down: easeOff.whole,
        }),
      ],
    },
  ],
}

import type { Scheme } from '../scheme.ts'
import { asLongAsItTakes, day, easeOff, lift, ready } from './write.ts'

const learnedByDoing = 'A beginner learns a lift by doing it every time; one or two patterns less a week would only slow that.'

/** The squat every time, presses in turn: load added workout by workout. */
export const noviceLinear: Scheme = {
  slug: 'novice-linear',
  name: 'First months with a barbell',
  about:
    'Three days a week, two workouts in turn, five repetitions of few lifts, and a little more on the bar every time. For the first three to six months. It ends when three resets of the same lift have not helped; then the week, and not the workout, is the step.',
  experience: ['novice'],
  goals: [
    { goal: 'strength', weight: 7 },
    { goal: 'hypertrophy', weight: 3 },
  ],
  split: 'full_body',
  daysPerWeek: 3,
  waivers: [
    { rule: 'pattern_uses', why: learnedByDoing },
    { rule: 'consecutive_patterns', why: learnedByDoing },
    { rule: 'pattern_repeats', why: learnedByDoing },
    { rule: 'unique_movements', why: learnedByDoing },
    asLongAsItTakes,
  ],
  phases: [
    {
      name: 'A and B in turn',
      block: 'accumulation',
      weeks: 12,
      days: [
        day('A', 'strength', 'full_body', {
          warm_up: ready.whole,
          main: [
            lift('squat-barbell | goblet-squat-dumbbell', '3 x 5 @ RIR 2, rest 3:00', 'linear, +2.5 kg, -10 % after 3 misses'),
            lift('bench-press-barbell | bench-press-dumbbell', '3 x 5 @ RIR 2, rest 3:00', 'linear, +2.5 kg, -10 % after 3 misses'),
            lift('deadlift-barbell | romanian-deadlift-dumbbell', '1 x 5 @ RIR 2, rest 3:00', 'linear, +5 kg, -10 % after 3 misses'),
          ],
          accessory: [
            lift('chin-up-assisted | lat-pulldown-underhand-cable', '3 x 6-10 @ RIR 2, rest 2:00', 'double'),
            lift('plank', '2 x 30 s, rest 1:00'),
          ],
          cool_down: easeOff.whole,
        }),
        day('B', 'strength', 'full_body', {
          warm_up: ready.whole,
          main: [
            lift('squat-barbell | goblet-squat-dumbbell', '3 x 5 @ RIR 2, rest 3:00', 'linear, +2.5 kg, -10 % after 3 misses'),
            lift('overhead-press-barbell | overhead-press-dumbbell', '3 x 5 @ RIR 2, rest 3:00', 'linear, +1.25 kg, -10 % after 3 misses'),
            lift('bent-over-row-barbell | bent-over-one-arm-row-dumbbell', '3 x 5-8 @ RIR 2, rest 2:30', 'double, +2.5 kg'),
          ],
          accessory: [
            lift('back-extension | glute-bridge', '2 x 10-15 @ RIR 3, rest 1:30', 'double'),
            lift('dead-bug', '2 x 8 @ RIR 3, rest 1:00'),
          ],
          cool_down: easeOff.whole,
        }),
      ],
    },
  ],
}

/** Five sets of five, five lifts, two workouts in turn. */
export const fiveByFive: Scheme = {
  slug: 'five-by-five',
  name: 'Five sets of five',
  about:
    'Two workouts in turn, three days a week, five sets of five of the big lifts and one heavy five of the deadlift. More work at one load than the first months need; for lifters who have learned the lifts and still gain every week.',
  experience: ['novice', 'intermediate'],
  goals: [
    { goal: 'strength', weight: 6 },
    { goal: 'hypertrophy', weight: 4 },
  ],
  split: 'full_body',
  daysPerWeek: 3,
  deloadEveryWeeks: 6,
  waivers: [
    { rule: 'pattern_uses', why: 'The squat comes every time: it is the lift the program is built on.' },
    { rule: 'consecutive_patterns', why: 'The squat comes every time; a day between is its recovery.' },
    { rule: 'pattern_repeats', why: 'Two workouts in turn share the squat.' },
    { rule: 'unique_movements', why: 'Five lifts are the whole program.' },
    asLongAsItTakes,
  ],
  phases: [
    {
      name: 'A and B in turn',
      block: 'accumulation',
      weeks: 12,
      days: [
        day('A', 'strength', 'full_body', {
          warm_up: ready.whole,
          main: [
            lift('squat-barbell', '5 x 5 @ RIR 2, rest 3:00', 'linear, +2.5 kg, -10 % after 3 misses'),
            lift('bench-press-barbell', '5 x 5 @ RIR 2, rest 3:00', 'linear, +2.5 kg, -10 % after 3 misses'),
            lift('pendlay-row-barbell | bent-over-row-barbell', '5 x 5 @ RIR 2, rest 2:30', 'linear, +2.5 kg, -10 % after 3 misses'),
          ],
          accessory: [
            lift('hanging-knee-raise | lying-leg-raise', '2 x 8-15 @ RIR 2, rest 1:00', 'double'),
            lift('standing-calf-raise-bodyweight', '2 x 12-20 @ RIR 2, rest 1:00', 'double'),
          ],
          cool_down: easeOff.whole,
        }),
        day('B', 'strength', 'full_body', {
          warm_up: ready.whole,
          main: [
            lift('squat-barbell', '5 x 5 @ RIR 2, rest 3:00', 'linear, +2.5 kg, -10 % after 3 misses'),
            lift('overhead-press-barbell', '5 x 5 @ RIR 2, rest 3:00', 'linear, +1.25 kg, -10 % after 3 misses'),
            lift('deadlift-barbell', '1 x 5 @ RIR 2, rest 3:00', 'linear, +5 kg, -10 % after 3 misses'),
          ],
          accessory: [
            lift('chin-up | chin-up-assisted | lat-pulldown-cable', '3 x 5-10 @ RIR 2, rest 2:00', 'double'),
            lift('plank', '2 x 40 s, rest 1:00'),
          ],
          cool_down: easeOff.whole,
        }),
      ],
    },
  ],
}

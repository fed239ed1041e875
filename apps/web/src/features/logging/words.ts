import type { Kilograms } from '@gymgenius/domain'
import type { NotLoadable } from '@gymgenius/engine/loading'
import type { TodayPlan } from './today.ts'

export const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

export const words = {
  today: 'Today',
  sets: (count: number) => many(count, 'set', 'sets'),
  movements: (count: number) => many(count, 'movement', 'movements'),
  basis: {
    in_progress: 'In progress',
    next_routine: 'Next in order',
    repeat_last: 'Your last workout again',
    empty: 'Nothing planned',
  } satisfies Record<TodayPlan['basis'], string>,
  start: 'Start',
  goOn: 'Go on',
  startEmpty: 'Start an empty workout',
  emptyTitle: 'Your first workout',
  emptyText: 'Start with any movement: each set you log makes the next target better. Or bring your history from another app.',
  import: 'Import your history',
  otherRoutine: 'Another routine',
  workoutAt: (hour: number) =>
    hour < 5 || hour >= 22 ? 'Night workout' : hour < 12 ? 'Morning workout' : hour < 17 ? 'Afternoon workout' : 'Evening workout',
  workout: 'Workout',
  unknownWorkout: 'This workout is not on this phone',
  unknownWorkoutText: 'It may have been deleted, or joined with one from another phone.',
  toToday: 'Go to today',
  elapsed: 'Time since the start',
  finish: 'Finish',
  firstMovement: 'What do you begin with?',
  firstMovementText: 'Pick a movement. The first target comes at once.',
  addMovement: 'Add a movement',
  swapMovement: 'Swap for another movement',
  movementsAway: 'The movements come with the first connection to the server.',
  unknownMovement: 'Movement',
  plan: 'Movements of this workout',
  options: 'Options',
  history: 'History of this movement',
  done: 'Done',
  repsPerSide: 'Reps per side',
  fewerPlates: (load: string) => `Rather than ${load}: fewer plates to move`,
  guidedTest: (step: number, of: number) =>
    step < of
      ? `First test, set ${step} of ${of}: easy, on the way up. Say how many were left.`
      : `First test, last set: as many as you can, stopping with one left.`,
  firstTime: (isFromOthers: boolean) =>
    `New to you: ${isFromOthers ? 'begun from your other movements' : 'it starts light'}. Say how many were left.`,
  back: 'Back to today',
  target: (low: number, high: number) => (low === high ? `Target ${low}` : `Target ${low}–${high}`),
  expected: (low: number, high: number, percent: number) => `${low === high ? low : `${low}–${high}`}, ${percent} %`,
  expectedLong: (low: number, high: number, percent: number) =>
    `Expected: ${low === high ? low : `${low} to ${high}`} repetitions, with ${percent} % probability`,
  why: 'Why',
  plates: 'Per side',
  emptyBar: 'Empty bar',
  notLoadable: 'cannot be loaded in your gym.',
  whyNot: (why: NotLoadable | undefined, loadText: (load: Kilograms) => string) =>
    why === undefined
      ? undefined
      : {
          too_light: 'is lighter than anything here.',
          too_heavy: 'is heavier than anything here.',
          between: 'falls between two loads here.',
          plates_short: `needs more ${why.code === 'plates_short' ? loadText(why.plateKg) : ''} plates than are here.`,
        }[why.code],
  take: (text: string) => `Take ${text}`,
  doneWith: (what: string) => `Done: ${what}`,
  addSet: 'Add a set',
  set: (label: string) => `Set ${label}`,
  previous: (text: string, when: string) => `${when}: ${text}`,
  copy: (text: string) => `Copy ${text}`,
  saving: 'saving',
  notSaved: 'not saved',
  outcomes: { met: 'as planned', above: 'more than planned', below: 'less than planned' },
  nextMovement: (name: string) => `Next: ${name}`,
  allDone: 'All sets of this movement are done.',
  nextTarget: (text: string) => `Next set: ${text}`,
  rest: 'Rest',
  restOver: 'Rest is over',
  restPast: 'Past rest',
  stopwatch: 'Since the last set',
  less: '15 seconds less',
  more: '15 seconds more',
  skipRest: 'Skip',
  alertOn: 'Alert me when rest is over',
  alertOff: 'Do not alert me',
  finishTitle: 'Finish workout',
  setsTitle: 'Sets',
  tonnage: 'Tonnage',
  time: 'Time',
  records: 'Records',
  heaviest: 'Heaviest yet',
  mostReps: 'Most reps at this load',
  finished: 'Finished',
  closedItself: 'This workout closed itself: 30 minutes passed without a set.',
  reopen: 'Reopen',
}

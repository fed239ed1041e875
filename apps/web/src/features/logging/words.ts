import { plural, t } from '@lingui/core/macro'
import type { Kilograms } from '@gymgenius/domain'
import type { NotLoadable } from '@gymgenius/engine/loading'
import type { TodayPlan } from './today.ts'

export const words = {
  today: t`Today`,
  sets: (count: number) => plural(count, { one: '# set', other: '# sets' }),
  movements: (count: number) => plural(count, { one: '# movement', other: '# movements' }),
  basis: {
    in_progress: t`In progress`,
    next_routine: t`Next in order`,
    repeat_last: t`Your last workout again`,
    empty: t`Nothing planned`,
  } satisfies Record<TodayPlan['basis'], string>,
  inProgram: t`Open in the program`,
  start: t`Start`,
  goOn: t`Go on`,
  startEmpty: t`Start an empty workout`,
  emptyTitle: t`Your first workout`,
  emptyText: t`Start with any movement: each set you log makes the next target better. Or bring your history from another app.`,
  import: t`Import your history`,
  otherRoutine: t`Another routine`,
  workoutAt: (hour: number) =>
    hour < 5 || hour >= 22 ? t`Night workout` : hour < 12 ? t`Morning workout` : hour < 17 ? t`Afternoon workout` : t`Evening workout`,
  workout: t`Workout`,
  unknownWorkout: t`This workout is not on this phone`,
  unknownWorkoutText: t`It may have been deleted, or joined with one from another phone.`,
  toToday: t`Go to today`,
  elapsed: t`Time since the start`,
  finish: t`Finish`,
  firstMovement: t`What do you begin with?`,
  firstMovementText: t`Pick a movement. The first target comes at once.`,
  addMovement: t`Add a movement`,
  swapMovement: t`Swap for another movement`,
  movementsAway: t`The movements come with the first connection to the server.`,
  unknownMovement: t`Movement`,
  plan: t`Movements of this workout`,
  options: t`Options`,
  history: t`History of this movement`,
  done: t`Done`,
  repsPerSide: t`Reps per side`,
  fewerPlates: (load: string) => t`Rather than ${load}: fewer plates to move`,
  guidedTest: (isLast: boolean) =>
    isLast
      ? t`First test, last set: as many as you can, stopping with one left.`
      : t`First test: easy, on the way up. Say how many were left.`,
  firstTime: (isFromOthers: boolean) =>
    isFromOthers
      ? t`New to you: begun from your other movements. Say how many were left.`
      : t`New to you: it starts light. Say how many were left.`,
  back: t`Back to today`,
  target: (low: number, high: number) => (low === high ? t`Target ${low}` : t`Target ${low}–${high}`),
  expected: (low: number, high: number, percent: number) => `${low === high ? low : `${low}–${high}`}, ${percent} %`,
  expectedLong: (low: number, high: number, percent: number) =>
    low === high
      ? plural(low, {
          one: `Expected: # repetition, with ${percent} % probability`,
          other: `Expected: # repetitions, with ${percent} % probability`,
        })
      : t`Expected: ${low} to ${high} repetitions, with ${percent} % probability`,
  why: t`Why`,
  plates: t`Per side`,
  emptyBar: t`Empty bar`,
  notLoadable: t`cannot be loaded in your gym.`,
  whyNot: (why: NotLoadable | undefined, loadText: (load: Kilograms) => string) => {
    if (why === undefined) return undefined
    const plate = why.code === 'plates_short' ? loadText(why.plateKg) : ''
    return {
      too_light: t`is lighter than anything here.`,
      too_heavy: t`is heavier than anything here.`,
      between: t`falls between two loads here.`,
      plates_short: t`needs more ${plate} plates than are here.`,
    }[why.code]
  },
  take: (text: string) => t`Take ${text}`,
  doneWith: (what: string) => t`Done: ${what}`,
  addSet: t`Add a set`,
  keys: t`Keys`,
  set: (label: string) => t`Set ${label}`,
  kindOf: (label: string) => t`Kind of set ${label}`,
  tempo: (tempo: string) => t`Tempo ${tempo}`,
  previous: (text: string, when: string) => `${when}: ${text}`,
  copy: (text: string) => t`Copy ${text}`,
  saving: t`saving`,
  notSaved: t`not saved`,
  saved: (label: string, what: string, rest: string | undefined) =>
    rest === undefined ? t`Set ${label} saved, ${what}.` : t`Set ${label} saved, ${what}. Rest ${rest}.`,
  outcomes: { met: t`as planned`, above: t`more than planned`, below: t`less than planned` },
  nextMovement: (name: string) => t`Next: ${name}`,
  allDone: t`All sets of this movement are done.`,
  nextTarget: (text: string) => t`Next set: ${text}`,
  rest: t`Rest`,
  restOver: t`Rest is over`,
  restPast: t`Past rest`,
  stopwatch: t`Since the last set`,
  less: t`15 seconds less`,
  more: t`15 seconds more`,
  skipRest: t`Skip`,
  alertOn: t`Alert me when rest is over`,
  alertOff: t`Do not alert me`,
  finishTitle: t`Finish workout`,
  setsTitle: t`Sets`,
  tonnage: t`Tonnage`,
  time: t`Time`,
  records: t`Records`,
  heaviest: t`Heaviest yet`,
  mostReps: t`Most reps at this load`,
  finished: t`Finished`,
  closedItself: t`This workout closed itself: 30 minutes passed without a set.`,
  reopen: t`Reopen`,
}

import { t } from '@lingui/core/macro'

/** What each key does during a workout. */
export const keysWords = {
  title: t`Keys`,
  enter: t`Save the set, or what the big button says`,
  load: t`Heavier, lighter: the next load of your gym`,
  reps: t`One more, one fewer`,
  reserve: t`Reps in reserve`,
  clock: t`Start and stop the clock`,
  over: t`The set is over`,
  skipRest: t`Skip the rest`,
  rest: t`Rest 15 seconds more, less`,
  next: t`The movement after this`,
  before: t`The movement before this`,
  add: t`Add a movement`,
  movements: t`Movements of this workout`,
  swap: t`Swap for another movement`,
  history: t`History of this movement`,
  why: t`Why this load`,
  options: t`Options`,
  finish: t`Finish workout`,
  list: t`This list`,
}

import { type Muscle, muscleGroups } from '@gymgenius/domain'

/** Groups that hold muscles of different work, cut up: a biceps is no triceps, an adductor no abductor. */
const cutUp: readonly (readonly Muscle[])[] = [
  ['biceps', 'brachialis', 'brachioradialis'],
  ['triceps', 'triceps_long_head'],
  ['calves', 'soleus'],
  ['neck', 'neck_flexors'],
  ['traps', 'upper_traps'],
  ['abductors', 'glute_medius'],
  ['rhomboids', 'lower_traps', 'upper_back', 'rear_delts'],
  ['forearms', 'grip'],
]
const whole = ['quadriceps', 'glutes', 'chest', 'lats', 'abdomen', 'lower_back'] as const

const kin = new Map<Muscle, string>()
for (const name of whole) for (const muscle of muscleGroups[name]) kin.set(muscle, name)
for (const muscles of cutUp) for (const muscle of muscles) kin.set(muscle, muscles[0]!)

/** The name of the few muscles that do much the same work as this one; undefined for one that has no kin. */
export const kinOf = (muscle: Muscle): string | undefined => kin.get(muscle)

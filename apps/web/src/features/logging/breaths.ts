import { seconds, type Seconds, type SetKind } from '@gymgenius/domain'

/** Breaths between the parts of a set: none while plates come off. Judgement. */
const breaths: Readonly<Partial<Record<SetKind, Seconds>>> = {
  rest_pause: seconds(20),
  myo_reps: seconds(15),
  cluster: seconds(20),
}
export const breathsOf = (kind: SetKind): Seconds | undefined => breaths[kind]

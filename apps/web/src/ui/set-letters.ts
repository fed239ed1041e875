import type { SetKind } from '@gymgenius/domain'

/** A working set has a number; every other kind a letter. */
export const setLetters: Readonly<Partial<Record<SetKind, string>>> = {
  warm_up: 'W',
  drop: 'D',
  top: 'T',
  back_off: 'B',
  amrap: 'A',
  drop_chain: 'D',
  rest_pause: 'R',
  myo_reps: 'M',
  cluster: 'C',
  negative: 'N',
  assisted: 'H',
  per_side: 'S',
  circuit: 'O',
}

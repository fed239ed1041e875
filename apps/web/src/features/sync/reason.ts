import { problems, type ProblemCode } from '@gymgenius/contracts/problem'
import type { RefusedOp } from '../../lib/view/schema.ts'

/** Why the server refused a change, in its words. */
export function reasonOf({ code, errors }: RefusedOp): string {
  if (errors.length > 0)
    return errors.map(({ pointer, message }) => [fieldOf(pointer), message].filter((part) => part !== '').join(': ')).join('. ')
  return problems[code as ProblemCode]?.title ?? code
}

/** The fields as the screens call them; of a field that no screen shows, nothing is said. */
const names: Readonly<Record<string, string>> = {
  loadKg: 'Load',
  reps: 'Reps',
  rir: 'Reps in reserve',
  rpe: 'RPE',
  durationSeconds: 'Seconds',
  note: 'Note',
  name: 'Name',
  startedAt: 'Started',
  endedAt: 'Ended',
  folder: 'Folder',
}
const fieldOf = (pointer: string) => names[pointer.split('/').at(-1) ?? ''] ?? ''

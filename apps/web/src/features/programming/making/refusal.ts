import { Problem } from '../../../lib/problem.ts'
import { faultOf } from '../../../lib/problem-words.ts'
import type { Answer } from './draft.ts'
import { answerAt } from './steps.ts'
import { makingWords as words } from './words.ts'

interface FieldFault {
  readonly pointer: string
  readonly code: string
  readonly message: string
}

export type Faults = Partial<Record<Answer, string>>

/** What the server would not have, in words at the answer it is about; undefined where it is about none of them. */
export function faultsOf(error: unknown): Faults | undefined {
  if (!(error instanceof Problem)) return undefined
  const { movement, gym, nothing_fits } = words.faults
  if (error.code === 'movements.unknown') return { never: movement! }
  if (error.code === 'equipment.gym_not_found') return { place: gym! }
  if (error.code === 'programming.nothing_fits') return { place: nothing_fits! }
  if (error.code !== 'request.invalid') return undefined
  const faults: Faults = {}
  for (const fault of (error.facts['errors'] ?? []) as readonly FieldFault[]) {
    const answer = answerAt(fault.pointer)
    if (answer !== undefined) faults[answer] ??= textOf(answer, fault)
  }
  return Object.keys(faults).length === 0 ? undefined : faults
}

function textOf(answer: Answer, fault: FieldFault): string {
  if (answer === 'weekdays' && fault.code === 'out_of_range') return words.hindrances.few_weekdays
  return words.faults[fault.code] ?? `${faultOf(fault)}.`
}

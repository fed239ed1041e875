import type { Answers, Hindrance, Known } from './answers.ts'
import type { ChangeDraft, Draft } from './draft.ts'

/** What every step of the wizard is given. */
export interface StepProps {
  readonly answers: Answers
  readonly draft: Draft
  readonly known: Known
  readonly hindrances: readonly Hindrance[]
  readonly change: ChangeDraft
}

export const numbers = (...values: readonly number[]) =>
  [...new Set(values)].sort((a, b) => a - b).map((value) => ({ value, text: String(value) }))

export const named = <Value extends string>(names: Readonly<Record<Value, string>>) =>
  (Object.entries(names) as [Value, string][]).map(([value, text]) => ({ value, text }))

/** What is wrong with one answer. */
export function Fault({ children }: { readonly children: string | undefined }) {
  if (children === undefined) return null
  return (
    <p role="alert" className="mt-2 text-note text-danger">
      {children}
    </p>
  )
}

import type { SetKind } from '@gymgenius/domain'
import { Choice } from './field.tsx'
import { kindWords } from './set-kind-words.ts'
import { setWords } from './set-words.ts'

/** Kinds that nobody chooses by hand: what another app wrote, and what a circuit logs. They are offered where a set is one. */
const unasked: readonly SetKind[] = ['drop', 'circuit']
const order = Object.keys(kindWords) as SetKind[]

/** What a set is, with one tap, and what that means. */
export function KindChoice({
  value,
  isTwoSided = true,
  onChange,
}: {
  readonly value: SetKind
  /** False for a movement that is always done one side at a time: its reps are those of a side anyway. */
  readonly isTwoSided?: boolean
  readonly onChange: (kind: SetKind) => void
}) {
  const offered = order.filter((kind) => kind === value || (!unasked.includes(kind) && (isTwoSided || kind !== 'per_side')))
  return (
    <div className="flex flex-col gap-2">
      <Choice
        label={setWords.kind}
        value={value}
        onChange={onChange}
        options={offered.map((kind) => ({ value: kind, text: kindWords[kind].name, title: kindWords[kind].text }))}
      />
      <p className="min-h-10 text-note text-soft">{kindWords[value].text}</p>
    </div>
  )
}

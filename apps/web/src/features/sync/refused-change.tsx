import { problems, type ProblemCode } from '@gymgenius/contracts/problem'
import { kg } from '@gymgenius/domain'
import { giveUpChange, retryChange } from '../../lib/logbook.ts'
import type { RefusedOp } from '../../lib/view/schema.ts'
import { Button } from '../../ui/button.tsx'
import { useLoadText } from '../../ui/load.tsx'
import { words } from './words.ts'

/** One change that the server refused: what it was, why, and the two ways out. */
export function RefusedChange({ refused }: { readonly refused: RefusedOp }) {
  const loadText = useLoadText()
  const { op, code, errors } = refused
  const { loadKg, reps, name } = (op.fields ?? {}) as { loadKg?: number; reps?: number; name?: string }
  const what = [loadKg !== undefined && loadKg >= 0 && loadText(kg(loadKg)), reps !== undefined && `× ${reps}`, name].filter(
    (part) => typeof part === 'string',
  )
  const why = errors.length > 0 ? errors.map(({ message }) => message).join('. ') : problems[code as ProblemCode]?.title
  return (
    <li className="rounded-card bg-raised p-3">
      <p className="font-medium">
        {words.entities[op.entity]} ({words.kinds[op.kind]}) {what.join(' ')}
      </p>
      <p className="text-note text-soft">{why ?? code}</p>
      <div className="mt-2 flex gap-2">
        <Button onClick={() => void retryChange(op.opId).catch(() => undefined)}>{words.retry}</Button>
        <Button look="danger" onClick={() => void giveUpChange(op.opId).catch(() => undefined)}>
          {words.discard}
        </Button>
      </div>
    </li>
  )
}

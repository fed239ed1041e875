import { kg } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { giveUpChange, retryChange } from '../../lib/logbook.ts'
import { rowQuery } from '../../lib/view/read.ts'
import type { RefusedOp } from '../../lib/view/schema.ts'
import { Link } from '../../lib/router.tsx'
import { Button } from '../../ui/button.tsx'
import { useLoadText } from '../../ui/load.tsx'
import { reasonOf } from './reason.ts'
import { sheetWords as words } from './sheet-words.ts'

/** One change that the server refused: what it was, why, and the ways out: mend it, send it once more as it is, or let it go. */
export function RefusedChange({ refused, onMend }: { readonly refused: RefusedOp; readonly onMend: () => void }) {
  const loadText = useLoadText()
  const { op } = refused
  const { loadKg, reps, name } = (op.fields ?? {}) as { loadKg?: number; reps?: number; name?: string }
  const what = [loadKg !== undefined && loadKg >= 0 && loadText(kg(loadKg)), reps !== undefined && `× ${reps}`, name].filter(
    (part) => typeof part === 'string',
  )
  return (
    <li className="rounded-card bg-raised p-3">
      <p className="font-medium">
        {words.entities[op.entity]} ({words.kinds[op.kind]}) {what.join(' ')}
      </p>
      <p className="text-note text-soft">{reasonOf(refused)}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {op.kind === 'delete' ? <WhereItStands refused={refused} /> : <Mend refused={refused} onMend={onMend} />}
        <Button onClick={() => void retryChange(op.opId).catch(() => undefined)}>{words.retry}</Button>
        <Button look={op.kind === 'delete' ? 'secondary' : 'danger'} onClick={() => void giveUpChange(op.opId).catch(() => undefined)}>
          {op.kind === 'delete' ? words.keepIt : words.discard}
        </Button>
      </div>
    </li>
  )
}

/** A routine is mended where routines are edited; everything else in a sheet. */
function Mend({ refused: { op }, onMend }: { readonly refused: RefusedOp; readonly onMend: () => void }) {
  if (op.entity !== 'routine') {
    return (
      <Button look="primary" onClick={onMend}>
        {words.mend}
      </Button>
    )
  }
  return (
    <Link to="/routines/$routineId" params={{ routineId: op.entityId }} className={linkLook}>
      {words.mend}
    </Link>
  )
}

const linkLook = 'inline-flex min-h-11 items-center rounded-card bg-accent px-4 text-on-accent'

/** What the server would not delete is still there: a deletion is mended at the thing itself. */
function WhereItStands({ refused: { op } }: { readonly refused: RefusedOp }) {
  const row = useQuery(rowQuery(op.entity, op.entityId)).data
  if (row === undefined || row === null || op.entity === 'gym') return null
  const id = op.entityId
  if (op.entity === 'routine') {
    return (
      <Link to="/routines/$routineId" params={{ routineId: id }} className={linkLook}>
        {words.mend}
      </Link>
    )
  }
  if (op.entity === 'movement') {
    return (
      <Link to="/library/$movementId/edit" params={{ movementId: id }} className={linkLook}>
        {words.mend}
      </Link>
    )
  }
  return (
    <Link to="/history/$workoutId" params={{ workoutId: 'workoutId' in row ? row.workoutId : id }} className={linkLook}>
      {words.mend}
    </Link>
  )
}

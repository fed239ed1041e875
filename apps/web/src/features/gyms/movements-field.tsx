import type { MovementId } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import { MovementPicker } from '../../lib/movement-picker.tsx'
import { movementsQuery } from '../../lib/view/read.ts'
import { Button } from '../../ui/button.tsx'
import { words } from './words.ts'

const MOST = 50

/** The movements that are done on one bar or machine alone; none said means all that it could be for. */
export function MovementsField({
  ids,
  onChange,
}: {
  readonly ids: readonly MovementId[] | undefined
  readonly onChange: (ids: readonly MovementId[] | undefined) => void
}) {
  const movements = useQuery(movementsQuery()).data
  const [isAsked, setAsked] = useState(false)
  const said = ids ?? []
  return (
    <div>
      <p className="mb-1 text-note font-medium">{words.itsMovements}</p>
      <p className="mb-2 text-note text-soft">{words.itsMovementsHint}</p>
      <ul className="mb-2 flex flex-wrap gap-2">
        {said.map((id) => {
          const name = movements?.get(id)?.name ?? words.unknownMovement
          return (
            <li key={id}>
              <button
                type="button"
                aria-label={words.takeAway(name)}
                onClick={() => onChange(said.length === 1 ? undefined : said.filter((one) => one !== id))}
                className="inline-flex min-h-11 items-center gap-1 rounded-chip bg-raised px-3 text-left text-note active:brightness-90"
              >
                {name}
                <X aria-hidden size={16} className="shrink-0 text-soft" />
              </button>
            </li>
          )
        })}
      </ul>
      {said.length < MOST && <Button onClick={() => setAsked(true)}>{words.addMovement}</Button>}
      {isAsked && (
        <MovementPicker
          title={words.addMovement}
          onClose={() => setAsked(false)}
          onPick={({ id }) => {
            setAsked(false)
            onChange([...said.filter((one) => one !== id), id])
          }}
        />
      )}
    </div>
  )
}

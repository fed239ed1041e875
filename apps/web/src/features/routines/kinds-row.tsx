import type { RoutineItem } from '@gymgenius/contracts'
import { useState } from 'react'
import { KindChoice } from '../../ui/kind-choice.tsx'
import { setLetters } from '../../ui/set-letters.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { kindsRowWords as words } from './kinds-row-words.ts'

/** The planned sets by number and letter; behind each, what it is. */
export function KindsRow({ item, onChange }: { readonly item: RoutineItem; readonly onChange: (item: RoutineItem) => void }) {
  const [open, setOpen] = useState<number>()
  const chosen = open === undefined ? undefined : item.sets[open]
  const labels = labelsOf(item)
  return (
    <div>
      <p className="mb-1 text-note font-medium">{words.kinds}</p>
      <div className="flex flex-wrap gap-2">
        {labels.map((label, place) => (
          <button
            // oxlint-disable-next-line react/no-array-index-key -- a planned set has no name but its place
            key={place}
            type="button"
            aria-label={words.kindOf(label)}
            onClick={() => setOpen(place)}
            className="size-11 rounded-chip bg-raised font-semibold text-soft tabular"
          >
            {label}
          </button>
        ))}
      </div>
      <Sheet title={words.set(labels[open ?? 0] ?? '')} open={chosen !== undefined} onClose={() => setOpen(undefined)}>
        {chosen !== undefined && (
          <KindChoice
            value={chosen.kind}
            onChange={(kind) => {
              onChange({ ...item, sets: item.sets.with(open!, { ...chosen, kind }) })
              setOpen(undefined)
            }}
          />
        )}
      </Sheet>
    </div>
  )
}

function labelsOf({ sets }: RoutineItem) {
  let number = 0
  return sets.map(({ kind }) => setLetters[kind] ?? String(++number))
}

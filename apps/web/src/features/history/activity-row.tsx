import { useState } from 'react'
import { dayText, lengthText } from '../../lib/dates.ts'
import type { EntryOf } from '../../lib/view/body-masses.ts'
import { formatNumber } from '../../ui/numbers.ts'
import { ActivitySheet } from './activity-sheet.tsx'
import { words } from './activity-words.ts'

/** A run or a class among the workouts; a press opens it. */
export function ActivityRow({ entry, now }: { readonly entry: EntryOf<'custom'>; readonly now: number }) {
  const [isOpen, setOpen] = useState(false)
  const { at, durationSeconds, distanceMeters, note } = entry
  const facts = [dayText(Date.parse(at), now), ...(durationSeconds === undefined ? [] : [lengthText(durationSeconds * 1000)])]
  return (
    <li>
      <button
        type="button"
        className="flex min-h-16 w-full items-center justify-between gap-3 py-2 text-left active:bg-raised"
        onClick={() => setOpen(true)}
      >
        <span className="min-w-0">
          <span className="block truncate font-medium">{words.nameOf(entry.activity)}</span>
          <span className="block truncate text-note text-soft">{[...facts, ...(note === undefined ? [] : [note])].join(' · ')}</span>
        </span>
        {distanceMeters !== undefined && (
          <span className="shrink-0 text-note tabular">{words.distance(formatNumber(distanceMeters / 1000, 2))}</span>
        )}
      </button>
      {isOpen && <ActivitySheet entry={entry} onClose={() => setOpen(false)} />}
    </li>
  )
}

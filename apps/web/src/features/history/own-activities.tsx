import { useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { write } from '../../lib/logbook.ts'
import type { EntryOf } from '../../lib/view/body-masses.ts'
import { deleteFromDiary, diaryQuery } from '../../lib/view/diary.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { freeName } from './activity-names.ts'
import { words } from './activity-words.ts'

/** The activities that a lifter made up: their names, and the way to be rid of one. */
export function OwnActivities({ onClose }: { readonly onClose: () => void }) {
  const own = useQuery(diaryQuery('activity')).data ?? []
  return (
    <Sheet title={words.yours} open onClose={onClose}>
      {own.length === 0 && <p className="text-soft">{words.noneOfYours}</p>}
      <ul className="divide-y divide-line">
        {own.map((activity) => (
          <OwnActivity key={activity.id} activity={activity} all={own} />
        ))}
      </ul>
    </Sheet>
  )
}

function OwnActivity({ activity, all }: { readonly activity: EntryOf<'activity'>; readonly all: readonly EntryOf<'activity'>[] }) {
  const logged = useQuery(diaryQuery('custom')).data ?? []
  const toast = useToast()
  const [name, setName] = useState(activity.name)
  const free = freeName(name, activity, all)
  const isChanged = name.trim() !== activity.name
  const guarded = (act: () => Promise<unknown>) => void act().catch(() => toast({ text: words.notSaved }))

  return (
    <li className="py-3">
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (free !== undefined) guarded(() => renameActivity(activity, free, logged))
        }}
      >
        <Field
          className="min-w-0 flex-1"
          label={words.name}
          value={name}
          maxLength={60}
          fault={isChanged && free === undefined ? words.nameTaken : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        {isChanged && (
          <Button type="submit" disabled={free === undefined}>
            {words.save}
          </Button>
        )}
        <IconButton label={words.removeActivity(activity.name)} onClick={() => guarded(() => deleteFromDiary(activity.id))}>
          <Trash2 aria-hidden size={20} />
        </IconButton>
      </form>
      <p className="mt-1 text-note text-soft">{words.loggedTimes(logged.filter((entry) => entry.activity === activity.name).length)}</p>
    </li>
  )
}

/** Its name, and that of what was logged by it: else the history would fall in two. */
const renameActivity = (activity: EntryOf<'activity'>, name: string, logged: readonly EntryOf<'custom'>[]) =>
  write([
    { entity: 'diary', entityId: activity.id, kind: 'patch', fields: { name } },
    ...logged
      .filter((entry) => entry.activity === activity.name)
      .map(({ id }) => ({ entity: 'diary' as const, entityId: id, kind: 'patch' as const, fields: { activity: name } })),
  ])

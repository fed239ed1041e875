import type { Movement } from '@gymgenius/contracts'
import { type ProgramItem, type SessionSection, sessionSections } from '@gymgenius/domain'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { call } from '../../../lib/api.ts'
import { MovementPicker } from '../../../lib/movement-picker.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { sectionNames } from '../words.ts'
import { moved, newItem, withItems, type WrittenDay } from './day.ts'
import { ItemEditor } from './item-editor.tsx'
import { handWords as words } from './words.ts'

/** One session, written down: what is in it, in which order, and how much of each. */
export function DayEditor({ day, onChange }: { readonly day: WrittenDay; readonly onChange: (day: WrittenDay) => void }) {
  const [adding, setAdding] = useState<SessionSection>()
  /** Nothing else can be pressed until it is known what the movement is counted in: the picker stands over it all. */
  async function add(section: SessionSection, movement: Movement) {
    const { id } = movement
    const countedIn = await call('GET /v1/movements/{id}', { params: { id } }).then(
      ({ details }) => details?.countedIn,
      () => undefined,
    )
    onChange(withItems(day, section, [...day.sections[section], newItem({ ...movement, countedIn })]))
    setAdding(undefined)
  }
  return (
    <div className="flex flex-col gap-4">
      <Field
        label={words.sessionName}
        maxLength={100}
        value={day.name}
        onChange={({ target }) => onChange({ ...day, name: target.value })}
      />
      {sessionSections.map((section) => (
        <section key={section}>
          <h2 className="mb-1 text-note font-semibold text-soft">{sectionNames[section]}</h2>
          <Items items={day.sections[section]} onChange={(items) => onChange(withItems(day, section, items))} />
          <Button look="quiet" icon={<Plus aria-hidden size={20} />} onClick={() => setAdding(section)}>
            {words.addTo(sectionNames[section])}
          </Button>
        </section>
      ))}
      {adding !== undefined && (
        <MovementPicker
          title={words.addTo(sectionNames[adding])}
          toDo={{}}
          onClose={() => setAdding(undefined)}
          onPick={(movement) => void add(adding, movement)}
        />
      )}
    </div>
  )
}

function Items({
  items,
  onChange,
}: {
  readonly items: readonly ProgramItem[]
  readonly onChange: (items: readonly ProgramItem[]) => void
}) {
  return (
    <ul className="divide-y divide-line">
      {items.map((item, place) => (
        <li key={`${item.movementId} ${place}`} className="py-2">
          <ItemEditor
            item={item}
            onChange={(changed) => onChange(items.map((one, i) => (i === place ? changed : one)))}
            onRemove={() => onChange(items.filter((_, i) => i !== place))}
            {...(place > 0 && { onUp: () => onChange(moved(items, place, -1)) })}
            {...(place < items.length - 1 && { onDown: () => onChange(moved(items, place, 1)) })}
          />
        </li>
      ))}
    </ul>
  )
}

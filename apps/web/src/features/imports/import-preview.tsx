import type { LoadUnit, MovementId } from '@gymgenius/domain'
import { useState } from 'react'
import { dateText } from '../../lib/dates.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Choice, Switch } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ImportMovements } from './import-movements.tsx'
import type { Import, MovementChoices } from './use-imports.ts'
import { words } from './words.ts'

const SHOWN_LINES = 50

/** What was read out of the file, before anything of it is kept. */
export function ImportPreview({
  preview,
  isBusy,
  onUnit,
  onKeep,
  onDiscard,
}: {
  readonly preview: Import
  readonly isBusy: boolean
  readonly onUnit: (unit: LoadUnit) => void
  readonly onKeep: (choices: MovementChoices, takesSettings: boolean) => void
  readonly onDiscard: () => void
}) {
  const [choices, setChoices] = useState<Record<string, MovementId | null>>({})
  const isNew = preview.sets > preview.duplicates
  const [takesSettings, setTakesSettings] = useState(false)
  const { settings, ...counted } = preview.also ?? {}
  const isMore = Object.values(counted).some((held) => (held ?? 0) > 0)
  return (
    <>
      <Card title={words.understood(preview.format, preview.workouts, preview.sets)}>
        <div className="flex flex-col gap-3">
          {preview.firstAt !== undefined && preview.lastAt !== undefined && (
            <p className="text-soft">{words.span(dateText(Date.parse(preview.firstAt)), dateText(Date.parse(preview.lastAt)))}</p>
          )}
          {preview.duplicates > 0 && <p>{words.duplicates(preview.duplicates)}</p>}
          {preview.also !== undefined && isMore && <p className="text-soft">{words.also(preview.also)}</p>}
          {preview.skippedRows > 0 && <p className="text-note text-soft">{words.skipped(preview.skippedRows)}</p>}
          {settings !== undefined && (
            <Switch
              label={words.takeSettings}
              hint={words.otherSettings(Object.keys(settings) as (keyof typeof settings)[])}
              checked={takesSettings}
              onChange={setTakesSettings}
            />
          )}
          <Unit preview={preview} onUnit={onUnit} />
        </div>
      </Card>
      {preview.notUnderstoodCount > 0 && <NotUnderstood preview={preview} />}
      <ImportMovements movements={preview.movements} choices={choices} onChoice={(name, id) => setChoices({ ...choices, [name]: id })} />
      <div className="sticky bottom-0 -mx-4 flex flex-col gap-1 bg-ground px-4 pt-2 pb-3">
        <Button
          look="primary"
          big
          busy={isBusy}
          disabled={!isNew && !isMore && !takesSettings}
          onClick={() => onKeep(choices, takesSettings)}
        >
          {isNew ? words.keep(preview.sets - preview.duplicates) : isMore || takesSettings ? words.keepRest : words.nothingNew}
        </Button>
        <Button look="quiet" disabled={isBusy} onClick={onDiscard}>
          {words.discard}
        </Button>
      </div>
    </>
  )
}

/** Where the file says its unit there is nothing to ask, and it is said. */
function Unit({ preview, onUnit }: { readonly preview: Import; readonly onUnit: (unit: LoadUnit) => void }) {
  if (preview.unitFrom === 'file') return <p className="text-note text-soft">{words.unitInFile(preview.unit)}</p>
  return (
    <div>
      <Choice
        label={words.unit}
        value={preview.unit}
        options={[
          { value: 'kg', text: 'kg' },
          { value: 'lb', text: 'lb' },
        ]}
        onChange={onUnit}
      />
      {preview.unitFrom === 'guessed' && <p className="mt-1 text-note text-caution">{words.unitGuessed}</p>}
      {preview.unitFrom === 'settings' && <p className="mt-1 text-note text-caution">{words.unitSettings}</p>}
    </div>
  )
}

function NotUnderstood({ preview }: { readonly preview: Import }) {
  return (
    <Notice tone="caution" title={words.notUnderstood(preview.notUnderstoodCount)}>
      <p>{words.notUnderstoodText}</p>
      <details className="mt-1">
        <summary className="min-h-11 cursor-pointer py-2 text-ink">
          {words.line(preview.notUnderstood[0]?.line ?? 1, preview.counts)} …
        </summary>
        <ul className="flex flex-col gap-1">
          {preview.notUnderstood.slice(0, SHOWN_LINES).map((fault) => (
            <li key={`${fault.line} ${fault.code} ${fault.message}`}>
              <span className="tabular text-ink">{words.line(fault.line, preview.counts)}:</span> {fault.message}
            </li>
          ))}
        </ul>
      </details>
    </Notice>
  )
}

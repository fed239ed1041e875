import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { faultText } from '../../lib/api.ts'
import { dayText } from '../../lib/dates.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { fetchChanges, importsQuery, useImportActs, type Import } from './use-imports.ts'
import { words } from './words.ts'

/** What was brought in before; each batch can be taken back. */
export function EarlierImports() {
  const imports = useQuery(importsQuery())
  const [asked, setAsked] = useState<Import>()
  const { undo } = useImportActs()
  const toast = useToast()
  const shown = imports.data?.items.filter(({ status }) => status === 'committed' || status === 'committing' || status === 'undoing') ?? []
  const undoing = shown.filter(({ status }) => status === 'undoing').length

  // What was taken back is gone from this phone too as soon as it is gone there.
  useEffect(() => (undoing > 0 ? fetchChanges : undefined), [undoing])
  if (shown.length === 0) return null

  async function takeBack(item: Import) {
    setAsked(undefined)
    try {
      if (await undo(item.id)) toast({ text: words.undone })
    } catch (error) {
      toast({ text: faultText(error) })
    }
  }

  return (
    <Card title={words.earlier}>
      <ul className="divide-y divide-line">
        {shown.map((item) => (
          <li key={item.id} className="flex min-h-14 items-center justify-between gap-3 py-2">
            <span className="min-w-0 flex-1">
              <span className="block truncate">{item.fileName}</span>
              <span className="block text-note text-soft">
                {dayText(Date.parse(item.createdAt), imports.dataUpdatedAt)} · {words.sets(item.sets - item.duplicates)} ·{' '}
                {words.status[item.status]}
              </span>
            </span>
            {(item.status === 'undoing' || item.status === 'committing') && (
              <span className="w-32 shrink-0">
                <ProgressBar label={words[item.status]} share={(item.progress ?? 0) / Math.max(1, item.sets - item.duplicates)} />
              </span>
            )}
            {item.status === 'committed' && (
              <Button look="danger" onClick={() => setAsked(item)}>
                {words.undo}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Sheet title={words.undoTitle} open={asked !== undefined} onClose={() => setAsked(undefined)}>
        <p className="mb-4 text-soft">{words.undoText((asked?.sets ?? 0) - (asked?.duplicates ?? 0))}</p>
        {asked?.also !== undefined && <p className="mb-4 text-soft">{words.alsoGoes}</p>}
        <div className="flex flex-col gap-2">
          <Button look="danger" big onClick={() => asked !== undefined && void takeBack(asked)}>
            {words.undo}
          </Button>
          <Button big onClick={() => setAsked(undefined)}>
            {words.cancel}
          </Button>
        </div>
      </Sheet>
    </Card>
  )
}

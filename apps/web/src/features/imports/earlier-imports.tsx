import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { faultText } from '../../lib/api.ts'
import { dayText } from '../../lib/dates.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { importsQuery, useImportActs, type Import } from './use-imports.ts'
import { words } from './words.ts'

/** What was brought in before; each batch can be taken back. */
export function EarlierImports() {
  const imports = useQuery(importsQuery())
  const [asked, setAsked] = useState<Import>()
  const { undo } = useImportActs()
  const toast = useToast()
  const shown = imports.data?.items.filter((item) => item.status === 'committed' || item.status === 'committing') ?? []
  if (shown.length === 0) return null

  async function takeBack(item: Import) {
    setAsked(undefined)
    try {
      await undo(item.id)
      toast({ text: words.undone })
    } catch (error) {
      toast({ text: faultText(error) })
    }
  }

  return (
    <Card title={words.earlier}>
      <ul className="divide-y divide-line">
        {shown.map((item) => (
          <li key={item.id} className="flex min-h-14 items-center justify-between gap-3 py-2">
            <span className="min-w-0">
              <span className="block truncate">{item.fileName}</span>
              <span className="block text-note text-soft">
                {dayText(Date.parse(item.createdAt), imports.dataUpdatedAt)} · {words.sets(item.sets - item.duplicates)} ·{' '}
                {words.status[item.status]}
              </span>
            </span>
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

import { useQuery } from '@tanstack/react-query'
import { ChevronRight, MapPin } from 'lucide-react'
import { useState } from 'react'
import { isoNow } from '../../lib/clock.ts'
import { newId } from '../../lib/ids.ts'
import { write } from '../../lib/logbook.ts'
import { Link, useNavigate } from '../../lib/router.tsx'
import { gymsQuery } from '../../lib/view/read.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useUnit } from '../../ui/load.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { gymFrom, type Template, templates } from './templates.ts'
import { words } from './words.ts'

/** Where the lifter trains. The gym they are in stands first. */
export function GymsScreen() {
  const unit = useUnit()
  const toast = useToast()
  const navigate = useNavigate()
  const { data: gyms } = useQuery(gymsQuery())
  const [isAdding, setAdding] = useState(false)

  async function add(template: Template) {
    const gymId = newId<'gym'>()
    const fields = { name: words.names[template], ...gymFrom(template, unit), chosenAt: isoNow() }
    try {
      await write([{ entity: 'gym', entityId: gymId, kind: 'put', fields }])
    } catch {
      toast({ text: words.notSaved })
      return
    }
    await navigate({ to: '/gyms/$gymId', params: { gymId } })
  }

  return (
    <Page
      title={words.title}
      action={
        <Button look="primary" big onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      }
    >
      {gyms?.length === 0 ? (
        <EmptyState picture={<MapPin aria-hidden size={40} />} title={words.empty}>
          {unit === 'kg' ? words.emptyText : words.emptyTextPounds}
        </EmptyState>
      ) : (
        <>
          <p className="text-note text-soft">{words.text}</p>
          <Card>
            <ul className="divide-y divide-line">
              {gyms?.map(({ id, name, items, hasTheRest }, place) => (
                <li key={id}>
                  <Link to="/gyms/$gymId" params={{ gymId: id }} className="flex min-h-16 items-center gap-2 active:bg-raised">
                    <span className="flex min-w-0 flex-1 flex-col">
                      <span className="truncate font-medium">{name}</span>
                      <span className="text-note text-soft">
                        {items.length === 0 && hasTheRest ? words.everything : words.summary(items.length)}
                        {place === 0 && <span className="text-done"> · {words.here}</span>}
                      </span>
                    </span>
                    <ChevronRight aria-hidden size={18} className="shrink-0 text-soft" />
                  </Link>
                </li>
              ))}
            </ul>
          </Card>
        </>
      )}
      <Sheet title={words.add} open={isAdding} onClose={() => setAdding(false)}>
        <ul className="flex flex-col gap-2">
          {templates.map((template) => (
            <li key={template}>
              <Button className="min-h-14! w-full flex-col items-start! gap-0! text-left" onClick={() => void add(template)}>
                <span>{words.templates[template]}</span>
                <span className="text-note font-normal text-soft">{words.templateTexts[template]}</span>
              </Button>
            </li>
          ))}
        </ul>
      </Sheet>
    </Page>
  )
}

import { useQuery } from '@tanstack/react-query'
import { MapPin } from 'lucide-react'
import { useState } from 'react'
import { isoNow } from '../../lib/clock.ts'
import { write } from '../../lib/logbook.ts'
import { gymsQuery } from '../../lib/view/read.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { words } from './choice-words.ts'

/** Where today's workout is done, and with one tap elsewhere; remembered until it is changed. Nothing for lifters with one place. */
export function GymChoice() {
  const gyms = useQuery(gymsQuery()).data ?? []
  const toast = useToast()
  const [isOpen, setOpen] = useState(false)
  const [here] = gyms
  if (here === undefined || gyms.length < 2) return null

  async function choose(id: string) {
    setOpen(false)
    await write([{ entity: 'gym', entityId: id, kind: 'patch', fields: { chosenAt: isoNow() } }]).catch(() =>
      toast({ text: words.notSaved }),
    )
  }
  return (
    <div>
      <Button icon={<MapPin aria-hidden size={18} />} onClick={() => setOpen(true)}>
        {words.at(here.name)}
      </Button>
      <Sheet title={words.where} open={isOpen} onClose={() => setOpen(false)}>
        <ul className="flex flex-col gap-2">
          {gyms.map(({ id, name }) => (
            <li key={id}>
              <Button className="w-full justify-start!" aria-current={id === here.id ? 'true' : undefined} onClick={() => void choose(id)}>
                {name}
                {id === here.id && <span className="text-note text-done">{words.here}</span>}
              </Button>
            </li>
          ))}
        </ul>
      </Sheet>
    </div>
  )
}

import type { Movement } from '@gymgenius/contracts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../lib/ids.ts'
import { write } from '../../lib/logbook.ts'
import { useNavigate, useParams } from '../../lib/router.tsx'
import { movementsQuery } from '../../lib/view/read.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { blank, type OwnMovement, ownFieldsOf } from './own-movement.ts'
import { OwnMovementForm } from './own-movement-form.tsx'
import { words } from './words.ts'

/** A movement that the library lacks. It is written to the journal as a set is, so it can be made without a network. */
export function NewMovementScreen() {
  const navigate = useNavigate()
  const toast = useToast()
  const [fault, setFault] = useState<string>()

  async function keep(own: OwnMovement) {
    const id = newId<'movement'>()
    try {
      await write([{ entity: 'movement', entityId: id, kind: 'put', fields: { ...own } }])
    } catch {
      setFault(words.notSaved)
      return
    }
    toast({ text: words.saved })
    await navigate({ to: '/library/$movementId', params: { movementId: id }, replace: true })
  }
  return (
    <Page title={words.newTitle}>
      <p className="text-soft">{words.newText}</p>
      <OwnMovementForm own={blank} fault={fault} onSave={(own) => void keep(own)} />
    </Page>
  )
}

export function EditMovementScreen() {
  const { movementId } = useParams({ from: '/library/$movementId/edit' })
  const movements = useQuery(movementsQuery()).data
  const movement = movements?.get(movementId)
  if (movements === undefined) return <Page title={words.newTitle}>{null}</Page>
  if (movement?.isCustom !== true) {
    return (
      <Page title={words.newTitle}>
        <EmptyState title={words.notKnown}>{words.notKnownText}</EmptyState>
      </Page>
    )
  }
  return <EditMovement key={movement.id} movement={movement} />
}

function EditMovement({ movement }: { readonly movement: Movement }) {
  const navigate = useNavigate()
  const toast = useToast()
  const [fault, setFault] = useState<string>()
  const [isAsking, setAsking] = useState(false)

  async function change(kind: 'patch' | 'delete', fields?: OwnMovement) {
    try {
      await write([{ entity: 'movement', entityId: movement.id, kind, ...(fields !== undefined && { fields: { ...fields } }) }])
    } catch {
      setFault(words.notSaved)
      return
    }
    toast({ text: kind === 'delete' ? words.removed : words.saved })
    if (kind === 'delete') await navigate({ to: '/library', replace: true })
    else await navigate({ to: '/library/$movementId', params: { movementId: movement.id }, replace: true })
  }
  return (
    <Page title={words.newTitle}>
      <OwnMovementForm own={ownFieldsOf(movement)} fault={fault} onSave={(own) => void change('patch', own)} />
      <Button look="danger" onClick={() => setAsking(true)}>
        {words.remove}
      </Button>
      <Sheet title={words.removeAsk} open={isAsking} onClose={() => setAsking(false)}>
        <div className="flex flex-col gap-2">
          <p className="text-soft">{words.removeText}</p>
          <Button look="danger" big onClick={() => void change('delete')}>
            {words.remove}
          </Button>
          <Button big onClick={() => setAsking(false)}>
            {words.cancel}
          </Button>
        </div>
      </Sheet>
    </Page>
  )
}

import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../lib/api.ts'
import { newId } from '../../../lib/ids.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { changeWords as words } from './change-words.ts'
import { whatIfQuery } from './queries.ts'
import { refusalText } from './refusals.ts'
import type { Agenda, Change, Program } from './types.ts'
import { useDoing } from './use-doing.ts'
import { WhatIfResult } from './what-if-result.tsx'

/** As the server takes it, in characters. */
const MOST_OF_NOTE = 500

/**
 * What a change would do, shown before it is decided. `change` is what the controls above (`children`) come to; undefined until they come to
 * something.
 */
export function WhatIfSheet({
  program,
  agenda,
  title,
  change,
  onClose,
  children,
}: {
  readonly program: Program
  readonly agenda: Agenda | undefined
  readonly title: string
  readonly change: Change | undefined
  readonly onClose: () => void
  readonly children?: ReactNode
}) {
  const [note, setNote] = useState('')
  return (
    <Sheet title={title} open onClose={onClose}>
      <div className="flex flex-col gap-4">
        {children}
        {change !== undefined && (
          <Decision
            key={JSON.stringify(change)}
            {...{ program, agenda, change, note, onClose }}
            noteField={<Field label={words.note} maxLength={MOST_OF_NOTE} value={note} onChange={(event) => setNote(event.target.value)} />}
          />
        )}
      </div>
    </Sheet>
  )
}

function Decision({
  program,
  agenda,
  change,
  note,
  noteField,
  onClose,
}: {
  readonly program: Program
  readonly agenda: Agenda | undefined
  readonly change: Change
  readonly note: string
  readonly noteField: ReactNode
  readonly onClose: () => void
}) {
  const { id } = program
  const asked = useQuery(whatIfQuery(id, change))
  const [patchId] = useState(() => newId<'patch'>()) // pressed twice, or again after a lost answer, it is one change
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const { refresh, undo, toast } = useDoing(id)

  async function decide() {
    setBusy(true)
    setFault(undefined)
    const said = note.trim()
    try {
      await call('POST /v1/programs/{id}/changes', { params: { id }, body: { id: patchId, change, ...(said !== '' && { note: said }) } })
    } catch (error) {
      setFault(refusalText(error, change.kind))
      setBusy(false)
      return
    }
    onClose()
    toast({ text: words.done, action: { text: words.undo, run: () => void undo(patchId) } })
    await refresh()
  }

  if (asked.isPending) return <Skeleton lines={4} label={words.asking} />
  if (asked.isError) return <Notice tone="caution">{refusalText(asked.error, change.kind)}</Notice>
  return (
    <>
      <WhatIfResult program={program} agenda={agenda} change={change} whatIf={asked.data} />
      {noteField}
      {fault !== undefined && <Notice tone="danger">{fault}</Notice>}
      <div className="flex flex-col gap-2">
        <Button look="primary" big busy={isBusy} onClick={() => void decide()}>
          {words.doIt}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
    </>
  )
}

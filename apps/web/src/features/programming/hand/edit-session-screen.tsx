import type { ProgramId } from '@gymgenius/domain'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, faultText } from '../../../lib/api.ts'
import { newId } from '../../../lib/ids.ts'
import { syncNow } from '../../../lib/logbook.ts'
import { useNavigate, useParams } from '../../../lib/router.tsx'
import { sessionName } from '../../../lib/session-names.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { PROGRAMS } from '../keys.ts'
import { programQuery } from '../life/queries.ts'
import { DayEditor } from './day-editor.tsx'
import { isEmpty, type WrittenDay, writtenOf } from './day.ts'
import { handWords as words } from './words.ts'

/** One session of a program, written anew by hand. */
export function EditSessionScreen() {
  const { programId, session } = useParams({ from: '/programs/$programId/hand/$session' })
  const id = programId as ProgramId
  const { data, error } = useQuery(programQuery(id))
  const day = data?.weeks?.flatMap(({ days }) => days).find((one) => String(one.session) === session)
  if (day !== undefined) return <Editor id={id} day={writtenOf(day)} />
  return (
    <Page title={words.edit}>
      {error !== null && <Notice tone="caution">{faultText(error)}</Notice>}
      {data !== undefined && <EmptyState title={words.notLeft} />}
    </Page>
  )
}

function Editor({ id, day: before }: { readonly id: ProgramId; readonly day: WrittenDay }) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const toast = useToast()
  const called = sessionName(before.name)
  const [day, setDay] = useState({ ...before, name: called })
  const [patchId, setPatchId] = useState(() => newId<'patch'>()) // asked again after a broken answer, it is one change
  const [fault, setFault] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function save() {
    setBusy(true)
    setFault(undefined)
    try {
      const change = {
        kind: 'edit',
        session: before.session,
        to: { ...day, name: day.name === called ? before.name : day.name.trim() },
      } as const
      await call('POST /v1/programs/{id}/changes', { params: { id }, body: { id: patchId, change } })
      await queries.invalidateQueries({ queryKey: PROGRAMS })
      toast({ text: words.saved })
      void syncNow() // the phone's plan of it is another now
      await navigate({ to: '/programs/$programId', params: { programId: id }, replace: true })
    } catch (error) {
      setFault(faultText(error))
      setBusy(false)
    }
  }
  return (
    <Page
      title={words.edit}
      action={
        <Button look="primary" big busy={isBusy} disabled={isEmpty(day) || day.name.trim() === ''} onClick={() => void save()}>
          {words.save}
        </Button>
      }
    >
      <p className="text-soft">{words.editHint}</p>
      {fault !== undefined && <Notice tone="danger">{fault}</Notice>}
      {isEmpty(day) && <Notice tone="caution">{words.needsMovement}</Notice>}
      <Card>
        <DayEditor
          day={day}
          onChange={(changed) => {
            setDay(changed)
            setPatchId(newId<'patch'>())
          }}
        />
      </Card>
    </Page>
  )
}

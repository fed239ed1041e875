import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ComponentType, useState } from 'react'
import { call, faultText } from '../../lib/api.ts'
import { dateText, timeText } from '../../lib/dates.ts'
import { SubmitForm } from '../../lib/submit-form.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Asked } from './asked.tsx'
import { words } from './words.ts'

/** How somebody shows again who they are. */
export interface Proving {
  readonly asksProof: (error: unknown) => boolean
  readonly Form: ComponentType<{ readonly withCode: boolean; readonly onProved: () => Promise<void> }>
}

/** The account and all it holds goes; until the grace is over it can be kept. */
export function EraseCard({ proving: { asksProof, Form } }: { readonly proving: Proving }) {
  const queries = useQueryClient()
  const toast = useToast()
  const asked = useQuery({ queryKey: ['erasure'], queryFn: () => call('GET /v1/me/erasure', {}) })
  const factor = useQuery({ queryKey: ['second-factor'], queryFn: () => call('GET /v1/auth/2fa', {}) })
  const [isOpen, setOpen] = useState(false)
  const [wantsProof, setWantsProof] = useState(false)

  function close() {
    setOpen(false)
    setWantsProof(false)
  }
  async function erase() {
    await call('POST /v1/me/erasure', {})
    close()
    await queries.invalidateQueries()
  }
  async function eraseOrProve() {
    try {
      await erase()
    } catch (error) {
      if (!asksProof(error)) throw error
      setWantsProof(true)
    }
  }
  async function keep() {
    try {
      await call('DELETE /v1/me/erasure', {})
      toast({ text: words.kept })
      await queries.invalidateQueries({ queryKey: ['erasure'] })
    } catch (error) {
      toast({ text: faultText(error) })
    }
  }

  return (
    <Card title={words.erase}>
      <Asked query={asked}>
        {({ erasure, graceHours }) =>
          erasure === undefined ? (
            <>
              <Button look="danger" className="w-full" onClick={() => setOpen(true)}>
                {words.erase}
              </Button>
              <Sheet title={words.erase} open={isOpen} onClose={close}>
                {wantsProof ? (
                  <Form withCode={factor.data?.isOn === true} onProved={erase} />
                ) : (
                  <SubmitForm submit={words.eraseYes} act={eraseOrProve}>
                    <p>{words.eraseText(graceHours)}</p>
                    <p>{words.eraseAtOnce}</p>
                    <p className="text-note text-soft">{words.eraseCopies}</p>
                  </SubmitForm>
                )}
              </Sheet>
            </>
          ) : (
            <Notice tone="caution" action={<Button onClick={() => void keep()}>{words.keepAccount}</Button>}>
              {words.erasing(`${dateText(Date.parse(erasure.dueAt))}, ${timeText(Date.parse(erasure.dueAt))}`)}
            </Notice>
          )
        }
      </Asked>
    </Card>
  )
}

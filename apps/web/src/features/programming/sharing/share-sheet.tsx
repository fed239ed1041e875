import type { ProgramId } from '@gymgenius/domain'
import { useQueryClient } from '@tanstack/react-query'
import { Copy, Send } from 'lucide-react'
import { useState } from 'react'
import { call, faultText } from '../../../lib/api.ts'
import { copyText } from '../../../lib/copy-text.ts'
import { serverAddress } from '../../../lib/server.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { PROGRAMS } from '../keys.ts'
import { sharingWords as words } from './words.ts'

/** Makes a link to a program, and ends it. */
export function ShareSheet({
  program: { id, name, isShared },
  onClose,
}: {
  readonly program: { readonly id: ProgramId; readonly name: string; readonly isShared: boolean }
  readonly onClose: () => void
}) {
  const queries = useQueryClient()
  const toast = useToast()
  const [link, setLink] = useState<string>()
  const [fault, setFault] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function attempt(act: () => Promise<void>) {
    setBusy(true)
    setFault(undefined)
    try {
      await act()
      await queries.invalidateQueries({ queryKey: PROGRAMS })
    } catch (error) {
      setFault(faultText(error))
    } finally {
      setBusy(false)
    }
  }
  const make = () =>
    attempt(async () => {
      const { token } = await call('POST /v1/programs/{id}/share', { params: { id } })
      setLink(`${serverAddress() ?? location.origin}/shared/programs/${token}`)
    })
  const end = () =>
    attempt(async () => {
      await call('DELETE /v1/programs/{id}/share', { params: { id } })
      setLink(undefined)
      toast({ text: words.ended })
    })
  const isOpen = isShared || link !== undefined

  return (
    <Sheet title={words.share} open onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p className="text-soft">{words.intro}</p>
        {fault !== undefined && <Notice tone="danger">{fault}</Notice>}
        {link !== undefined && <Link link={link} name={name} />}
        {link === undefined && isShared && <Notice>{words.isOpen}</Notice>}
        <Button look={link === undefined ? 'primary' : 'secondary'} big busy={isBusy} onClick={() => void make()}>
          {isOpen ? words.another : words.make}
        </Button>
        {isOpen && (
          <Button look="danger" disabled={isBusy} onClick={() => void end()}>
            {words.end}
          </Button>
        )}
      </div>
    </Sheet>
  )
}

function Link({ link, name }: { readonly link: string; readonly name: string }) {
  const toast = useToast()
  const canSend = 'share' in navigator
  return (
    <div className="flex flex-col gap-2">
      <Field label={words.link} hint={words.ready} readOnly value={link} onFocus={(event) => event.target.select()} />
      <div className="flex flex-wrap gap-2">
        <Button
          icon={<Copy aria-hidden size={20} />}
          onClick={() => void copyText(link).then((isCopied) => toast({ text: isCopied ? words.copied : words.notCopied }))}
        >
          {words.copy}
        </Button>
        {canSend && (
          <Button
            icon={<Send aria-hidden size={20} />}
            onClick={() => void navigator.share({ title: name, url: link }).catch(() => undefined)} // put away again
          >
            {words.send}
          </Button>
        )}
      </div>
    </div>
  )
}

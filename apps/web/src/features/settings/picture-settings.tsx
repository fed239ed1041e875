import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, faultText, fetchFile } from '../../lib/api.ts'
import { usePictureUrl } from '../../lib/picture-url.ts'
import { useSession } from '../../lib/session.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Face } from '../../ui/face.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { pictureWords as words } from './picture-words.ts'

const KEY = ['pictures']

/** What you look like to your trainers. Only the server keeps it, so there is nothing to press while it is away. */
export function PictureSettings() {
  const { account } = useSession()
  const queries = useQueryClient()
  const toast = useToast()
  const pictures = useQuery({ queryKey: KEY, queryFn: () => call('GET /v1/me/pictures', {}) })
  const [busy, setBusy] = useState<'choose' | 'remove'>()
  const [fault, setFault] = useState<unknown>()
  const id = pictures.data?.items[0]?.id
  const url = usePictureUrl([id], id === undefined ? undefined : () => fetchFile('GET /v1/me/pictures/{id}', { params: { id } }))

  async function attempt(what: 'choose' | 'remove', act: () => Promise<unknown>, done: string) {
    setBusy(what)
    setFault(undefined)
    try {
      await act()
      await queries.invalidateQueries({ queryKey: KEY })
      toast({ text: done })
    } catch (error) {
      setFault(error)
    } finally {
      setBusy(undefined)
    }
  }

  function choose(file: File) {
    const form = new FormData()
    form.append('file', file)
    return attempt('choose', () => call('POST /v1/me/pictures', { form }), words.set)
  }

  return (
    <Card title={words.title}>
      <div className="flex items-center gap-4">
        <Face large url={url} name={account?.email ?? ''} />
        <p className="text-note text-soft">{words.who}</p>
      </div>
      {(fault ?? pictures.error) !== null && (fault ?? pictures.error) !== undefined && (
        <div className="mt-3">
          <Notice tone="danger">{faultText(fault ?? pictures.error)}</Notice>
        </div>
      )}
      {pictures.data !== undefined && (
        <div className="mt-3 flex flex-col gap-2">
          <ChoosePicture text={id === undefined ? words.choose : words.another} isBusy={busy !== undefined} onFile={choose} />
          {id !== undefined && (
            <Button
              look="danger"
              busy={busy === 'remove'}
              disabled={busy !== undefined}
              onClick={() => void attempt('remove', () => call('DELETE /v1/me/pictures/{id}', { params: { id } }), words.removed)}
            >
              {words.remove}
            </Button>
          )}
        </div>
      )}
    </Card>
  )
}

/** A button to look at, and an input to everybody and everything else. */
function ChoosePicture({
  text,
  isBusy,
  onFile,
}: {
  readonly text: string
  readonly isBusy: boolean
  readonly onFile: (file: File) => Promise<void>
}) {
  return (
    <label className="relative inline-flex min-h-11 items-center justify-center rounded-card bg-raised px-4 font-medium has-disabled:opacity-55 has-focus-visible:outline-3 has-focus-visible:outline-accent">
      {text}
      <input
        type="file"
        accept="image/jpeg,image/png,image/webp"
        className="absolute inset-0 cursor-pointer opacity-0"
        disabled={isBusy}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file !== undefined) void onFile(file)
          event.target.value = '' // the same file may be chosen again after an error
        }}
      />
    </label>
  )
}

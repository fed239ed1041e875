import type { ProgramId } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { Copy, Download, Pencil } from 'lucide-react'
import { useRef } from 'react'
import { call, faultText } from '../../../lib/api.ts'
import { copyText } from '../../../lib/copy-text.ts'
import { useNavigate, useParams } from '../../../lib/router.tsx'
import { saveFile } from '../../../lib/save-file.ts'
import { isPhoneApp } from '../../../lib/server.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { programKey } from '../keys.ts'
import { keepText } from './kept-text.ts'
import { textWords as words } from './words.ts'

/** A program as a person can read, keep, send and change it. */
export function ProgramTextScreen() {
  const { programId } = useParams({ from: '/programs/$programId/text' })
  const id = programId as ProgramId
  const navigate = useNavigate()
  const toast = useToast()
  const area = useRef<HTMLTextAreaElement>(null)
  const { data, error } = useQuery({
    queryKey: [...programKey(id), 'text'],
    queryFn: () => call('GET /v1/programs/{id}/text', { params: { id } }),
  })
  const text = data?.text ?? ''

  async function copy() {
    const isCopied = await copyText(text)
    if (!isCopied) area.current?.select()
    toast({ text: isCopied ? words.copied : words.notCopied })
  }
  return (
    <Page title={words.title}>
      <p className="text-soft">{words.intro}</p>
      {error !== null && <Notice tone="caution">{faultText(error)}</Notice>}
      {data !== undefined && (
        <>
          <div className="flex flex-wrap gap-2">
            <Button icon={<Copy aria-hidden size={20} />} onClick={() => void copy()}>
              {words.copy}
            </Button>
            {!isPhoneApp() && (
              <Button
                icon={<Download aria-hidden size={20} />}
                onClick={() => saveFile(new Blob([text], { type: 'text/yaml' }), `${slugOf(text)}.yaml`)}
              >
                {words.download}
              </Button>
            )}
            <Button
              icon={<Pencil aria-hidden size={20} />}
              onClick={() => {
                keepText(text)
                void navigate({ to: '/programs/text' })
              }}
            >
              {words.edit}
            </Button>
          </div>
          <textarea
            ref={area}
            readOnly
            lang="en"
            aria-label={words.text}
            value={text}
            className="min-h-96 w-full flex-1 rounded-card border border-control bg-ground p-3 font-mono text-small"
          />
        </>
      )}
    </Page>
  )
}

const slugOf = (text: string) => /^slug: ([a-z0-9-]+)$/m.exec(text)?.[1] ?? 'program'

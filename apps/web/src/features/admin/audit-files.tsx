import { useState } from 'react'
import { faultText, fetchFile } from '../../lib/api.ts'
import { saveFile } from '../../lib/save-file.ts'
import { isPhoneApp, serverAddress } from '../../lib/server.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { useToast } from '../../ui/toast.tsx'
import { asked, type AuditFilter } from './audit-filter.ts'
import { words } from './words.ts'

const formats = ['csv', 'jsonl'] as const
type Format = (typeof formats)[number]

/** What is shown, with all its pages, as a file. */
export function AuditFiles({ filter }: { readonly filter: AuditFilter }) {
  const toast = useToast()
  const [busy, setBusy] = useState<Format>()

  async function download(format: Format) {
    setBusy(format)
    try {
      saveFile(await fetchFile('GET /v1/audit/export', { query: { ...asked(filter), format } }), `gymgenius-audit.${format}`)
    } catch (error) {
      toast({ text: faultText(error) })
    } finally {
      setBusy(undefined)
    }
  }

  return (
    <Card title={words.file}>
      {isPhoneApp() ? (
        <p className="text-note text-soft">{words.fileElsewhere(serverAddress() ?? '')}</p>
      ) : (
        <>
          <p className="mb-3 text-note text-soft">{words.fileText}</p>
          <div className="flex flex-col gap-3">
            {formats.map((format) => (
              <Button key={format} busy={busy === format} disabled={busy !== undefined} onClick={() => void download(format)}>
                {words.files[format]}
              </Button>
            ))}
          </div>
        </>
      )}
    </Card>
  )
}

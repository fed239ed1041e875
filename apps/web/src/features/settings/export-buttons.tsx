import { useState } from 'react'
import { faultText, fetchFile } from '../../lib/api.ts'
import { saveFile } from '../../lib/save-file.ts'
import { isPhoneApp, serverAddress } from '../../lib/server.ts'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/toast.tsx'
import { words } from './words.ts'

const forms = [
  { format: 'json', fileName: 'gymgenius.json' },
  { format: 'csv', fileName: 'gymgenius.csv' },
  { format: 'strong', fileName: 'gymgenius-strong.csv' },
  { format: 'openweight', fileName: 'gymgenius-openweight.json' },
] as const
type Form = (typeof forms)[number]

/** Fetched with the token and handed to the browser as a file: a plain link could not carry the token. */
export function ExportButtons() {
  const toast = useToast()
  const [busy, setBusy] = useState<Form['format']>()

  if (isPhoneApp()) return <p className="mt-2 text-note text-soft">{words.exportElsewhere(serverAddress() ?? '')}</p>

  async function download({ format, fileName }: Form) {
    setBusy(format)
    try {
      saveFile(await fetchFile('GET /v1/export', { query: { format } }), fileName)
    } catch (error) {
      toast({ text: faultText(error) })
    } finally {
      setBusy(undefined)
    }
  }

  return (
    <div className="mt-2 flex flex-col gap-3">
      {forms.map((form) => (
        <div key={form.format}>
          <Button className="w-full" busy={busy === form.format} disabled={busy !== undefined} onClick={() => void download(form)}>
            {words.exports[form.format]}
          </Button>
          <p className="mt-1 text-note text-soft">{words.exportTexts[form.format]}</p>
        </div>
      ))}
    </div>
  )
}

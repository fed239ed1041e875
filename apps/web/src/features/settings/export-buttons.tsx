import { useState } from 'react'
import { call, faultText } from '../../lib/api.ts'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/toast.tsx'
import { words } from './words.ts'

/** Fetched with the token and handed to the browser as a file: a plain link could not carry the token. */
export function ExportButtons() {
  const toast = useToast()
  const [busy, setBusy] = useState<'json' | 'csv'>()

  async function download(format: 'json' | 'csv') {
    setBusy(format)
    try {
      const reply = await call('GET /v1/export', { query: { format } })
      const text = typeof reply === 'string' ? reply : JSON.stringify(reply, null, 2)
      save(text, `gymgenius.${format}`, format === 'json' ? 'application/json' : 'text/csv')
    } catch (error) {
      toast({ text: faultText(error) })
    } finally {
      setBusy(undefined)
    }
  }

  return (
    <div className="mt-2 flex flex-col gap-2">
      <Button busy={busy === 'json'} onClick={() => void download('json')}>
        {words.exportJson}
      </Button>
      <Button busy={busy === 'csv'} onClick={() => void download('csv')}>
        {words.exportCsv}
      </Button>
    </div>
  )
}

function save(text: string, name: string, type: string) {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

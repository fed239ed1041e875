import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'
import { codeWords as words } from './code-words.ts'

/** To be handed on by hand or clipboard. */
export function CodeLine({ label, code }: { readonly label: string; readonly code: string }) {
  const toast = useToast()
  async function copy() {
    await navigator.clipboard.writeText(code)
    toast({ text: words.copied })
  }
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      <code aria-label={label} className="rounded-card bg-raised px-3 py-2 break-all select-all">
        {code}
      </code>
      {'clipboard' in navigator && <Button onClick={() => void copy()}>{words.copy}</Button>}
    </div>
  )
}

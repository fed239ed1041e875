import { FileUp } from 'lucide-react'
import { words } from './words.ts'

/** The input lies over the whole card, so that a tap anywhere opens it and a file can be dropped on it. */
export function ChooseFile({ isBusy, onFile }: { readonly isBusy: boolean; readonly onFile: (file: File) => void }) {
  return (
    <section className="flex flex-col gap-4">
      <p className="text-soft">{words.drop}</p>
      <label className="relative flex min-h-40 flex-col items-center justify-center gap-3 rounded-card border-2 border-dashed border-control p-6 text-center has-focus-visible:outline-3 has-focus-visible:outline-accent">
        <FileUp aria-hidden size={32} className="text-accent" />
        <span className="text-title font-semibold">{isBusy ? words.reading : words.choose}</span>
        <input
          type="file"
          accept=".csv,.json,.txt,text/csv,text/plain,text/comma-separated-values,application/json"
          className="absolute inset-0 cursor-pointer opacity-0"
          disabled={isBusy}
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file !== undefined) onFile(file)
            event.target.value = '' // the same file may be chosen again after an error
          }}
        />
      </label>
      <details className="text-note text-soft">
        <summary className="min-h-11 cursor-pointer py-2 text-ink">{words.howTitle}</summary>
        <ul className="flex list-disc flex-col gap-1 pl-5">
          {words.how.map(([app, where]) => (
            <li key={app}>
              <span className="text-ink">{app}:</span> {where}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

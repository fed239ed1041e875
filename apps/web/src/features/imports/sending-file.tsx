import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import type { Sent } from '../../lib/fetch-telling.ts'
import { words } from './words.ts'

/** While a file is on its way, and while the server reads it. */
export function SendingFile({ name, sent, onStop }: { readonly name: string; readonly sent: Sent; readonly onStop: () => void }) {
  const isThere = sent.sent >= sent.of
  return (
    <Card title={name}>
      <div className="flex flex-col gap-3">
        <ProgressBar label={isThere ? words.reading : words.sending} {...(!isThere && { share: sent.sent / sent.of })} />
        <p className="text-note text-soft tabular">{isThere ? words.arrived(sent.of) : words.sentOf(sent)}</p>
        <p className="text-note text-soft">{words.nothingKeptYet}</p>
        <Button look="quiet" onClick={onStop}>
          {words.stop}
        </Button>
      </div>
    </Card>
  )
}

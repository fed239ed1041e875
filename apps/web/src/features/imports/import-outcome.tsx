import { Link } from '../../lib/router.tsx'
import { Card } from '../../ui/card.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import type { Import } from './use-imports.ts'
import { words } from './words.ts'

/** While it is being kept, and after. */
export function ImportOutcome({ outcome, onAgain }: { readonly outcome: Import; readonly onAgain: () => void }) {
  const kept = outcome.sets - outcome.duplicates
  if (outcome.status === 'committing' || outcome.status === 'undoing') {
    const done = Math.min(kept, outcome.progress ?? 0)
    return (
      <Card>
        <ProgressBar label={words[outcome.status]} share={kept === 0 ? 1 : done / kept} />
        <p className="mt-2 text-note text-soft tabular">{words.setsOf(done, kept)}</p>
        {outcome.progress !== undefined && <p className="mt-2 text-note text-soft">{words.goesOn}</p>}
      </Card>
    )
  }
  if (outcome.status === 'committed') {
    return (
      <>
        <Notice tone="done" title={words.committed(kept, outcome.workouts)}>
          {words.committedText}
        </Notice>
        <div className="flex flex-col gap-2">
          <Link
            to="/progress/report"
            className="flex min-h-14 items-center justify-center rounded-card bg-accent text-title font-semibold text-on-accent"
          >
            {words.toReport}
          </Link>
          <Link to="/routines" className="flex min-h-12 items-center justify-center rounded-card bg-raised font-medium">
            {words.toRoutines}
          </Link>
          <Link to="/history" className="flex min-h-12 items-center justify-center rounded-card bg-raised font-medium">
            {words.toHistory}
          </Link>
        </div>
      </>
    )
  }
  return (
    <Notice
      tone={outcome.status === 'failed' ? 'danger' : 'info'}
      title={outcome.status === 'failed' ? words.failed : words.undone}
      action={<Button onClick={onAgain}>{words.discard}</Button>}
    >
      {outcome.failure}
    </Notice>
  )
}

import type { Workout } from '@gymgenius/contracts'
import { instantOf } from '@gymgenius/domain'
import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from '../../lib/router.tsx'
import { useNow } from '../../lib/now.ts'
import { useNameOf } from '../../lib/use-name-of.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { clockText } from '../../ui/clock-text.ts'
import { words } from './words.ts'

export function SlimBar({
  workout,
  syncDot,
  onFinish,
  onKeys,
}: {
  readonly workout: Workout
  readonly syncDot: ReactNode
  readonly onFinish: () => void
  readonly onKeys: () => void
}) {
  const nameOf = useNameOf()
  return (
    <header className="flex min-h-12 flex-wrap items-center gap-2 pt-[max(0.25rem,env(safe-area-inset-top))]">
      <Link
        to="/today"
        aria-label={words.back}
        title={words.back}
        className="-ml-3 inline-flex size-11 shrink-0 items-center justify-center rounded-chip text-soft"
      >
        <ChevronLeft aria-hidden size={24} />
      </Link>
      <h1 className="min-w-0 flex-1 truncate text-body font-semibold">{nameOf(workout)}</h1>
      <Elapsed since={instantOf(workout.startedAt)} />
      {syncDot}
      <IconButton data-key="?" label={words.keys} className="hidden! md:pointer-fine:inline-flex!" onClick={onKeys}>
        <span aria-hidden>?</span>
      </IconButton>
      <Button look="quiet" data-key="f" className="px-2!" onClick={onFinish}>
        {words.finish}
      </Button>
    </header>
  )
}

function Elapsed({ since }: { readonly since: number }) {
  const now = useNow(1000)
  return (
    <span role="timer" aria-label={words.elapsed} className="text-note text-soft tabular">
      {clockText(Math.max(0, Math.floor((now - since) / 1000)))}
    </span>
  )
}

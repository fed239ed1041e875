import type { ReactNode } from 'react'
import { EmptyState } from '../ui/empty-state.tsx'
import { moreWords as words } from './more-words.ts'
import { Link } from './router.tsx'

/** An empty screen that the log will fill, and the act that fills it at once. */
export function NothingLogged({
  title,
  picture,
  children,
}: {
  readonly title: string
  readonly picture: ReactNode
  readonly children: ReactNode
}) {
  return (
    <EmptyState
      picture={picture}
      title={title}
      action={
        <Link to="/import" className="flex min-h-14 items-center justify-center rounded-card bg-accent font-semibold text-on-accent">
          {words.import}
        </Link>
      }
    >
      {children}
    </EmptyState>
  )
}

import { Link } from '../lib/router.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { words } from './words.ts'

export function NotFound() {
  return (
    <EmptyState
      as="h1"
      title={words.notFound}
      action={
        <Link to="/today" className="text-accent underline">
          {words.toToday}
        </Link>
      }
    >
      {words.notFoundText}
    </EmptyState>
  )
}

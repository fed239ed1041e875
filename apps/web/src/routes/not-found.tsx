import { Link } from '../lib/router.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

export function NotFound() {
  return (
    <EmptyState
      title="There is nothing here"
      action={
        <Link to="/today" className="text-accent underline">
          Go to today
        </Link>
      }
    >
      The address may be old, or mistyped.
    </EmptyState>
  )
}

import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'

export function PastWorkoutScreen() {
  return (
    <Page title="Workout">
      <EmptyState title="No sets in this workout" />
    </Page>
  )
}

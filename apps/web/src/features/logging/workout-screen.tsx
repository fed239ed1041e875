import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'

export function WorkoutScreen() {
  return (
    <Page title="Workout">
      <EmptyState title="No sets yet" />
    </Page>
  )
}

import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'

export function RoutineScreen() {
  return (
    <Page title="Routine">
      <EmptyState title="No movements in this routine yet" />
    </Page>
  )
}

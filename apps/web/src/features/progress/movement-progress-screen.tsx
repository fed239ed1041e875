import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'

export function MovementProgressScreen() {
  return (
    <Page title="Progress">
      <EmptyState title="No sets of this movement yet" />
    </Page>
  )
}

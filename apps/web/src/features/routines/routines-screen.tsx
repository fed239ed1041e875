import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'

export function RoutinesScreen() {
  return (
    <Page title="Routines">
      <EmptyState title="Your routines will be here" />
    </Page>
  )
}

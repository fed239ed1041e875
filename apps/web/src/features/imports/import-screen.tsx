import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'

export function ImportScreen() {
  return (
    <Page title="Import">
      <EmptyState title="Bring your history" />
    </Page>
  )
}

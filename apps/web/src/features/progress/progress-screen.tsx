import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'

export function ProgressScreen() {
  return (
    <Page title="Progress">
      <EmptyState title="Your movements will be here" />
    </Page>
  )
}

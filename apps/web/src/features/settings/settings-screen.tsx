import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'

export function SettingsScreen() {
  return (
    <Page title="Settings">
      <EmptyState title="Units, effort and theme will be here" />
    </Page>
  )
}

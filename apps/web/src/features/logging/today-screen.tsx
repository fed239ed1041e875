import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'

export function TodayScreen() {
  return (
    <Page title="Today">
      <EmptyState title="Nothing planned yet" />
    </Page>
  )
}

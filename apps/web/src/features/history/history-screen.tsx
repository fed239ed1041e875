import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'

export function HistoryScreen() {
  return (
    <Page title="History">
      <EmptyState title="Finished workouts will be here" />
    </Page>
  )
}

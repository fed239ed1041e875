import type { ReactNode } from 'react'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'

export function TodayScreen({ syncDot }: { readonly syncDot?: ReactNode }) {
  return (
    <Page title="Today" aside={syncDot}>
      <EmptyState title="Nothing planned yet" />
    </Page>
  )
}

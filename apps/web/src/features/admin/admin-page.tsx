import type { ReactNode } from 'react'
import { faultText } from '../../lib/api.ts'
import { Problem } from '../../lib/problem.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { words } from './words.ts'

/** A screen for administrators. Who is one the server says: the phone may not have heard of it yet. */
export function AdminPage({
  title,
  aside,
  error,
  children,
}: {
  readonly title: string
  readonly aside?: ReactNode
  readonly error: unknown
  readonly children: ReactNode
}) {
  if (error instanceof Problem && error.code === 'auth.forbidden') {
    return (
      <Page title={title}>
        <EmptyState title={words.notAdmin}>{words.notAdminText}</EmptyState>
      </Page>
    )
  }
  return (
    <Page title={title} aside={aside}>
      {error !== null && <Notice tone="danger">{faultText(error)}</Notice>}
      {children}
    </Page>
  )
}

import type { ReactNode } from 'react'
import { Card } from '../../ui/card.tsx'
import { Page } from '../../ui/page.tsx'
import { AuditCard } from './audit-card.tsx'
import { ConsentCard } from './consent-card.tsx'
import { EraseCard, type Proving } from './erase-card.tsx'
import { GrantsCard } from './grants-card.tsx'
import { words } from './words.ts'

/** What is kept, who sees it, and how it goes. `exports` and `proving` come from the route: other features own them. */
export function PrivacyScreen({ exports, proving }: { readonly exports: ReactNode; readonly proving: Proving }) {
  return (
    <Page title={words.title}>
      <GrantsCard />
      <ConsentCard />
      <Card title={words.copy}>{exports}</Card>
      <AuditCard />
      <EraseCard proving={proving} />
    </Page>
  )
}

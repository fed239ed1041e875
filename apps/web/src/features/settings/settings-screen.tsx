import { Link } from '../../lib/router.tsx'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSession } from '../../lib/session.ts'
import { Card } from '../../ui/card.tsx'
import { Page } from '../../ui/page.tsx'
import { AccountSettings } from './account-settings.tsx'
import { ExportButtons } from './export-buttons.tsx'
import { LookSettings } from './look-settings.tsx'
import { PictureSettings } from './picture-settings.tsx'
import { TrainingSettings } from './training-settings.tsx'
import { words } from './words.ts'

/** `signOut` comes from the route: leaving must first look at what has not been synced. */
export function SettingsScreen({
  rest,
  pains,
  signOut,
}: {
  readonly rest?: ReactNode
  readonly pains?: ReactNode
  readonly signOut?: ReactNode
}) {
  const { account } = useSession()
  const isTrainer = account !== undefined && account.role !== 'athlete'
  const isAdmin = account?.role === 'admin' || account?.role === 'super_admin'
  return (
    <Page title={words.title}>
      <TrainingSettings />
      {rest}
      {pains}
      <Card title={words.gym}>
        <p className="mb-2 text-note text-soft">{words.gymText}</p>
        <Link to="/gyms" className="flex min-h-12 items-center justify-between">
          {words.gyms}
          <ChevronRight aria-hidden size={18} className="text-soft" />
        </Link>
      </Card>
      <LookSettings />
      <Card title={words.data}>
        <Link to="/import" className="flex min-h-12 items-center justify-between">
          {words.importHistory}
          <ChevronRight aria-hidden size={18} className="text-soft" />
        </Link>
        <ExportButtons />
      </Card>
      <PictureSettings />
      <AccountSettings />
      <Card>
        <Link to="/privacy" className="flex min-h-12 items-center justify-between">
          {words.privacy}
          <ChevronRight aria-hidden size={18} className="text-soft" />
        </Link>
        {isTrainer && (
          <Link to="/athletes" className="flex min-h-12 items-center justify-between">
            {words.athletes}
            <ChevronRight aria-hidden size={18} className="text-soft" />
          </Link>
        )}
      </Card>
      {isAdmin && (
        <Card title={words.server}>
          <Link to="/accounts" className="flex min-h-12 items-center justify-between">
            {words.accounts}
            <ChevronRight aria-hidden size={18} className="text-soft" />
          </Link>
          <Link to="/audit" className="flex min-h-12 items-center justify-between">
            {words.auditLog}
            <ChevronRight aria-hidden size={18} className="text-soft" />
          </Link>
          <Link to="/doctor" className="flex min-h-12 items-center justify-between">
            {words.doctor}
            <ChevronRight aria-hidden size={18} className="text-soft" />
          </Link>
        </Card>
      )}
      {signOut}
    </Page>
  )
}

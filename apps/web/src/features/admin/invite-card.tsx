import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { CodeLine } from '../../lib/code-line.tsx'
import { dateText } from '../../lib/dates.ts'
import { SubmitForm } from '../../lib/submit-form.tsx'
import { Card } from '../../ui/card.tsx'
import { words } from './words.ts'

/** A code with which one more account is opened. */
export function InviteCard() {
  const [invite, setInvite] = useState<{ readonly code: string; readonly expiresAt: string }>()
  return (
    <Card title={words.invite}>
      <SubmitForm submit={words.inviteMake} act={async () => setInvite(await call('POST /v1/auth/invites', {}))}>
        <p className="text-note text-soft">{words.inviteText}</p>
      </SubmitForm>
      {invite !== undefined && (
        <>
          <CodeLine label={words.inviteCode} code={invite.code} />
          <p className="mt-1 text-note text-soft">{words.inviteUntil(dateText(Date.parse(invite.expiresAt)))}</p>
        </>
      )}
    </Card>
  )
}

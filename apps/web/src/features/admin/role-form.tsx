import type { Account } from '@gymgenius/contracts'
import { type ComponentType, type ReactNode, useState } from 'react'
import { roleNames } from '../../lib/act-words.ts'
import { call } from '../../lib/api.ts'
import { SubmitForm } from '../../lib/submit-form.tsx'
import { Choice } from '../../ui/field.tsx'
import { words } from './words.ts'

type Proved = (act: () => Promise<void>) => () => Promise<void>

/** Around what the server may not do before somebody showed again who they are. */
export type Proving = ComponentType<{ readonly children: (proved: Proved) => ReactNode }>

export function RoleForm({
  account: { id, role: from },
  roles,
  proved,
  onChanged,
}: {
  readonly account: Account
  readonly roles: readonly Account['role'][]
  readonly proved: Proved
  readonly onChanged: (account: Account) => Promise<void>
}) {
  const [role, setRole] = useState(from)
  const change = async () => onChanged(await call('PATCH /v1/accounts/{id}', { params: { id }, body: { role } }))
  return (
    <SubmitForm submit={words.save} act={proved(change)} disabled={role === from}>
      <Choice label={words.role} value={role} options={roles.map((value) => ({ value, text: roleNames[value] }))} onChange={setRole} />
      <p className="text-note text-soft">{words.roleTexts[role]}</p>
    </SubmitForm>
  )
}

import type { Account } from '@gymgenius/contracts'
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { roleNames } from '../../lib/act-words.ts'
import { call } from '../../lib/api.ts'
import { dateText } from '../../lib/dates.ts'
import { useSession } from '../../lib/session.ts'
import { SubmitForm } from '../../lib/submit-form.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useToast } from '../../ui/toast.tsx'
import { AdminPage } from './admin-page.tsx'
import { InviteCard } from './invite-card.tsx'
import { type Proving, RoleForm } from './role-form.tsx'
import { rolesToGive } from './roles.ts'
import { words } from './words.ts'

const KEY = ['accounts']

/** Who has an account on this server. Nothing of it is kept on the phone. `Proved` comes from the route: another feature owns it. */
export function AccountsScreen({ Proved }: { readonly Proved: Proving }) {
  const { account: me } = useSession()
  const queries = useQueryClient()
  const toast = useToast()
  const [part, setPart] = useState('')
  const [changing, setChanging] = useState<Account>()
  const accounts = useInfiniteQuery({
    queryKey: [...KEY, part],
    queryFn: ({ pageParam }) =>
      call('GET /v1/accounts', { query: { limit: '20', ...(part !== '' && { q: part }), ...(pageParam !== '' && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const found = accounts.data?.pages.flatMap(({ items }) => items)

  async function changed({ email, role }: Account) {
    setChanging(undefined)
    toast({ text: words.changed(email, roleNames[role]) })
    await queries.invalidateQueries({ queryKey: KEY })
  }

  async function endAll({ id, email }: Account) {
    await call('DELETE /v1/accounts/{id}/sessions', { params: { id } })
    setChanging(undefined)
    toast({ text: words.ended(email) })
  }

  return (
    <AdminPage title={words.accounts} error={accounts.error}>
      <Card>
        <Field
          label={words.find}
          type="search"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
          value={part}
          onChange={(event) => setPart(event.target.value)}
        />
        {accounts.isPending && <Skeleton lines={4} />}
        {found?.length === 0 && <p className="mt-3 text-note text-soft">{words.nobody}</p>}
        <ul className="mt-2 divide-y divide-line">
          {found?.map((account) => (
            <AccountRow key={account.id} account={account} me={me} onChange={() => setChanging(account)} />
          ))}
        </ul>
        {accounts.hasNextPage && (
          <Button className="mt-2 w-full" busy={accounts.isFetchingNextPage} onClick={() => void accounts.fetchNextPage()}>
            {words.more}
          </Button>
        )}
      </Card>
      {found !== undefined && <InviteCard />}
      <Sheet title={changing?.email ?? ''} open={changing !== undefined} onClose={() => setChanging(undefined)}>
        {changing !== undefined && me !== undefined && (
          <Proved>
            {(proved) => (
              <div className="flex flex-col gap-8">
                <RoleForm account={changing} roles={rolesToGive(me, changing)} proved={proved} onChanged={changed} />
                <SubmitForm submit={words.endAll} act={proved(() => endAll(changing))}>
                  <p className="text-note text-soft">{words.endAllText}</p>
                </SubmitForm>
              </div>
            )}
          </Proved>
        )}
      </Sheet>
    </AdminPage>
  )
}

function AccountRow({
  account,
  me,
  onChange,
}: {
  readonly account: Account
  readonly me: Account | undefined
  readonly onChange: () => void
}) {
  const { email, role, createdAt } = account
  const isMe = account.id === me?.id
  return (
    <li className="flex min-h-14 items-center justify-between gap-3 py-2">
      <span className="min-w-0">
        <span className="block break-words">{email}</span>
        <span className="block text-note text-soft">
          {[roleNames[role], words.since(dateText(Date.parse(createdAt))), isMe ? words.you : undefined]
            .filter((text) => text !== undefined)
            .join(' · ')}
        </span>
      </span>
      {me !== undefined && rolesToGive(me, account).length > 0 && (
        <Button className="shrink-0" aria-label={words.changeRole(email)} onClick={onChange}>
          {words.change}
        </Button>
      )}
    </li>
  )
}

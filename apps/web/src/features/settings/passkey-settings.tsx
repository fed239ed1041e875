import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Api } from '@gymgenius/contracts'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { dayText } from '../../lib/dates.ts'
import { canUsePasskeys, isCancelled, makePasskey } from '../../lib/passkeys.ts'
import { SubmitForm } from '../../lib/submit-form.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { passkeyWords as words } from './passkey-words.ts'
import { Proved } from './proved.tsx'

const KEY = ['passkeys']
type Passkey = Api['GET /v1/auth/passkeys']['reply']['items'][number]

export function PasskeySettings() {
  const [open, setOpen] = useState(false)
  const state = useQuery({ queryKey: KEY, queryFn: () => call('GET /v1/auth/passkeys', {}) })
  if (state.data === undefined || (!canUsePasskeys() && state.data.items.length === 0)) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.count(state.data.items.length)}</Button>
      <Sheet title={words.title} open={open} onClose={() => setOpen(false)}>
        <Passkeys passkeys={state.data.items} now={state.dataUpdatedAt} />
      </Sheet>
    </>
  )
}

function Passkeys({ passkeys, now }: { readonly passkeys: readonly Passkey[]; readonly now: number }) {
  const [chosen, setChosen] = useState<Passkey>()
  if (chosen !== undefined) return <OnePasskey passkey={chosen} onDone={() => setChosen(undefined)} />
  return (
    <div className="flex flex-col gap-4">
      <p>{words.why}</p>
      <ul className="divide-y divide-line">
        {passkeys.map((passkey) => (
          <li key={passkey.id} className="flex min-h-14 items-center justify-between gap-3 py-1">
            <span className="min-w-0">
              <span className="block truncate">{passkey.name}</span>
              <span className="block text-note text-soft">
                {passkey.lastUsedAt === undefined ? words.neverUsed : words.lastUsed(dayText(Date.parse(passkey.lastUsedAt), now))}
              </span>
            </span>
            <Button onClick={() => setChosen(passkey)}>{words.change}</Button>
          </li>
        ))}
      </ul>
      {canUsePasskeys() && <NewPasskey />}
    </div>
  )
}

function NewPasskey() {
  const queries = useQueryClient()
  const [name, setName] = useState('')
  async function add() {
    try {
      await makePasskey(name)
    } catch (error) {
      if (!isCancelled(error)) throw error
      return
    }
    setName('')
    await queries.invalidateQueries({ queryKey: KEY })
  }
  return (
    <Proved>
      {(proved) => (
        <SubmitForm submit={words.add} act={proved(add)}>
          <Field
            label={words.name}
            name="name"
            hint={words.nameHint}
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </SubmitForm>
      )}
    </Proved>
  )
}

function OnePasskey({ passkey, onDone }: { readonly passkey: Passkey; readonly onDone: () => void }) {
  const queries = useQueryClient()
  const [name, setName] = useState(passkey.name)
  const params = { id: passkey.id }

  const afterwards = (act: () => Promise<unknown>) => async () => {
    await act()
    await queries.invalidateQueries({ queryKey: KEY })
    onDone()
  }
  return (
    <Proved>
      {(proved) => (
        <div className="flex flex-col gap-4">
          <SubmitForm submit={words.rename} act={afterwards(() => call('PATCH /v1/auth/passkeys/{id}', { params, body: { name } }))}>
            <Field label={words.name} name="name" required maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
          </SubmitForm>
          <SubmitForm submit={words.remove} act={proved(afterwards(() => call('DELETE /v1/auth/passkeys/{id}', { params })))} />
          <Button look="quiet" onClick={onDone}>
            {words.back}
          </Button>
        </div>
      )}
    </Proved>
  )
}

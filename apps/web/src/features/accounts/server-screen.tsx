import { useState } from 'react'
import { findServer, type ServerFault } from '../../lib/phone/find-server.ts'
import { keepServer } from '../../lib/phone/phone-store.ts'
import { serverAddress } from '../../lib/server.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { serverWords as words } from './server-words.ts'
import { Welcome } from './welcome.tsx'

/** The same in every language. */
const EXAMPLE = 'gym.example.com'

/** The first screen of the phone app: it belongs to no server until the lifter names theirs. */
export function ServerScreen() {
  const [typed, setTyped] = useState(serverAddress() ?? '')
  const [fault, setFault] = useState<ServerFault>()
  const [isBusy, setBusy] = useState(false)

  async function look() {
    setBusy(true)
    setFault(undefined)
    const found = await findServer(typed)
    if (typeof found === 'object') {
      await keepServer(found.address)
      location.assign('/sign-in') // everything that spoke to the last server begins again
      return
    }
    setFault(found)
    setBusy(false)
  }

  return (
    <Welcome>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void look()
        }}
      >
        <Field
          label={words.address}
          hint={words.hint}
          required
          type="text"
          inputMode="url"
          autoComplete="url"
          autoCapitalize="none"
          spellCheck={false}
          placeholder={EXAMPLE}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {fault !== undefined && <Notice tone="danger">{words.faults[fault]}</Notice>}
        <Button type="submit" look="primary" big busy={isBusy}>
          {words.go}
        </Button>
      </form>
    </Welcome>
  )
}

import { useQuery } from '@tanstack/react-query'
import type { Api } from '@gymgenius/contracts'
import { call } from '../../lib/api.ts'
import { canUseProviders, leaveFor, serverQuery } from '../../lib/providers.ts'
import { SubmitForm } from '../../lib/submit-form.tsx'
import { providerWords as words } from './provider-words.ts'

/** Shows who this is by a provider that is linked with the account; the browser comes back to this page. */
export function ProviderProof({
  links,
  isOnly,
  code,
}: {
  readonly links: Api['GET /v1/auth/providers/links']['reply']['items']
  /** There is no password that it could stand in for. */
  readonly isOnly: boolean
  /** Where a second factor is on. */
  readonly code: string | undefined
}) {
  const server = useQuery(serverQuery)
  if (!canUseProviders()) return null
  const linked = (server.data?.providers ?? []).filter(({ id }) => links.some((link) => link.provider === id))

  const leave = (provider: string) => async () => {
    const body = { provider, ...(code !== undefined && { code }) }
    leaveFor((await call('POST /v1/auth/step-up/provider/begin', { body })).address, 'prove')
  }
  return linked.map(({ id, name }) => <SubmitForm key={id} submit={isOnly ? words.proveHere(name) : words.prove(name)} act={leave(id)} />)
}

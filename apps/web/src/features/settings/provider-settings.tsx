import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Api } from '@gymgenius/contracts'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { dayText } from '../../lib/dates.ts'
import { canUseProviders, leaveFor, providerLinksQuery, serverQuery } from '../../lib/providers.ts'
import { SubmitForm } from '../../lib/submit-form.tsx'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Proved } from './proved.tsx'
import { providerWords as words } from './provider-words.ts'

type Link = Api['GET /v1/auth/providers/links']['reply']['items'][number]
type Provider = Api['GET /v1/server']['reply']['providers'][number]

/** Which sign-ins elsewhere open this account; nothing where the server asks no provider and none is linked. */
export function ProviderSettings() {
  const [open, setOpen] = useState(false)
  const links = useQuery(providerLinksQuery)
  const server = useQuery(serverQuery)
  if (links.data === undefined || server.data === undefined || !canUseProviders()) return null
  const { items } = links.data
  if (items.length === 0 && server.data.providers.length === 0) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.count(items.length)}</Button>
      <Sheet title={words.title} open={open} onClose={() => setOpen(false)}>
        <Proved>
          {(proved) => (
            <div className="flex flex-col gap-4">
              <p>{words.why}</p>
              {items.map((link) => (
                <Linked
                  key={link.id}
                  link={link}
                  name={server.data.providers.find(({ id }) => id === link.provider)?.name}
                  now={links.dataUpdatedAt}
                  proved={proved}
                />
              ))}
              {server.data.providers
                .filter(({ id }) => !items.some((link) => link.provider === id))
                .map((provider) => (
                  <NotLinked key={provider.id} provider={provider} proved={proved} />
                ))}
            </div>
          )}
        </Proved>
      </Sheet>
    </>
  )
}

type ProvedAct = (act: () => Promise<void>) => () => Promise<void>

function Linked({
  link,
  name,
  now,
  proved,
}: {
  readonly link: Link
  readonly name: string | undefined
  readonly now: number
  readonly proved: ProvedAct
}) {
  const queries = useQueryClient()
  async function unlink() {
    await call('DELETE /v1/auth/providers/links/{id}', { params: { id: link.id } })
    await queries.invalidateQueries({ queryKey: providerLinksQuery.queryKey })
  }
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-medium wrap-anywhere">{name ?? link.issuer}</h3>
      <p className="text-note text-soft">
        {link.lastUsedAt === undefined ? words.neverUsed : words.lastUsed(dayText(Date.parse(link.lastUsedAt), now))}
      </p>
      {name === undefined && <p className="text-note text-soft">{words.notAsked}</p>}
      <SubmitForm submit={words.unlink} act={proved(unlink)} />
    </section>
  )
}

function NotLinked({ provider, proved }: { readonly provider: Provider; readonly proved: ProvedAct }) {
  async function leave() {
    const { address } = await call('POST /v1/auth/providers/links/begin', { body: { provider: provider.id } })
    leaveFor(address, 'link')
  }
  return <SubmitForm submit={words.link(provider.name)} act={proved(leave)} />
}

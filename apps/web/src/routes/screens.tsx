import { Suspense, useEffect } from 'react'
import { openLogbook } from '../lib/logbook.ts'
import { findPath, FoundProvider, navigate, useAddress, type Path } from '../lib/router.tsx'
import { serverAddress } from '../lib/server.ts'
import { currentSession, useSession } from '../lib/session.ts'
import { NotFound } from './not-found.tsx'
import { paths, routes } from './routes.tsx'
import { ScreenFault } from './screen-fault.tsx'
import { Shell } from './shell.tsx'

/** The screen of the address, in the shell for someone signed in. A phone that was signed in once stays so without a network. */
export function Screens() {
  const address = useAddress()
  const { account } = useSession()
  const found = findPath(paths, address)
  const route = found === undefined || found.path === '/' ? undefined : routes[found.path]
  const detour = detourOf(address, route?.isPublic === true || route === undefined, account !== undefined)

  // Going elsewhere changes the browser's history: an act, not a picture.
  useEffect(() => {
    if (detour !== undefined) void navigate({ to: detour, replace: true } as { to: '/today'; replace: true })
  }, [detour])

  if (detour !== undefined) return null
  if (found === undefined || route === undefined) return <NotFound />
  const { Screen } = route
  const screen = (
    <ScreenFault key={address}>
      <Suspense>
        <Screen />
      </Suspense>
    </ScreenFault>
  )
  if (account !== undefined) openLogbook(account.id)
  return <FoundProvider found={found}>{route.isPublic === true ? screen : <Shell address={address}>{screen}</Shell>}</FoundProvider>
}

/** What takes longer to read is shown when it is there. */
const MOST_MS = 1000

/** Fetches the screen of the address and what it shows, so that the first frame is whole. Where that cannot be, the screen will say so. */
export async function loadFirstScreen() {
  const address = location.pathname
  const found = findPath(paths, address)
  if (found === undefined || found.path === '/') return
  const route = routes[found.path]
  const { account } = currentSession()
  if (detourOf(address, route.isPublic === true, account !== undefined) !== undefined) return
  if (account !== undefined) openLogbook(account.id)
  const ready = route.load().then(() => route.readAhead?.(found.params))
  const late = new Promise((resolve) => setTimeout(resolve, MOST_MS))
  await Promise.race([late, ready.catch(() => undefined)])
}

function detourOf(address: string, isPublic: boolean, isSignedIn: boolean): Path | undefined {
  const server = serverAddress()
  const asksServer = address === '/server'
  if (server === '') return asksServer ? undefined : '/server' // the phone app does not know its server yet
  if (asksServer && (server === undefined || isSignedIn)) return isSignedIn ? '/today' : '/sign-in'
  if (address === '/') return isSignedIn ? '/today' : '/sign-in'
  return isPublic || isSignedIn ? undefined : '/sign-in'
}

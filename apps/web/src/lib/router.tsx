import { createContext, startTransition, use, useEffect, useState, type AnchorHTMLAttributes, type MouseEvent, type ReactNode } from 'react'
import { addressOf, type Found, type ParamsOf, type Path, type Place } from './paths.ts'

export { findPath, type Path } from './paths.ts'

const listeners = new Set<() => void>()
let isBack = false
/** Whether the address now is one that was gone back to. */
export const cameBack = () => isBack
function tell(back: boolean) {
  isBack = back
  for (const listener of listeners) listener()
}
addEventListener('popstate', () => tell(true))

export async function navigate<P extends Path>(place: Place<P> & { readonly replace?: boolean }) {
  const address = addressOf(place)
  if (place.replace === true) history.replaceState(location.pathname, '', address) // what gave way is what a sign-in comes back to
  else if (address !== location.pathname) history.pushState(null, '', address)
  tell(false)
}

export const useNavigate = () => navigate

/** The address on the screen. The old screen stays until the new one has arrived, so nothing blinks. */
export function useAddress(): string {
  const [address, setAddress] = useState(location.pathname)

  // The browser's history is outside of React.
  useEffect(() => {
    const listener = () => startTransition(() => setAddress(location.pathname))
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [])

  return address
}

const FoundContext = createContext<Found>({ path: '/', params: {} })
export const FoundProvider = ({ found, children }: { readonly found: Found; readonly children: ReactNode }) => (
  <FoundContext value={found}>{children}</FoundContext>
)

/** The parameters of the screen's own path. */
export function useParams<P extends Path>({ from }: { readonly from: P }): ParamsOf<P> {
  const { path, params } = use(FoundContext)
  if (path !== from) throw new Error(`This is ${path}, not ${from}`)
  return params as ParamsOf<P>
}

/** Fetches a screen before it is pressed; the table of routes says how. */
let prepare: (path: Path) => void = () => undefined
export const preparedBy = (how: typeof prepare) => {
  prepare = how
}

type LinkProps<P extends Path> = Place<P> & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>

export function Link<P extends Path>({ to, params, onClick, children, ...rest }: LinkProps<P>) {
  const { path } = use(FoundContext)
  const place = { to, params } as Place<P>

  function go(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event)
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (event.defaultPrevented || !isPlain) return
    event.preventDefault()
    void navigate(place as Place<P> & { readonly replace?: boolean })
  }
  return (
    <a
      {...rest}
      href={addressOf(place)}
      aria-current={path === to ? 'page' : undefined}
      onClick={go}
      onPointerEnter={() => prepare(to)}
      onTouchStart={() => prepare(to)}
    >
      {children}
    </a>
  )
}

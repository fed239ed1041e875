import { createContext, startTransition, use, useEffect, useState, type AnchorHTMLAttributes, type MouseEvent, type ReactNode } from 'react'
import { addressOf, type Found, type ParamsOf, type Path, type Place } from './paths.ts'

export { findPath, type Path } from './paths.ts'

type Listener = (address: string, isBack: boolean) => void
const listeners = new Set<Listener>()
const tell = (isBack: boolean) => listeners.forEach((listener) => listener(location.pathname, isBack))
addEventListener('popstate', () => tell(true))

export async function navigate<P extends Path>(place: Place<P> & { readonly replace?: boolean }) {
  const address = addressOf(place)
  if (place.replace === true) history.replaceState(null, '', address)
  else if (address !== location.pathname) history.pushState(null, '', address)
  tell(false)
}

export const useNavigate = () => navigate

/** The address on the screen. The old screen stays until the new one has arrived, so nothing blinks. */
export function useAddress(): { readonly address: string; readonly isBack: boolean } {
  const [now, setNow] = useState({ address: location.pathname, isBack: false })

  // The browser's history is outside of React.
  useEffect(() => {
    const listener: Listener = (address, isBack) => startTransition(() => setNow({ address, isBack }))
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [])

  return now
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

type LinkProps<P extends Path> = Place<P> &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
    /** Added where the link leads to the screen that is open, or to one above it. */
    readonly activeClassName?: string
  }

export function Link<P extends Path>({ to, params, activeClassName, className, onClick, children, ...rest }: LinkProps<P>) {
  const { path } = use(FoundContext)
  const isHere = path === to
  const isActive = isHere || path.startsWith(`${to}/`)
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
      className={isActive && activeClassName !== undefined ? `${className ?? ''} ${activeClassName}` : className}
      aria-current={isHere ? 'page' : undefined}
      onClick={go}
      onPointerEnter={() => prepare(to)}
      onTouchStart={() => prepare(to)}
    >
      {children}
    </a>
  )
}

import { BookOpen, ChartLine, Dumbbell, History, ListChecks, Settings } from 'lucide-react'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { RestAlarmBell } from '../features/logging/rest-alarm-bell.tsx'
import { Notices } from '../features/sync/notices.tsx'
import { classes } from '../ui/classes.ts'
import { cameBack, Link } from '../lib/router.tsx'
import { words } from './words.ts'

/** The six places, and the addresses of what is reached from one of them without bearing its name. */
const places = [
  { to: '/today', text: words.today, Icon: Dumbbell, holds: [] },
  { to: '/history', text: words.history, Icon: History, holds: [] },
  { to: '/progress', text: words.progress, Icon: ChartLine, holds: [] },
  { to: '/library', text: words.library, Icon: BookOpen, holds: [] },
  { to: '/routines', text: words.routines, Icon: ListChecks, holds: ['/programs', '/goals'] },
  {
    to: '/settings',
    text: words.settings,
    Icon: Settings,
    holds: ['/gyms', '/import', '/body-weight', '/privacy', '/athletes', '/accounts', '/audit', '/doctor'],
  },
] as const

const isWithin = (address: string, start: string) => address === start || address.startsWith(`${start}/`)

/** How far down each address was read, to come back to. */
const scrolled = new Map<string, number>()

/** The address that is on the screen; at first the one the browser opened, which is read from its top anyway. */
let shown = location.pathname

/** Keys and screen readers go on where the new screen begins: at its heading, once that is there. */
function focusOn(main: HTMLElement) {
  const heading = main.querySelector('h1')
  if (heading !== null) heading.tabIndex = -1
  ;(heading ?? main).focus({ preventScroll: true })
}

/** The frame of every screen: the screen itself, and the six places under the thumb (at the left where it is wide). */
export function Shell({ address, children }: { readonly address: string; readonly children: ReactNode }) {
  const main = useRef<HTMLElement>(null)

  // A new screen begins at its top; going back comes to where it was left.
  useLayoutEffect(() => {
    const element = main.current
    if (element === null) return
    element.scrollTop = cameBack() ? (scrolled.get(address) ?? 0) : 0
    if (shown !== address && !element.contains(document.activeElement)) focusOn(element)
    shown = address
  }, [address])

  return (
    <div className="flex h-dvh flex-col overflow-hidden md:flex-row-reverse print:block print:h-auto print:overflow-visible">
      <main
        ref={main}
        tabIndex={-1}
        onScroll={(event) => scrolled.set(address, event.currentTarget.scrollTop)}
        className="outline-none flex min-h-0 flex-1 flex-col overflow-y-auto print:block print:overflow-visible"
      >
        <div className="contents print:hidden">
          <Notices />
        </div>
        {children}
      </main>
      <RestAlarmBell />
      <nav
        aria-label={words.places}
        className={classes(
          'shrink-0 print:hidden! border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:border-t-0 md:overflow-y-auto md:border-r md:pt-4 short:pt-0!',
          address.startsWith('/workout/') && 'hidden md:block', // one screen, one act: the way back is in its bar
        )}
      >
        <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(3.75rem,33%),1fr))] md:flex md:flex-col md:gap-2 md:px-2 short:gap-0!">
          {places.map(({ to, text, Icon, holds }) => (
            <li key={to}>
              <Link
                to={to}
                className={classes(
                  'flex min-h-14 flex-col items-center justify-center gap-0.5 rounded-card text-small tracking-tight text-soft md:px-3 md:py-2',
                  [to, ...holds].some((start) => isWithin(address, start)) && 'font-semibold text-accent!',
                )}
              >
                <Icon aria-hidden size={22} />
                {text}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}

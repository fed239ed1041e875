import { BookOpen, ChartLine, Dumbbell, History, ListChecks, Settings } from 'lucide-react'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { RestAlarmBell } from '../features/logging/rest-alarm-bell.tsx'
import { Notices } from '../features/sync/notices.tsx'
import { classes } from '../ui/classes.ts'
import { Link } from '../lib/router.tsx'
import { words } from './words.ts'

const places = [
  { to: '/today', text: words.today, Icon: Dumbbell },
  { to: '/history', text: words.history, Icon: History },
  { to: '/progress', text: words.progress, Icon: ChartLine },
  { to: '/library', text: words.library, Icon: BookOpen },
  { to: '/routines', text: words.routines, Icon: ListChecks },
  { to: '/settings', text: words.settings, Icon: Settings },
] as const

/** How far down each address was read, to come back to. */
const scrolled = new Map<string, number>()

/** The frame of every screen: the screen itself, and the six places under the thumb (at the left where it is wide). */
export function Shell({ address, isBack, children }: { readonly address: string; readonly isBack: boolean; readonly children: ReactNode }) {
  const main = useRef<HTMLElement>(null)

  // A new screen begins at its top; going back comes to where it was left.
  useLayoutEffect(() => {
    const element = main.current
    if (element === null) return
    element.scrollTop = isBack ? (scrolled.get(address) ?? 0) : 0
    return () => void scrolled.set(address, element.scrollTop)
  }, [address, isBack])

  return (
    <div className="flex h-dvh flex-col overflow-hidden md:flex-row-reverse">
      <main ref={main} className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        <Notices />
        {children}
      </main>
      <RestAlarmBell />
      <nav
        aria-label={words.places}
        className={classes(
          'shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:border-t-0 md:border-r md:pt-4',
          address.startsWith('/workout/') && 'hidden md:block', // one screen, one act: the way back is in its bar
        )}
      >
        <ul className="flex md:flex-col md:gap-2 md:px-2">
          {places.map(({ to, text, Icon }) => (
            <li key={to} className="flex-1 md:flex-none">
              <Link
                to={to}
                className="flex min-h-14 flex-col items-center justify-center gap-0.5 rounded-card text-small tracking-tight text-soft md:px-3 md:py-2"
                activeClassName="font-semibold text-accent!"
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

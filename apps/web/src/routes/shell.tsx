import { Link, Outlet } from '@tanstack/react-router'
import { Notices } from '../features/sync/notices.tsx'
import { ChartLine, Dumbbell, History, ListChecks, Settings } from 'lucide-react'

const places = [
  { to: '/today', text: 'Today', Icon: Dumbbell },
  { to: '/history', text: 'History', Icon: History },
  { to: '/progress', text: 'Progress', Icon: ChartLine },
  { to: '/routines', text: 'Routines', Icon: ListChecks },
  { to: '/settings', text: 'Settings', Icon: Settings },
] as const

/** The frame of every screen: the screen itself, and the five places under the thumb (at the left where it is wide). */
export function Shell() {
  return (
    <div className="flex h-dvh flex-col overflow-hidden md:flex-row-reverse">
      <main className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        <Notices />
        <Outlet />
      </main>
      <nav
        aria-label="Places"
        className="shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:border-t-0 md:border-r md:pt-4"
      >
        <ul className="flex md:flex-col md:gap-2 md:px-2">
          {places.map(({ to, text, Icon }) => (
            <li key={to} className="flex-1 md:flex-none">
              <Link
                to={to}
                className="flex min-h-14 flex-col items-center justify-center gap-0.5 rounded-card text-small text-soft md:px-3 md:py-2"
                activeProps={{ className: 'font-semibold text-accent!', 'aria-current': 'page' }}
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

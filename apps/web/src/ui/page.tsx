import type { ReactNode } from 'react'

/** A screen with its heading, and its one act kept in reach of the thumb. */
export function Page({
  title,
  aside,
  children,
  action,
}: {
  readonly title: string
  readonly aside?: ReactNode
  readonly children: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-1 flex-col px-4 pt-[max(0.75rem,env(safe-area-inset-top))]">
      <header className="flex min-h-12 items-center justify-between gap-2">
        <h1 className="text-large font-bold">{title}</h1>
        {aside}
      </header>
      <div className="flex flex-1 flex-col gap-4 py-3">{children}</div>
      {action !== undefined && <div className="sticky bottom-0 -mx-4 bg-ground px-4 pt-2 pb-3">{action}</div>}
    </div>
  )
}

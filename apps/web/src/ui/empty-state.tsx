import type { ReactNode } from 'react'

/** An empty screen is a beginning: what will be here, and the one act that fills it. */
export function EmptyState({
  title,
  children,
  action,
  picture,
  as: Heading = 'h2',
}: {
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
  readonly picture?: ReactNode
  /** `h1` where it is the whole screen. */
  readonly as?: 'h1' | 'h2'
}) {
  return (
    <div className="mx-auto flex w-full max-w-sm flex-col items-center gap-3 px-4 py-12 text-center">
      {picture !== undefined && <div className="text-soft">{picture}</div>}
      <Heading className="text-title font-semibold">{title}</Heading>
      {children !== undefined && <p className="text-soft">{children}</p>}
      {action !== undefined && <div className="mt-2 w-full">{action}</div>}
    </div>
  )
}

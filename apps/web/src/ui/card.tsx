import { useId, type ReactNode } from 'react'
import { classes } from './classes.ts'

export interface CardProps {
  readonly title?: ReactNode
  /** At the right of the title: a menu, a link. */
  readonly aside?: ReactNode
  readonly children?: ReactNode
  readonly className?: string
}

export function Card({ title, aside, children, className }: CardProps) {
  const heading = useId()
  return (
    <section
      {...(title !== undefined && { 'aria-labelledby': heading })}
      className={classes('rounded-card bg-surface p-4 shadow-card ring-1 ring-line', className)}
    >
      {title !== undefined && (
        <div className="mb-2 flex min-h-8 items-center justify-between gap-2">
          <h2 id={heading} className="text-body font-semibold">
            {title}
          </h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  )
}

import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { classes } from './classes.ts'

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: ButtonLook
  /** The one act of a screen: full width, 56 px, at the bottom. */
  readonly big?: boolean
  /** Shown while the act is under way; the button keeps its size and cannot be pressed twice. */
  readonly busy?: boolean
  readonly icon?: ReactNode
}

const looks: Record<ButtonLook, string> = {
  primary: 'bg-accent text-on-accent font-semibold active:brightness-90',
  secondary: 'bg-raised text-ink font-medium active:brightness-95',
  quiet: 'text-accent font-medium active:bg-raised',
  danger: 'bg-raised text-danger font-medium active:brightness-95',
}

export function Button({ look = 'secondary', big = false, busy = false, icon, className, children, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
      className={classes(
        'inline-flex items-center justify-center gap-2 rounded-card px-4 tabular disabled:opacity-55',
        big ? 'min-h-14 w-full text-title' : 'min-h-11 text-body',
        looks[look],
        className,
      )}
    >
      {icon}
      {children}
    </button>
  )
}

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** What a screen reader says, and what a pointer sees when it rests. */
  readonly label: string
  readonly children: ReactNode
}

/** A picture to press: 44 px square at least, and never without words for those who cannot see it. */
export function IconButton({ label, children, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={classes(
        'inline-flex size-11 shrink-0 items-center justify-center rounded-chip text-soft active:bg-raised disabled:opacity-45',
        className,
      )}
    >
      {children}
    </button>
  )
}

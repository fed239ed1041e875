import { X } from 'lucide-react'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { IconButton } from './button.tsx'
import { words } from './words.ts'

export interface SheetProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * A panel over the screen: from the bottom on a phone, in the middle on a wide screen.
 * The browser's own dialog keeps focus inside, closes on Escape and hides the rest from screen readers.
 */
export function Sheet({ title, open, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()

  // showModal is an act, not an attribute: it must follow the state.
  useEffect(() => {
    const element = dialog.current
    if (element === null) return
    const opener = document.activeElement
    if (open && !element.open) element.showModal()
    if (!open && element.open) element.close()
    // A panel that is taken away instead of closed leaves the focus nowhere; it belongs where it came from.
    return () => {
      if (open && !element.isConnected && document.activeElement === document.body && opener instanceof HTMLElement) opener.focus()
    }
  }, [open])

  // A press beside the panel closes it; the dialog itself is then the target.
  useEffect(() => {
    const element = dialog.current
    const closeBeside = (event: MouseEvent) => event.target === element && element?.close()
    element?.addEventListener('click', closeBeside)
    return () => element?.removeEventListener('click', closeBeside)
  }, [])

  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      // React hands the end of a panel inside this one up as if it were its own.
      onClose={(event) => event.target === event.currentTarget && onClose()}
      className="mx-auto mt-auto mb-0 max-h-[85dvh] w-full max-w-lg overflow-y-auto rounded-t-2xl bg-surface p-0 text-ink shadow-card backdrop:bg-black/55 open:animate-[rise_150ms_ease-out] sm:my-auto sm:rounded-2xl"
    >
      {open && (
        <div className="p-4 pb-[max(1rem,env(safe-area-inset-bottom))]">
          <div className="mb-3 flex items-center justify-between gap-2 left-hand:flex-row-reverse">
            <h2 id={heading} className="min-w-0 text-title font-semibold">
              {title}
            </h2>
            <IconButton label={words.close} onClick={onClose}>
              <X aria-hidden size={22} />
            </IconButton>
          </div>
          {children}
          <output data-said className="sr-only" />
        </div>
      )}
    </dialog>
  )
}

import { createContext, useContext, useState, type ReactNode } from 'react'
import { Button } from './button.tsx'

export interface ToastMessage {
  readonly text: string
  /** Usually the way back: "Undo". */
  readonly action?: { readonly text: string; readonly run: () => void }
}

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined)

/** Says one thing at the bottom of the screen for a few seconds. */
export const useToast = () => useContext(ToastContext)

const SHOWN_MS = 6000

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<{ readonly message: ToastMessage; readonly timer: ReturnType<typeof setTimeout> } | undefined>()
  const show = (message: ToastMessage) => {
    setShown((previous) => {
      if (previous !== undefined) clearTimeout(previous.timer)
      return { message, timer: setTimeout(() => setShown(undefined), SHOWN_MS) }
    })
  }
  return (
    <ToastContext value={show}>
      {children}
      <output className="pointer-events-none fixed inset-x-0 bottom-36 z-30 flex justify-center px-4">
        {shown !== undefined && (
          <div className="pointer-events-auto flex max-w-md items-center gap-2 rounded-card bg-ink px-4 py-2 text-note text-ground shadow-card">
            <span>{shown.message.text}</span>
            {shown.message.action !== undefined && (
              <Button
                look="quiet"
                className="text-ground underline"
                onClick={() => {
                  shown.message.action?.run()
                  setShown(undefined)
                }}
              >
                {shown.message.action.text}
              </Button>
            )}
          </div>
        )}
      </output>
    </ToastContext>
  )
}

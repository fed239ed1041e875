import { useState, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { faultText } from './api.ts'

/** A form that asks the server: busy while it does, and the reason in words when it says no. */
export function SubmitForm({
  submit,
  act,
  disabled = false,
  children,
}: {
  /** What the button says. */
  readonly submit: string
  readonly act: () => Promise<void>
  readonly disabled?: boolean
  readonly children: ReactNode
}) {
  const [fault, setFault] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function run() {
    setBusy(true)
    setFault(undefined)
    try {
      await act()
    } catch (error) {
      setFault(faultText(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void run()
      }}
    >
      {children}
      {fault !== undefined && <Notice tone="danger">{fault}</Notice>}
      <Button type="submit" look="primary" big busy={isBusy} disabled={disabled}>
        {submit}
      </Button>
    </form>
  )
}

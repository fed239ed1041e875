import { useRef, useState, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { FieldFaults } from '../ui/field-faults.ts'
import { Notice } from '../ui/notice.tsx'
import { formFaults, type FormFaults } from './form-faults.ts'

const NO_FAULTS: FormFaults = { atFields: {}, elsewhere: undefined }

/** A form that asks the server: busy while it does, and when it says no, the reason in words, at the field where it belongs to one. */
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
  readonly children?: ReactNode
}) {
  const form = useRef<HTMLFormElement>(null)
  const [faults, setFaults] = useState(NO_FAULTS)
  const [isBusy, setBusy] = useState(false)

  async function run() {
    setBusy(true)
    setFaults(NO_FAULTS)
    try {
      await act()
    } catch (error) {
      const found = formFaults(error, namesIn(form.current))
      setFaults(found)
      focusOn(form.current, Object.keys(found.atFields)[0])
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      ref={form}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void run()
      }}
    >
      <FieldFaults value={faults.atFields}>{children}</FieldFaults>
      {faults.elsewhere !== undefined && <Notice tone="danger">{faults.elsewhere}</Notice>}
      <Button type="submit" look="primary" big busy={isBusy} disabled={disabled}>
        {submit}
      </Button>
    </form>
  )
}

const namesIn = (form: HTMLFormElement | null) =>
  new Set(
    [...(form?.elements ?? [])].flatMap((element) => (element instanceof HTMLInputElement && element.name !== '' ? [element.name] : [])),
  )

/** Who cannot see the form hears of the fault by coming to it. */
function focusOn(form: HTMLFormElement | null, name: string | undefined) {
  const field = name === undefined ? undefined : form?.elements.namedItem(name)
  if (field instanceof HTMLElement) field.focus()
}

import { useId, type InputHTMLAttributes, type ReactNode, type Ref } from 'react'
import { classes } from './classes.ts'
import { useFieldFault } from './field-faults.ts'

interface Labelled {
  readonly label: string
  readonly hint?: ReactNode
  /** What is wrong with the value, in words. */
  readonly fault?: string | undefined
}

const control = 'min-h-12 w-full min-w-0 rounded-card border border-control bg-ground px-3 text-body text-ink placeholder:text-soft'

export interface FieldProps extends Labelled, InputHTMLAttributes<HTMLInputElement> {
  /** What acts on the value, in one line with it. */
  readonly action?: ReactNode
  readonly ref?: Ref<HTMLInputElement>
}

export function Field({ label, hint, fault: ownFault, className, action, ...rest }: FieldProps) {
  const id = useId()
  const told = useFieldFault(rest.name)
  const fault = ownFault ?? told
  const described = describedBy(id, hint, fault)
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-note font-medium">
        {label}
      </label>
      <div className="flex items-center gap-2">
        <input id={id} {...rest} {...described} aria-invalid={fault !== undefined || undefined} className={control} />
        {action}
      </div>
      <Notes id={id} hint={hint} fault={fault} />
    </div>
  )
}

export interface ChoiceProps<Value extends string | number> {
  readonly label: string
  /** Undefined: nothing chosen yet. */
  readonly value: Value | undefined
  readonly options: readonly { readonly value: Value; readonly text: string; readonly title?: string; readonly disabled?: boolean }[]
  readonly onChange: (value: Value) => void
  readonly hideLabel?: boolean
}

/** A row of chips of which one is chosen. */
export function Choice<Value extends string | number>({ label, value, options, onChange, hideLabel = false }: ChoiceProps<Value>) {
  const id = useId()
  return (
    <div>
      <div id={id} className={hideLabel ? 'sr-only' : 'mb-1 text-note font-medium'}>
        {label}
      </div>
      <div role="radiogroup" aria-labelledby={id} className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            title={option.title}
            className={classes(
              'relative inline-flex min-h-11 min-w-11 items-center justify-center rounded-chip px-3 text-body tabular select-none has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
              option.value === value ? 'bg-accent font-semibold text-on-accent' : 'bg-raised text-ink',
              option.disabled === true && 'line-through opacity-55',
            )}
          >
            <input
              type="radio"
              name={id}
              className="absolute inset-0 cursor-pointer opacity-0"
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            {option.text}
          </label>
        ))}
      </div>
    </div>
  )
}

export function Switch({
  label,
  hint,
  checked,
  onChange,
}: {
  readonly label: string
  readonly hint?: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}) {
  const id = useId()
  return (
    <div className="flex min-h-12 items-center justify-between gap-4">
      <label htmlFor={id}>
        <span className="block">{label}</span>
        {hint !== undefined && <span className="block text-note text-soft">{hint}</span>}
      </label>
      <input
        id={id}
        type="checkbox"
        role="switch"
        aria-checked={checked}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="relative h-7 w-12 shrink-0 cursor-pointer appearance-none rounded-chip bg-control transition-colors before:absolute before:top-1 before:left-1 before:size-5 before:rounded-chip before:bg-ground before:transition-transform checked:bg-accent checked:before:translate-x-5"
      />
    </div>
  )
}

function Notes({ id, hint, fault }: { readonly id: string; readonly hint?: ReactNode; readonly fault?: string | undefined }) {
  return (
    <>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1 text-note text-soft">
          {hint}
        </p>
      )}
      {fault !== undefined && (
        <p id={`${id}-fault`} className="mt-1 text-note text-danger">
          {fault}
        </p>
      )}
    </>
  )
}

function describedBy(id: string, hint: ReactNode, fault: string | undefined) {
  const ids = [hint !== undefined && `${id}-hint`, fault !== undefined && `${id}-fault`].filter((part) => part !== false)
  return ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {}
}

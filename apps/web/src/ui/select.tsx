import { useId } from 'react'

/** One of many, by the wheel or list of the phone itself. */
export function Select({
  label,
  hint,
  value,
  options,
  choose,
  onChange,
}: {
  readonly label: string
  readonly hint?: string
  /** '': nothing chosen yet; `choose` stands there then. */
  readonly value: string
  readonly options: readonly { readonly value: string; readonly text: string }[]
  readonly choose?: string
  readonly onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-note font-medium">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="min-h-12 w-full rounded-card border border-control bg-ground px-3 text-body text-ink"
      >
        {value === '' && choose !== undefined && <option value="">{choose}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1 text-note text-soft">
          {hint}
        </p>
      )}
    </div>
  )
}

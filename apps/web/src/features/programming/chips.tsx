import { classes } from '../../ui/classes.ts'

/** Chips of which several may be pressed. */
export function Chips<Value extends string | number>({
  label,
  hint,
  fault,
  options,
  chosen,
  most = Infinity,
  onToggle,
}: {
  readonly label: string
  readonly hint?: string
  readonly fault?: string | undefined
  readonly options: readonly { readonly value: Value; readonly text: string; readonly title?: string }[]
  readonly chosen: readonly Value[]
  /** No more than so many at once. */
  readonly most?: number
  readonly onToggle: (value: Value) => void
}) {
  return (
    <fieldset>
      <legend className="mb-1 text-note font-medium">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map(({ value, text, title }) => {
          const isChosen = chosen.includes(value)
          return (
            <button
              key={value}
              type="button"
              title={title}
              aria-pressed={isChosen}
              disabled={!isChosen && chosen.length >= most}
              onClick={() => onToggle(value)}
              className={classes(
                'min-h-11 min-w-11 rounded-chip px-3 disabled:opacity-55',
                isChosen ? 'bg-accent font-semibold text-on-accent' : 'bg-raised text-ink',
              )}
            >
              {text}
            </button>
          )
        })}
      </div>
      {hint !== undefined && <p className="mt-1 text-note text-soft">{hint}</p>}
      {fault !== undefined && (
        <p role="alert" className="mt-1 text-note text-danger">
          {fault}
        </p>
      )}
    </fieldset>
  )
}

import { Minus, Plus } from 'lucide-react'
import { useId, useState } from 'react'
import { classes } from './classes.ts'
import { words } from './words.ts'

export interface NumberStepperProps {
  readonly label: string
  /** As it stands in the input; '' when nothing was said. */
  readonly text: string
  readonly onText: (text: string) => void
  readonly onStep: (direction: 1 | -1) => void
  readonly unit?: string
  readonly decimal?: boolean
  readonly size?: 'load' | 'huge' | 'title'
  readonly placeholder?: string
  readonly fault?: string | undefined
  /** The keys that step it from anywhere on the screen: less, more. */
  readonly keys?: readonly [string, string]
}

/** A number with a minus and a plus. The field can be typed into; the buttons go to the next sensible value. */
export function NumberStepper({
  label,
  text,
  onText,
  onStep,
  unit,
  decimal = false,
  size = 'title',
  placeholder,
  fault,
  keys,
}: NumberStepperProps) {
  const id = useId()
  const [isFocused, setFocused] = useState(false)
  return (
    <div>
      <label htmlFor={id} className="block text-center text-small text-soft">
        {label}
        {unit !== undefined && <span> ({unit})</span>}
      </label>
      <div className="stepper flex items-center justify-center gap-1 left-hand:flex-row-reverse">
        <StepButton label={words.less(label)} hotkey={keys?.[0]} onClick={() => onStep(-1)}>
          <Minus aria-hidden size={22} />
        </StepButton>
        <input
          id={id}
          value={text}
          placeholder={placeholder}
          inputMode={decimal ? 'decimal' : 'numeric'}
          autoComplete="off"
          aria-invalid={fault !== undefined || undefined}
          aria-describedby={fault === undefined ? undefined : `${id}-fault`}
          onFocus={(event) => {
            setFocused(true)
            event.target.select()
          }}
          onBlur={() => setFocused(false)}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
            event.preventDefault()
            onStep(event.key === 'ArrowUp' ? 1 : -1)
          }}
          className={classes(
            'w-full min-w-0 rounded-lg bg-transparent outline-offset-0! text-center font-bold text-ink tabular placeholder:font-medium placeholder:text-soft',
            size === 'load' && 'text-load leading-none',
            size === 'huge' && 'text-huge leading-none',
            size === 'title' && 'min-h-11 text-title',
            isFocused && 'bg-ground',
          )}
        />
        <StepButton label={words.more(label)} hotkey={keys?.[1]} onClick={() => onStep(1)}>
          <Plus aria-hidden size={22} />
        </StepButton>
      </div>
      {fault !== undefined && (
        <p id={`${id}-fault`} className="text-center text-note text-danger">
          {fault}
        </p>
      )}
    </div>
  )
}

function StepButton({
  label,
  hotkey,
  onClick,
  children,
}: {
  readonly label: string
  readonly hotkey: string | undefined
  readonly onClick: () => void
  readonly children: React.ReactNode
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      data-key={hotkey}
      onClick={onClick}
      className="inline-flex size-12 shrink-0 items-center justify-center rounded-chip bg-raised text-ink active:brightness-90"
    >
      {children}
    </button>
  )
}

import type { EffortScale, Rir } from '@gymgenius/domain'
import { useId } from 'react'
import { classes } from './classes.ts'
import { isSameEffort, type Effort } from './effort.ts'
import { formatNumber } from './numbers.ts'
import { words } from './words.ts'

export interface EffortChipsProps {
  readonly scale: EffortScale
  readonly effort: Effort | undefined
  /** What the plan asks: where it asks for more than four in reserve, `4+` means that. */
  readonly plannedRir?: number | undefined
  /** True while nothing was said and the chip shown is the plan's: it looks like a guess. */
  readonly isPlanned: boolean
  readonly onChange: (effort: Effort | undefined) => void
}

const RPE = [6, 7, 7.5, 8, 8.5, 9, 9.5, 10]

/** How hard it was, on the scale the lifter chose. A second press takes it back: saying nothing is an answer too. */
export function EffortChips({ scale, effort, plannedRir, isPlanned, onChange }: EffortChipsProps) {
  const id = useId()
  const options: readonly { readonly effort: Effort; readonly text: string; readonly title?: string }[] = [
    ...(scale === 'rir'
      ? [0, 1, 2, 3, 4].map((rir) => ({
          effort: { rir: (rir === 4 ? Math.max(4, Math.round(plannedRir ?? 4)) : rir) as Rir },
          text: rir === 4 ? '4+' : String(rir),
          ...(rir === 0 && { title: words.rirHint }),
        }))
      : RPE.map((rpe) => ({ effort: { rpe }, text: formatNumber(rpe) }))),
    { effort: 'failure', text: words.failure, title: words.failureHint },
  ]
  return (
    <div>
      <p id={id} className="mb-1 text-center text-small text-soft">
        {scale === 'rir' ? words.rir : words.rpe}
      </p>
      <fieldset aria-labelledby={id} className="flex flex-wrap justify-center gap-2">
        {options.map((option) => {
          const isOn = isSameEffort(option.effort, effort, scale)
          return (
            <button
              key={option.text}
              type="button"
              title={option.title}
              data-key={scale === 'rir' && option.effort !== 'failure' ? option.text[0] : undefined}
              aria-pressed={isOn}
              aria-label={option.effort === 'failure' ? option.text : `${scale === 'rir' ? words.rir : words.rpe} ${option.text}`}
              onClick={() => onChange(isOn && !isPlanned ? undefined : option.effort)}
              className={classes(
                'min-h-11 min-w-11 rounded-chip px-2 text-body tabular',
                !isOn && 'bg-raised text-ink',
                isOn && (isPlanned ? 'border-2 border-dashed border-accent text-ink' : 'bg-accent font-semibold text-on-accent'),
              )}
            >
              {option.text}
            </button>
          )
        })}
      </fieldset>
    </div>
  )
}

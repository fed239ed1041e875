import { dateText } from '../../lib/dates.ts'
import { numberFormat } from '../../ui/formats.ts'
import { locale } from '../../ui/locale.ts'
import { amountText, type Goal } from './goal.ts'
import { words } from './words.ts'

/** A goal in two lines, with how far it is. */
export function GoalLine({ goal: { state, current, progress } }: { readonly goal: Goal }) {
  const { title, target, unit, by } = current
  const facts = [
    ...(state === 'open' ? [] : [words.states[state]]),
    ...(target === undefined ? [] : [amountText(target, unit)]),
    ...(by === undefined ? [] : [words.until(dateText(Date.parse(`${by}T12:00`)))]),
    ...(progress === undefined ? [] : [words.progress(numberFormat(locale(), { style: 'percent' }).format(progress))]),
  ]
  return (
    <>
      <span className="block font-medium">{title}</span>
      {facts.length > 0 && <span className="block text-note text-soft tabular">{facts.join(' · ')}</span>}
      {progress !== undefined && (
        <span aria-hidden className="mt-2 block h-2 rounded-chip bg-raised">
          <span className="block h-2 rounded-chip bg-accent" style={{ width: `${Math.round(progress * 100)}%` }} />
        </span>
      )}
    </>
  )
}

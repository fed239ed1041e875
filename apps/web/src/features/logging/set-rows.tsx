import type { PerformedSet } from '@gymgenius/contracts'
import { Check, ChevronDown, ChevronUp, CircleAlert, LoaderCircle } from 'lucide-react'
import type { Outcome } from '../../lib/view/schema.ts'
import { classes } from '../../ui/classes.ts'
import type { SetRow } from './rows.ts'
import { effortText, useSetText } from '../../ui/set-text.tsx'
import type { SetTarget } from './target.ts'
import { words } from './words.ts'

export interface SetRowsProps {
  readonly rows: readonly SetRow[]
  readonly currentKey: string | undefined
  readonly outcomes: Readonly<Record<string, Outcome>>
  readonly saving: ReadonlySet<string>
  readonly notSaved: ReadonlySet<string>
  readonly isPerSide: boolean
  readonly targetOf: (row: Extract<SetRow, { state: 'coming' }>) => SetTarget | undefined
  readonly previousOf: (row: SetRow) => PerformedSet | undefined
  readonly onDone: (set: PerformedSet) => void
  /** Behind the number of a set: what it is. */
  readonly onNumber: (row: SetRow) => void
}

/** The sets of one movement: done ones with how they went, coming ones with their target, each beside last time's. */
export function SetRows(props: SetRowsProps) {
  const setText = useSetText()
  return (
    <ol className="flex flex-col divide-y divide-line rounded-card bg-surface px-3 ring-1 ring-line">
      {props.rows.map((row) => {
        const previous = props.previousOf(row)
        return (
          <li key={row.key} className="flex items-center">
            <button
              type="button"
              aria-label={words.kindOf(row.label)}
              onClick={() => props.onNumber(row)}
              className={classes('-ml-2 flex size-11 shrink-0 items-center justify-center', row.label === 'W' && 'translate-x-2')}
            >
              <span
                className={classes(
                  'min-w-7 rounded-lg bg-raised px-1 text-center text-note font-semibold tabular',
                  row.key === props.currentKey ? 'text-accent' : 'text-soft',
                )}
              >
                {row.label}
              </span>
            </button>
            <button
              type="button"
              aria-current={row.key === props.currentKey ? 'step' : undefined}
              data-testid={row.state === 'done' ? 'set-done' : 'set-coming'}
              data-saved={row.state === 'done' ? !props.saving.has(row.set.id) && !props.notSaved.has(row.set.id) : undefined}
              onClick={() => (row.state === 'done' ? props.onDone(row.set) : props.onNumber(row))}
              className={classes(
                'flex min-h-11 min-w-0 flex-1 items-center gap-3 py-1 pl-2 text-left tabular active:bg-raised',
                row.label === 'W' && 'pl-4',
              )}
            >
              {row.state === 'done' ? (
                <DoneText set={row.set} isPerSide={props.isPerSide || row.set.kind === 'per_side'} />
              ) : (
                <ComingText target={props.targetOf(row)} />
              )}
              <span className="ml-auto shrink-0 text-small text-soft">{previous !== undefined && setText(previous)}</span>
              <span className="w-5 shrink-0">{row.state === 'done' && <Mark set={row.set} {...props} />}</span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}

function DoneText({ set, isPerSide }: { readonly set: PerformedSet; readonly isPerSide: boolean }) {
  const setText = useSetText()
  const effort = effortText(set)
  return (
    <span className="min-w-0 truncate font-medium">
      {setText({ ...set, isPerSide })}
      {effort !== undefined && <span className="ml-2 text-small font-normal text-soft">{effort}</span>}
      {set.note !== undefined && <span className="ml-2 text-small font-normal text-soft">{set.note}</span>}
    </span>
  )
}

function ComingText({ target }: { readonly target: SetTarget | undefined }) {
  const setText = useSetText()
  if (target === undefined) return null
  const range = target.repLow === target.repHigh ? String(target.repLow) : `${target.repLow}–${target.repHigh}`
  const text =
    target.seconds !== undefined || target.metres !== undefined
      ? setText({ loadKg: target.load, durationSeconds: target.seconds, distanceMeters: target.metres })
      : setText({ loadKg: target.load, reps: target.reps }).replace(/\d+( reps?)?$/, (_, unit?: string) => range + (unit ?? ''))
  return <span className="min-w-0 truncate text-soft">{text}</span>
}

const marks = {
  met: { Icon: Check, colour: 'text-done' },
  above: { Icon: ChevronUp, colour: 'text-done' },
  below: { Icon: ChevronDown, colour: 'text-caution' },
} as const

/** The shape says it as well as the colour. */
function Mark({
  set,
  saving,
  notSaved,
  outcomes,
}: { readonly set: PerformedSet } & Pick<SetRowsProps, 'saving' | 'notSaved' | 'outcomes'>) {
  if (notSaved.has(set.id)) return <CircleAlert aria-label={words.notSaved} size={20} className="text-danger" />
  if (saving.has(set.id)) return <LoaderCircle aria-label={words.saving} size={20} className="text-soft" />
  const outcome = outcomes[set.id] ?? 'met'
  const { Icon, colour } = marks[outcome]
  return <Icon aria-label={words.outcomes[outcome]} size={20} className={colour} />
}

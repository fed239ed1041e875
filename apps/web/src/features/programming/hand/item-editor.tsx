import type { Metres, ProgramItem, ProgramSet, Seconds } from '@gymgenius/domain'
import { ArrowDown, ArrowUp, Trash } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../../ui/button.tsx'
import { Choice, Field } from '../../../ui/field.tsx'
import { wholeIn } from '../../../ui/numbers.ts'
import { edgeText } from '../edge-text.ts'
import { useMovementName } from '../life/use-names.ts'
import { words as programWords } from '../words.ts'
import { withCount, withTarget, workingOf } from './day.ts'
import { handWords as words } from './words.ts'

const MOST = { sets: 20, reps: 100, seconds: 3600, metres: 50_000 } as const
const reserves = [0, 1, 2, 3, 4].map((value) => ({ value, text: String(value) }))

/** One movement: its sets are alike unless they were not, and then only what is touched becomes so. */
export function ItemEditor({
  item,
  onChange,
  onRemove,
  onUp,
  onDown,
}: {
  readonly item: ProgramItem
  readonly onChange: (item: ProgramItem) => void
  readonly onRemove: () => void
  readonly onUp?: () => void
  readonly onDown?: () => void
}) {
  const working = workingOf(item)
  const warmUps = item.sets.length - working.length
  /** What all working sets share. */
  const shared = (of: keyof ProgramSet) => {
    const value = working[0]?.[of]
    return typeof value === 'number' && working.every((set) => set[of] === value) ? value : undefined
  }
  const movement = useMovementName()(item.movement)
  const isDrill = working.length === 0
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center">
        <span className="min-w-0 flex-1 font-medium">{movement}</span>
        {onUp !== undefined && (
          <IconButton label={words.up(movement)} onClick={onUp}>
            <ArrowUp aria-hidden size={20} />
          </IconButton>
        )}
        {onDown !== undefined && (
          <IconButton label={words.down(movement)} onClick={onDown}>
            <ArrowDown aria-hidden size={20} />
          </IconButton>
        )}
        <IconButton label={words.remove(movement)} onClick={onRemove}>
          <Trash aria-hidden size={20} />
        </IconButton>
      </div>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(4.5rem,1fr))] items-end gap-2">
        {!isDrill && (
          <>
            <Whole
              label={words.sets}
              value={working.length}
              least={1}
              most={MOST.sets}
              onValue={(sets) => onChange(withCount(item, sets))}
            />
            <Amount item={item} shared={shared} onChange={onChange} />
          </>
        )}
        <Whole
          label={words.rest}
          value={item.restSeconds}
          least={0}
          most={MOST.seconds}
          onValue={(restSeconds) => onChange({ ...item, restSeconds })}
        />
      </div>
      {!isDrill &&
        working.every(({ durationSeconds, distanceMeters }) => durationSeconds === undefined && distanceMeters === undefined) && (
          <Choice label={words.rir} value={shared('rir')} options={reserves} onChange={(rir) => onChange(withTarget(item, { rir }))} />
        )}
      {warmUps > 0 && (
        <p className="text-note text-soft">{isDrill ? `${programWords.sets(warmUps)} × ${edgeText(item)}` : words.warmUps(warmUps)}</p>
      )}
    </div>
  )
}

/** How much each set is: repetitions, seconds or metres. */
function Amount({
  item,
  shared,
  onChange,
}: {
  readonly item: ProgramItem
  readonly shared: (of: keyof ProgramSet) => number | undefined
  readonly onChange: (item: ProgramItem) => void
}) {
  const [first] = workingOf(item)
  if (first?.durationSeconds !== undefined)
    return (
      <Whole
        label={words.seconds}
        value={shared('durationSeconds')}
        least={1}
        most={MOST.seconds}
        onValue={(seconds) => onChange(withTarget(item, { durationSeconds: seconds as Seconds }))}
      />
    )
  if (first?.distanceMeters !== undefined)
    return (
      <Whole
        label={words.metres}
        value={shared('distanceMeters')}
        least={1}
        most={MOST.metres}
        onValue={(metres) => onChange(withTarget(item, { distanceMeters: metres as Metres }))}
      />
    )
  return (
    <>
      <Whole
        label={words.from}
        value={shared('reps')}
        least={1}
        most={MOST.reps}
        onValue={(reps) => onChange(withTarget(item, { reps }))}
      />
      <Whole
        label={words.to}
        value={shared('repHigh')}
        least={1}
        most={MOST.reps}
        onValue={(repHigh) => onChange(withTarget(item, { repHigh }))}
      />
    </>
  )
}

/** A whole number. While it is being typed it may be none; left so, it is what it was. */
function Whole({
  label,
  value,
  least,
  most,
  onValue,
}: {
  readonly label: string
  readonly value: number | undefined
  readonly least: number
  readonly most: number
  readonly onValue: (value: number) => void
}) {
  const [typed, setTyped] = useState<string>()
  return (
    <Field
      label={label}
      inputMode="numeric"
      autoComplete="off"
      placeholder={words.differs}
      value={typed ?? (value === undefined ? '' : String(value))}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => {
        const number = typed === undefined ? undefined : wholeIn(typed, most)
        if (number !== undefined && number >= least) onValue(number)
        setTyped(undefined)
      }}
    />
  )
}

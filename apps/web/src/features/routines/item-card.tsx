import type { PlannedSet, RoutineItem } from '@gymgenius/contracts'
import type { Reps, Rir, Seconds } from '@gymgenius/domain'
import { ArrowDown, ArrowUp, Trash } from 'lucide-react'
import { IconButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Choice, Field } from '../../ui/field.tsx'
import { parseNumber } from '../../ui/numbers.ts'
import { words } from './words.ts'

const RIR_CHOICES = [0, 1, 2, 3, 4]
const MAX_SETS = 20

/** One movement of a routine. Its working sets share one target here; warm-ups and drops stay as they are. */
export function ItemCard({
  name,
  item,
  onChange,
  onRemove,
  onUp,
  onDown,
}: {
  readonly name: string
  readonly item: RoutineItem
  readonly onChange: (item: RoutineItem) => void
  readonly onRemove: () => void
  readonly onUp?: () => void
  readonly onDown?: () => void
}) {
  const working = item.sets.filter((set) => set.kind === 'working')
  const target: PlannedSet = working[0] ?? { kind: 'working' }
  const retarget = (changed: PlannedSet, count = working.length) =>
    onChange({ ...item, sets: [...item.sets.filter((set) => set.kind !== 'working'), ...Array.from({ length: count }, () => changed)] })

  return (
    <Card
      title={name}
      aside={
        <span className="flex">
          {onUp !== undefined && (
            <IconButton label={`${words.up}: ${name}`} onClick={onUp}>
              <ArrowUp aria-hidden size={20} />
            </IconButton>
          )}
          {onDown !== undefined && (
            <IconButton label={`${words.down}: ${name}`} onClick={onDown}>
              <ArrowDown aria-hidden size={20} />
            </IconButton>
          )}
          <IconButton label={`${words.removeMovement}: ${name}`} onClick={onRemove}>
            <Trash aria-hidden size={20} />
          </IconButton>
        </span>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="grid grid-cols-3 gap-3">
          <WholeField
            label={words.setCount}
            value={working.length}
            most={MAX_SETS}
            onValue={(count) => retarget(target, Math.max(1, count ?? 1))}
          />
          <WholeField
            label={words.repLow}
            value={target.repLow}
            most={100}
            onValue={(value) => retarget(withField(target, 'repLow', value as Reps))}
          />
          <WholeField
            label={words.repHigh}
            value={target.repHigh}
            most={100}
            onValue={(value) => retarget(withField(target, 'repHigh', value as Reps))}
          />
        </div>
        <Choice
          label={words.rir}
          value={target.rir ?? undefined}
          options={RIR_CHOICES.map((value) => ({ value: value as Rir, text: String(value) }))}
          onChange={(value) => retarget(withField(target, 'rir', value === target.rir ? undefined : value))}
        />
        <WholeField
          label={words.rest}
          value={target.restSeconds}
          most={3600}
          onValue={(value) => retarget(withField(target, 'restSeconds', value as Seconds))}
        />
      </div>
    </Card>
  )
}

function withField<K extends 'repLow' | 'repHigh' | 'rir' | 'restSeconds'>(
  set: PlannedSet,
  key: K,
  value: PlannedSet[K] | undefined,
): PlannedSet {
  const changed: { -readonly [F in keyof PlannedSet]: PlannedSet[F] } = { ...set }
  if (value === undefined) delete changed[key]
  else changed[key] = value
  return changed
}

/** A whole number, or nothing: what is left empty follows from the goal. */
function WholeField({
  label,
  value,
  most,
  onValue,
}: {
  readonly label: string
  readonly value: number | undefined
  readonly most: number
  readonly onValue: (value: number | undefined) => void
}) {
  return (
    <Field
      label={label}
      inputMode="numeric"
      autoComplete="off"
      placeholder="–"
      value={value === undefined ? '' : String(value)}
      onChange={(event) => {
        const text = event.target.value.trim()
        const number = parseNumber(text)
        if (text === '') onValue(undefined)
        else if (number !== undefined && Number.isInteger(number) && number >= 1 && number <= most) onValue(number)
      }}
    />
  )
}

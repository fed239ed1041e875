import type { PlannedSet, RoutineItem } from '@gymgenius/contracts'
import { type CountedUnit, countedUnits, limits, type Rir, type Seconds } from '@gymgenius/domain'
import { type ReactNode, useState } from 'react'
import { ArrowDown, ArrowLeftRight, ArrowUp, Trash } from 'lucide-react'
import { Link } from '../../lib/router.tsx'
import { IconButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Choice, Field } from '../../ui/field.tsx'
import { countedUnitNames } from '../../ui/movement-words.ts'
import { parseNumber } from '../../ui/numbers.ts'
import { countedIn, unitOf, withCount } from './amounts.ts'
import { KindsRow } from './kinds-row.tsx'
import { words } from './words.ts'

const RIR_CHOICES = [0, 1, 2, 3, 4]
const MAX_SETS = 20

/** One movement of a routine. What is changed here is changed for all its working sets, and nothing else of them. */
export function ItemCard({
  name,
  item,
  onChange,
  onRemove,
  onSwap,
  onUp,
  onDown,
  link,
  roundRest,
  mark,
}: {
  readonly name: string
  readonly item: RoutineItem
  readonly onChange: (item: RoutineItem) => void
  readonly onRemove: () => void
  readonly onSwap: () => void
  readonly onUp?: () => void
  readonly onDown?: () => void
  /** Alternating it with its neighbours. */
  readonly link: ReactNode
  readonly roundRest: ReactNode
  readonly mark: string | undefined
}) {
  const unit = unitOf(item)
  /** As they were before a number of them was typed: on the way from 3 to 12 stands a 1. */
  const [before, setBefore] = useState(item.sets)
  const working = item.sets.filter((set) => set.kind === 'working')
  /** What all working sets share; nothing where they differ. */
  const shared = <K extends TargetField>(key: K) => (working.every((set) => set[key] === working[0]?.[key]) ? working[0]?.[key] : undefined)
  const hint = (key: TargetField) => (working.some((set) => set[key] !== undefined) && shared(key) === undefined ? words.differs : '–')
  /** One field of every working set; the rest of each, and the warm-ups and drops between them, stay as they are. */
  const retarget = <K extends TargetField>(key: K, value: PlannedSet[K] | undefined) =>
    onChange({ ...item, sets: item.sets.map((set) => (set.kind === 'working' ? withField(set, key, value) : set)) })

  return (
    <Card
      title={
        <Link to="/library/$movementId" params={{ movementId: item.movementId }} className="inline-flex min-h-8 items-center">
          {mark !== undefined && <span className="mr-2 text-accent tabular">{mark}</span>}
          {name}
        </Link>
      }
    >
      <div className="-mt-2 -mr-3 mb-2 flex justify-end">
        {link}
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
        <IconButton label={`${words.swap}: ${name}`} onClick={onSwap}>
          <ArrowLeftRight aria-hidden size={20} />
        </IconButton>
        <IconButton label={`${words.removeMovement}: ${name}`} onClick={onRemove}>
          <Trash aria-hidden size={20} />
        </IconButton>
      </div>
      <div className="flex flex-col gap-4">
        <div className="grid grid-cols-3 gap-3">
          <WholeField
            label={words.setCount}
            value={working.length}
            most={MAX_SETS}
            isNeeded
            onFocus={() => setBefore(item.sets)}
            onValue={(count) => count !== undefined && onChange({ ...item, sets: withCount(before, count) })}
          />
          {fieldsOf[unit].map(({ label, key, most, isNeeded }) => (
            <WholeField
              key={key}
              label={label}
              value={shared(key)}
              placeholder={hint(key)}
              most={most}
              isNeeded={isNeeded}
              onValue={(value) => retarget(key, value as never)}
            />
          ))}
        </div>
        <Choice
          label={words.unit}
          value={unit}
          options={countedUnits.map((value) => ({ value, text: countedUnitNames[value] }))}
          onChange={(value) => onChange({ ...item, sets: countedIn(item.sets, value) })}
        />
        {unit === 'reps' && (
          <Choice
            label={words.rir}
            value={shared('rir')}
            options={RIR_CHOICES.map((value) => ({ value: value as Rir, text: String(value) }))}
            onChange={(value) => retarget('rir', value === shared('rir') ? undefined : value)}
          />
        )}
        <WholeField
          label={words.rest}
          value={shared('restSeconds')}
          placeholder={hint('restSeconds')}
          most={3600}
          onValue={(value) => retarget('restSeconds', value as Seconds | undefined)}
        />
        <KindsRow item={item} onChange={onChange} />
        {roundRest}
      </div>
    </Card>
  )
}

type TargetField = 'repLow' | 'repHigh' | 'rir' | 'restSeconds' | 'durationSeconds' | 'distanceMeters'

interface AmountField {
  readonly label: string
  readonly key: TargetField
  readonly most: number
  /** Without it, the sets would be counted in something else. */
  readonly isNeeded: boolean
}

const seconds = { label: words.seconds, key: 'durationSeconds', most: limits.durationSeconds, isNeeded: true } as const
const fieldsOf: Readonly<Record<CountedUnit, readonly AmountField[]>> = {
  reps: [
    { label: words.repLow, key: 'repLow', most: 100, isNeeded: false },
    { label: words.repHigh, key: 'repHigh', most: 100, isNeeded: false },
  ],
  seconds: [seconds],
  metres: [
    { label: words.metres, key: 'distanceMeters', most: limits.distanceMeters, isNeeded: true },
    { ...seconds, isNeeded: false },
  ],
}

function withField<K extends TargetField>(set: PlannedSet, key: K, value: PlannedSet[K] | undefined): PlannedSet {
  const changed: { -readonly [F in keyof PlannedSet]: PlannedSet[F] } = { ...set }
  if (value === undefined) delete changed[key]
  else changed[key] = value
  return changed
}

/** A whole number. Where it is not needed it may be nothing: what is left empty follows from the goal. */
function WholeField({
  label,
  value,
  most,
  placeholder = '–',
  isNeeded = false,
  onFocus,
  onValue,
}: {
  readonly label: string
  readonly value: number | undefined
  readonly most: number
  readonly placeholder?: string
  readonly isNeeded?: boolean
  readonly onFocus?: () => void
  readonly onValue: (value: number | undefined) => void
}) {
  const [typed, setTyped] = useState<string>() // a field that may not be empty is, between two numbers
  return (
    <Field
      label={label}
      inputMode="numeric"
      autoComplete="off"
      placeholder={placeholder}
      value={typed ?? (value === undefined ? '' : String(value))}
      onFocus={onFocus}
      onBlur={() => setTyped(undefined)}
      onChange={(event) => {
        const text = event.target.value.trim()
        const number = parseNumber(text)
        setTyped(text)
        if (text === '' && !isNeeded) onValue(undefined)
        else if (number !== undefined && Number.isInteger(number) && number >= 1 && number <= most) onValue(number)
      }}
    />
  )
}

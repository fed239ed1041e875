import type { PlannedSet, RoutineItem } from '@gymgenius/contracts'
import type { ReactNode } from 'react'
import type { Reps, Rir, Seconds } from '@gymgenius/domain'
import { ArrowDown, ArrowLeftRight, ArrowUp, Trash } from 'lucide-react'
import { Link } from '../../lib/router.tsx'
import { IconButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Choice, Field } from '../../ui/field.tsx'
import { parseNumber } from '../../ui/numbers.ts'
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
      aside={
        <span className="flex">
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
        </span>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="grid grid-cols-3 gap-3">
          <WholeField
            label={words.setCount}
            value={working.length}
            most={MAX_SETS}
            onValue={(count) => count !== undefined && onChange({ ...item, sets: withCount(item.sets, count) })}
          />
          <WholeField
            label={words.repLow}
            value={shared('repLow')}
            placeholder={hint('repLow')}
            most={100}
            onValue={(value) => retarget('repLow', value as Reps | undefined)}
          />
          <WholeField
            label={words.repHigh}
            value={shared('repHigh')}
            placeholder={hint('repHigh')}
            most={100}
            onValue={(value) => retarget('repHigh', value as Reps | undefined)}
          />
        </div>
        <Choice
          label={words.rir}
          value={shared('rir')}
          options={RIR_CHOICES.map((value) => ({ value: value as Rir, text: String(value) }))}
          onChange={(value) => retarget('rir', value === shared('rir') ? undefined : value)}
        />
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

type TargetField = 'repLow' | 'repHigh' | 'rir' | 'restSeconds'

function withField<K extends TargetField>(set: PlannedSet, key: K, value: PlannedSet[K] | undefined): PlannedSet {
  const changed: { -readonly [F in keyof PlannedSet]: PlannedSet[F] } = { ...set }
  if (value === undefined) delete changed[key]
  else changed[key] = value
  return changed
}

/** So many working sets: new ones are like the last, and the last are taken away first. */
function withCount(sets: readonly PlannedSet[], count: number): PlannedSet[] {
  const last: PlannedSet = sets.findLast((set) => set.kind === 'working') ?? { kind: 'working' }
  let left = count
  const kept = sets.filter((set) => set.kind !== 'working' || left-- > 0)
  return [...kept, ...Array.from({ length: Math.max(0, left) }, () => last)]
}

/** A whole number, or nothing: what is left empty follows from the goal. */
function WholeField({
  label,
  value,
  most,
  placeholder = '–',
  onValue,
}: {
  readonly label: string
  readonly value: number | undefined
  readonly most: number
  readonly placeholder?: string
  readonly onValue: (value: number | undefined) => void
}) {
  return (
    <Field
      label={label}
      inputMode="numeric"
      autoComplete="off"
      placeholder={placeholder}
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

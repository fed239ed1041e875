import { disciplines, equipmentKinds, movementPatterns } from '@gymgenius/domain'
import { ChevronDown } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { toggled } from '../../lib/toggled.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { EquipmentIcon } from '../../ui/equipment/equipment-icon.tsx'
import { disciplineNames, equipmentNames, muscleNames, patternNames } from '../../ui/movement-words.ts'
import { Sheet } from '../../ui/sheet.tsx'
import type { Filter } from './filter.ts'
import { words } from './words.ts'

const MusclePicker = lazy(async () => ({ default: (await import('../../ui/body/muscle-picker.tsx')).MusclePicker }))

type List = 'muscles' | 'patterns' | 'equipment' | 'disciplines'

interface Props {
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  /** How many movements fit it. */
  readonly count: number
  /** Whether the lifter has said what a gym has. */
  readonly hasGym: boolean
}

/** What the list is narrowed by, each in a sheet of its own. */
export function FilterBar({ filter, onFilter, count, hasGym }: Props) {
  const [open, setOpen] = useState<List>()
  const close = () => setOpen(undefined)
  const chip = (list: List, values: readonly string[]) => (
    <Chip isOn={values.length > 0} onPress={() => setOpen(list)} isSheet>
      {values.length === 0 ? words.filter[list] : words.chosen(words.filter[list], values)}
      <ChevronDown aria-hidden size={16} className="shrink-0" />
    </Chip>
  )
  const whose = (value: 'own' | 'trained' | 'favourites') => (
    <Chip isOn={filter.whose === value} onPress={() => onFilter({ ...filter, whose: filter.whose === value ? 'all' : value })}>
      {words.filter[value]}
    </Chip>
  )
  return (
    <div className="flex flex-wrap gap-2">
      {chip(
        'muscles',
        filter.muscles.map((muscle) => muscleNames[muscle]),
      )}
      {chip(
        'equipment',
        filter.equipment.map((equipment) => equipmentNames[equipment]),
      )}
      {chip(
        'patterns',
        filter.patterns.map((pattern) => patternNames[pattern]),
      )}
      {chip(
        'disciplines',
        filter.disciplines.map((discipline) => disciplineNames[discipline]),
      )}
      {hasGym && (
        <Chip isOn={filter.isInMyGym} onPress={() => onFilter({ ...filter, isInMyGym: !filter.isInMyGym })}>
          {words.filter.inMyGym}
        </Chip>
      )}
      {whose('favourites')}
      {whose('trained')}
      {whose('own')}
      <Sheet title={open === undefined ? '' : words.filter[open]} open={open !== undefined} onClose={close}>
        {open !== undefined && <Options list={open} {...{ filter, onFilter }} />}
        <div className="sticky -bottom-4 -mx-4 mt-4 bg-surface px-4 pt-2 pb-4">
          <Button look="primary" big onClick={close}>
            {words.show(count)}
          </Button>
        </div>
      </Sheet>
    </div>
  )
}

function Options({ list, filter, onFilter }: Pick<Props, 'filter' | 'onFilter'> & { readonly list: List }) {
  if (list === 'muscles') {
    return (
      <Suspense fallback={<div className="h-96" />}>
        <MusclePicker
          chosen={new Set(filter.muscles)}
          onToggle={(muscle) => onFilter({ ...filter, muscles: toggled(filter.muscles, muscle) })}
        />
      </Suspense>
    )
  }
  if (list === 'patterns') {
    return (
      <Chips
        values={movementPatterns}
        chosen={filter.patterns}
        renderName={(pattern) => patternNames[pattern]}
        onToggle={(pattern) => onFilter({ ...filter, patterns: toggled(filter.patterns, pattern) })}
      />
    )
  }
  if (list === 'equipment') {
    return (
      <Chips
        values={equipmentKinds}
        chosen={filter.equipment}
        renderName={(equipment) => (
          <>
            <EquipmentIcon of={equipment} />
            {equipmentNames[equipment]}
          </>
        )}
        onToggle={(equipment) => onFilter({ ...filter, equipment: toggled(filter.equipment, equipment) })}
      />
    )
  }
  return (
    <Chips
      values={disciplines}
      chosen={filter.disciplines}
      renderName={(discipline) => disciplineNames[discipline]}
      onToggle={(discipline) => onFilter({ ...filter, disciplines: toggled(filter.disciplines, discipline) })}
    />
  )
}

function Chips<Value extends string>({
  values,
  chosen,
  renderName,
  onToggle,
}: {
  readonly values: readonly Value[]
  readonly chosen: readonly Value[]
  readonly renderName: (value: Value) => ReactNode
  readonly onToggle: (value: Value) => void
}) {
  return (
    <div className="flex flex-wrap gap-2">
      {values.map((value) => (
        <Chip key={value} isOn={chosen.includes(value)} onPress={() => onToggle(value)}>
          {renderName(value)}
        </Chip>
      ))}
    </div>
  )
}

function Chip({
  isOn,
  isSheet = false,
  onPress,
  children,
}: {
  readonly isOn: boolean
  /** Opens a sheet, instead of being on or off itself. */
  readonly isSheet?: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}) {
  return (
    <button
      type="button"
      onClick={onPress}
      {...(isSheet ? { 'aria-haspopup': 'dialog' as const } : { 'aria-pressed': isOn })}
      className={classes(
        'inline-flex min-h-11 max-w-full items-center gap-1.5 rounded-chip px-3 text-left text-note',
        isOn ? 'bg-accent font-semibold text-on-accent' : 'bg-raised text-ink',
      )}
    >
      {children}
    </button>
  )
}

import { equipmentKinds, lateralities, loadKinds, movementPatterns, type Muscle } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState, type FormEvent } from 'react'
import { MovementPicker } from '../../lib/movement-picker.tsx'
import { movementsQuery } from '../../lib/view/read.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Choice, Field } from '../../ui/field.tsx'
import { equipmentNames, lateralityNames, loadKindNames, muscleNames, patternNames } from '../../ui/movement-words.ts'
import { Notice } from '../../ui/notice.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { musclesIn, nameFault, type OwnMovement, type Role, variantOf, withMuscle } from './own-movement.ts'
import { words } from './words.ts'

const MusclePicker = lazy(async () => ({ default: (await import('../../ui/body/muscle-picker.tsx')).MusclePicker }))

const optionsOf = <Value extends string>(values: readonly Value[], names: Readonly<Record<Value, string>>) =>
  values.map((value) => ({ value, text: names[value] }))

/** What a lifter says of a movement of their own, all of it with a sensible beginning but the name. */
export function OwnMovementForm({
  own: before,
  fault,
  onSave,
}: {
  readonly own: OwnMovement
  readonly fault: string | undefined
  readonly onSave: (own: OwnMovement) => void
}) {
  const [own, setOwn] = useState(before)
  const movements = useQuery(movementsQuery()).data
  const [isChoosing, setChoosing] = useState(false)
  const [wasTried, setTried] = useState(false)
  const wrong = nameFault(own.name)
  const baseName = (id: string) => movements?.get(id)?.name ?? words.ofTheLibrary
  const isLong = own.name.trim() !== '' && wrong !== undefined

  function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (wrong === undefined) onSave({ ...own, name: own.name.trim() })
  }
  return (
    <>
      <form onSubmit={save} noValidate className="flex flex-col gap-5">
        <Field
          label={words.name}
          autoComplete="off"
          value={own.name}
          fault={isLong || wasTried ? wrong : undefined}
          onChange={(event) => setOwn({ ...own, name: event.target.value })}
        />
        <div>
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setChoosing(true)}>{own.baseId === null ? words.like : words.variantOf(baseName(own.baseId))}</Button>
            {own.baseId !== null && (
              <Button look="quiet" onClick={() => setOwn({ ...own, baseId: null })}>
                {words.noVariant}
              </Button>
            )}
          </div>
          <p className="mt-1 text-note text-soft">{words.likeHint}</p>
        </div>
        <Card title={words.muscles}>
          <p className="mb-3 text-note text-soft">{words.musclesHint}</p>
          <MuscleField own={own} as="prime_mover" label={words.primeMovers} onChange={setOwn} />
          <MuscleField own={own} as="synergist" label={words.helpers} onChange={setOwn} />
        </Card>
        <Choice
          label={words.equipment}
          value={own.equipment}
          options={optionsOf(equipmentKinds, equipmentNames)}
          onChange={(equipment) => setOwn({ ...own, equipment })}
        />
        <Choice
          label={words.pattern}
          value={own.pattern}
          options={optionsOf(movementPatterns, patternNames)}
          onChange={(pattern) => setOwn({ ...own, pattern })}
        />
        <Choice
          label={words.loadKind}
          value={own.loadKind}
          options={optionsOf(loadKinds, loadKindNames)}
          onChange={(loadKind) => setOwn({ ...own, loadKind })}
        />
        <Choice
          label={words.laterality}
          value={own.laterality}
          options={optionsOf(lateralities, lateralityNames)}
          onChange={(laterality) => setOwn({ ...own, laterality })}
        />
        {fault !== undefined && <Notice tone="danger">{fault}</Notice>}
        <Button type="submit" look="primary" big>
          {words.save}
        </Button>
      </form>
      {isChoosing && (
        <MovementPicker
          title={words.like}
          onClose={() => setChoosing(false)}
          onPick={(like) => {
            setChoosing(false)
            setOwn(variantOf(own, like))
          }}
        />
      )}
    </>
  )
}

function MuscleField({
  own,
  as: role,
  label,
  onChange,
}: {
  readonly own: OwnMovement
  readonly as: Role
  readonly label: string
  readonly onChange: (own: OwnMovement) => void
}) {
  const [isOpen, setOpen] = useState(false)
  const chosen = musclesIn(own, role)
  return (
    <div className="flex items-center justify-between gap-3 border-t border-line py-2">
      <div className="min-w-0">
        <p className="text-note text-soft">{label}</p>
        <p>{chosen.length === 0 ? words.none : chosen.map((muscle) => muscleNames[muscle]).join(', ')}</p>
      </div>
      <Button aria-label={`${words.choose}: ${label}`} onClick={() => setOpen(true)}>
        {words.choose}
      </Button>
      <Sheet title={label} open={isOpen} onClose={() => setOpen(false)}>
        <Suspense fallback={<div className="h-96" />}>
          <MusclePicker chosen={new Set(chosen)} onToggle={(muscle: Muscle) => onChange(withMuscle(own, muscle, role))} />
        </Suspense>
        <div className="sticky -bottom-4 -mx-4 mt-4 bg-surface px-4 pt-2 pb-4">
          <Button look="primary" big onClick={() => setOpen(false)}>
            {words.done}
          </Button>
        </div>
      </Sheet>
    </div>
  )
}

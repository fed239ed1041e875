import type { Routine, RoutineItem } from '@gymgenius/contracts'
import { limits, type MovementId } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '../../lib/router.tsx'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { countedAs, type Counting, usualCounting } from '../../lib/counting.ts'
import { write } from '../../lib/logbook.ts'
import { refusedOf, writeMended } from '../../lib/mend.ts'
import { MovementPicker } from '../../lib/movement-picker.tsx'
import { LinkButton, RoundRest } from '../../lib/superset-controls.tsx'
import { supersetMark, tidied } from '../../lib/supersets.ts'
import { useNameOf } from '../../lib/use-name-of.ts'
import { movementsQuery, refusedQuery, routinesQuery } from '../../lib/view/read.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { ItemCard } from './item-card.tsx'
import { words } from './words.ts'

export function RoutineScreen() {
  const { routineId } = useParams({ from: '/routines/$routineId' })
  const routines = useQuery(routinesQuery())
  const routine = routines.data?.find(({ id }) => id === routineId)
  if (routines.data === undefined) return <Page title={words.routine}>{null}</Page>
  if (routine === undefined) {
    return (
      <Page title={words.routine}>
        <EmptyState title={words.notKnown} />
      </Page>
    )
  }
  return <RoutineForm key={routine.id} routine={routine} />
}

/** As the server takes it, in characters. */
const MOST_OF_FOLDER = 100

const newItem = (movementId: MovementId, counting: Counting): RoutineItem => ({
  movementId,
  sets: Array.from({ length: 3 }, () => ({ kind: 'working' as const, ...counting })),
})

function RoutineForm({ routine }: { readonly routine: Routine }) {
  const navigate = useNavigate()
  const toast = useToast()
  const movements = useQuery(movementsQuery()).data
  const refused = refusedOf(useQuery(refusedQuery()).data ?? [], routine.id)
  const called = useNameOf()({ name: routine.name, routineId: routine.id })
  const [typed, setName] = useState<string>()
  const name = typed ?? called
  const [folder, setFolder] = useState(routine.folder ?? '')
  const [items, setItems] = useState<readonly RoutineItem[]>(routine.items)
  const [sheet, setSheet] = useState<'movement' | 'remove'>()
  const [swapped, setSwapped] = useState<number>()
  const [fault, setFault] = useState<string>()
  const isRangeWrong = items.some((item) => item.sets.some((set) => (set.repLow ?? 0) > (set.repHigh ?? Infinity)))

  async function keep(change: { kind: 'patch' | 'delete'; fields?: Record<string, unknown> }, text: string) {
    try {
      if (change.kind === 'patch' && refused.length > 0) await writeMended(refused, change.fields ?? {})
      else await write([{ entity: 'routine', entityId: routine.id, ...change }])
      toast({ text })
      await navigate({ to: '/routines' })
    } catch {
      setFault(words.notSaved)
    }
  }
  const replace = (index: number, item: RoutineItem | undefined) =>
    setItems(tidied(items.flatMap((old, i) => (i !== index ? [old] : item === undefined ? [] : [item]))))
  const move = (index: number, by: 1 | -1) => {
    const moved = [...items]
    const [item] = moved.splice(index, 1)
    moved.splice(index + by, 0, item!)
    setItems(moved)
  }

  return (
    <Page
      title={called}
      action={
        <Button
          look="primary"
          big
          disabled={name.trim() === '' || isRangeWrong}
          onClick={() =>
            void keep(
              {
                kind: 'patch',
                fields: { name: typed?.trim() ?? routine.name, folder: folder.trim() === '' ? null : folder.trim(), items },
              },
              words.saved,
            )
          }
        >
          {words.save}
        </Button>
      }
    >
      {fault !== undefined && <Notice tone="danger">{fault}</Notice>}
      {refused.length > 0 && <Notice tone="caution">{words.refused}</Notice>}
      {isRangeWrong && <Notice tone="caution">{words.wrongRange}</Notice>}
      <Field label={words.name} maxLength={limits.nameGraphemes} value={name} onChange={(event) => setName(event.target.value)} />
      <Field
        label={words.folder}
        maxLength={MOST_OF_FOLDER}
        hint={words.folderHint}
        value={folder}
        onChange={(event) => setFolder(event.target.value)}
      />
      {items.map((item, index) => (
        <ItemCard
          key={`${item.movementId} ${index}`}
          name={movements?.get(item.movementId)?.name ?? words.unknownMovement}
          item={item}
          onChange={(changed) => replace(index, changed)}
          onRemove={() => replace(index, undefined)}
          onSwap={() => setSwapped(index)}
          mark={supersetMark(items, index)}
          link={
            <LinkButton
              items={items}
              place={index}
              name={movements?.get(item.movementId)?.name ?? words.unknownMovement}
              onItems={setItems}
            />
          }
          roundRest={item.superset !== undefined && <RoundRest items={items} place={index} onItems={setItems} />}
          {...(index > 0 && { onUp: () => move(index, -1) })}
          {...(index < items.length - 1 && { onDown: () => move(index, 1) })}
        />
      ))}
      <Button icon={<Plus aria-hidden size={20} />} onClick={() => setSheet('movement')}>
        {words.addMovement}
      </Button>
      <Button look="danger" onClick={() => setSheet('remove')}>
        {words.remove}
      </Button>
      {sheet === 'movement' && (
        <MovementPicker
          title={words.addMovement}
          toDo={{}}
          onClose={() => setSheet(undefined)}
          onPick={async (movement) => {
            const counting = await usualCounting(movement)
            setItems([...items, newItem(movement.id, counting)])
            setSheet(undefined)
          }}
        />
      )}
      {swapped !== undefined && items[swapped] !== undefined && (
        <MovementPicker
          title={words.swap}
          toDo={{}}
          insteadOf={movements?.get(items[swapped].movementId)}
          onClose={() => setSwapped(undefined)}
          onPick={async (movement) => {
            const counting = await usualCounting(movement)
            const { sets, ...item } = items[swapped]!
            replace(swapped, { ...item, movementId: movement.id, sets: countedAs(sets, counting) })
            setSwapped(undefined)
          }}
        />
      )}
      <Sheet title={words.removeAsk} open={sheet === 'remove'} onClose={() => setSheet(undefined)}>
        <div className="flex flex-col gap-2">
          <Button look="danger" big onClick={() => void keep({ kind: 'delete' }, words.remove)}>
            {words.removeYes}
          </Button>
          <Button big onClick={() => setSheet(undefined)}>
            {words.cancel}
          </Button>
        </div>
      </Sheet>
    </Page>
  )
}

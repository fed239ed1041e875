import { type Equipment, type Fixture, type GymItem } from '@gymgenius/domain'
import { Card } from '../../ui/card.tsx'
import { classes } from '../../ui/classes.ts'
import { EquipmentIcon } from '../../ui/equipment/equipment-icon.tsx'
import { equipmentNames } from '../../ui/movement-words.ts'
import { withItem, withoutItem } from './items.ts'
import { usualFixtures } from './templates.ts'
import { words } from './words.ts'

const PRESENT: readonly Equipment[] = ['band', 'suspension', 'cardio_machine', 'sled']
/** Where all the rest is there, what of it is not can be said. */
const REST: readonly Equipment[] = [
  'barbell',
  'dumbbell',
  'kettlebell',
  'machine',
  'plate_loaded_machine',
  'smith_machine',
  'cable',
  'ez_bar',
  'trap_bar',
  'medicine_ball',
]

/** What stands there and is not loaded: a tap says that it does; where all the rest is there, the next tap that it does not. */
export function ThingsCard({
  items,
  hasTheRest,
  onItems,
}: {
  readonly hasTheRest: boolean
  readonly items: readonly GymItem[]
  readonly onItems: (items: readonly GymItem[]) => void
}) {
  const known = items.flatMap((item) => (item.kind === 'fixture' ? [item.fixture] : item.kind === 'presence' ? [item.equipment] : []))
  const listed = items.flatMap((item) => (item.kind === 'plates' || item.kind === 'fixture' ? [] : [item.equipment]))
  const rest = hasTheRest ? REST.filter((kind) => known.includes(kind) || !listed.includes(kind)) : []
  const offered = [...new Set<Equipment | Fixture>([...usualFixtures, ...PRESENT, ...rest, ...known])]
  const isPresence = (thing: Equipment | Fixture): thing is Equipment => ([...PRESENT, ...REST] as readonly string[]).includes(thing)
  const found = (thing: Equipment | Fixture) =>
    items.find((item) => (item.kind === 'fixture' && item.fixture === thing) || (item.kind === 'presence' && item.equipment === thing))

  function toggle(thing: Equipment | Fixture) {
    const item = found(thing)
    if (item?.availability === 'there' && hasTheRest) return onItems(withItem(items, { ...item, availability: 'away' }))
    if (item !== undefined) return onItems(withoutItem(items, item.id))
    const any = { id: thing, availability: 'there' } as const
    return onItems([
      ...items,
      isPresence(thing) ? { ...any, kind: 'presence', equipment: thing } : { ...any, kind: 'fixture', fixture: thing as Fixture },
    ])
  }

  return (
    <Card title={words.things}>
      <p className="mb-3 text-note text-soft">
        {words.thingsText} {hasTheRest && words.equipmentOfRest}
      </p>
      <ul className="flex flex-wrap gap-2">
        {offered.map((thing) => {
          const item = found(thing)
          const isAway = item?.availability === 'away'
          const isThere = item !== undefined && !isAway
          return (
            <li key={thing}>
              <button
                type="button"
                aria-pressed={isThere}
                onClick={() => toggle(thing)}
                className={classes(
                  'inline-flex min-h-11 items-center gap-2 rounded-chip px-3 text-note active:brightness-90',
                  isThere ? 'bg-accent font-semibold text-on-accent' : 'bg-raised text-ink',
                )}
              >
                <EquipmentIcon of={thing} size={20} />
                {isAway ? <s>{equipmentNames[thing]}</s> : equipmentNames[thing]}
                {isAway && ` · ${words.notHere}`}
              </button>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

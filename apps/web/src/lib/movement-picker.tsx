import { likenessLine, likenessReasons, likestFirst } from '@gymgenius/catalog/substitutes'
import type { Movement } from '@gymgenius/contracts'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { EquipmentIcon } from '../ui/equipment/equipment-icon.tsx'
import { equipmentNames } from '../ui/movement-words.ts'
import { SearchSheet } from '../ui/search-sheet.tsx'
import { useNow } from './now.ts'
import { useRules } from './rules.ts'
import { verdictFor } from './verdict.ts'
import { verdictText } from './verdict-words.ts'
import { findMovements } from './movement-search.ts'
import { movementsQuery } from './view/read.ts'
import { trainedMovementsQuery } from './view/trained.ts'

const words = {
  label: 'Search movements',
  nothing: 'No movement of that name. Try a shorter word.',
  away: 'The movements come with the first connection to the server.',
}

export interface MovementPickerProps {
  readonly title: string
  readonly onClose: () => void
  readonly onPick: (movement: Movement) => void
  /** The movement whose place another is to take: those most like it come first. */
  readonly insteadOf?: Movement | undefined
  /** Above the results: "make a new one". */
  readonly extra?: ReactNode
  readonly initialText?: string
}

/** Finds a movement on this phone, with or without a network: what this lifter trains first, or what is likest. */
export function MovementPicker({ title, onClose, onPick, insteadOf, extra, initialText = '' }: MovementPickerProps) {
  const movements = useQuery(movementsQuery()).data ?? noMovements
  const trained = useQuery(trainedMovementsQuery()).data ?? []
  const rules = useRules()
  const now = useNow()
  const isAllowed = (movement: Movement) => verdictFor(movement, rules, now).allowed
  const likest =
    insteadOf &&
    likestFirst(insteadOf, movements.values(), trained)
      .map(({ movement }) => movement)
      .sort((a, b) => Number(isAllowed(b)) - Number(isAllowed(a)))
  const first = likest?.map(({ id }) => ({ movementId: id })) ?? trained

  const search = async (text: string) =>
    findMovements(likest ?? movements.values(), text, first).map((movement) => ({
      id: movement.id,
      name: movement.name,
      picture: <EquipmentIcon of={movement.equipment} className="shrink-0 text-soft" />,
      note: [
        insteadOf === undefined ? equipmentNames[movement.equipment] : likenessLine(likenessReasons(insteadOf, movement)),
        verdictText(verdictFor(movement, rules, now)),
      ]
        .filter(Boolean)
        .join(' · '),
    }))
  return (
    <SearchSheet
      title={title}
      label={words.label}
      open
      onClose={onClose}
      search={search}
      nothing={movements.size === 0 ? words.away : words.nothing}
      extra={extra}
      initialText={initialText}
      onPick={({ id }) => onPick(movements.get(id)!)}
    />
  )
}

const noMovements: ReadonlyMap<string, Movement> = new Map()

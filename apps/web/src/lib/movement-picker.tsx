import { likenessReasons, likestFirst } from '@gymgenius/catalog/substitutes'
import type { Movement } from '@gymgenius/contracts'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { EquipmentIcon } from '../ui/equipment/equipment-icon.tsx'
import { equipmentNames } from '../ui/movement-words.ts'
import { SearchSheet } from '../ui/search-sheet.tsx'
import { LeftOutToggle } from './left-out-toggle.tsx'
import { likenessText } from './likeness-words.ts'
import { findMovements } from './movement-search.ts'
import { likedThenTrained } from './suited.ts'
import { useSuited } from './use-suited.ts'
import { movementsQuery } from './view/read.ts'
import { trainedMovementsQuery } from './view/trained.ts'
import { moreWords as words } from './more-words.ts'

export interface MovementPickerProps {
  readonly title: string
  readonly onClose: () => void
  readonly onPick: (movement: Movement) => void
  /** The movement whose place another is to take: those most like it come first. */
  readonly insteadOf?: Movement | undefined
  /** It is to be done, there or where the lifter is: what rules, pains and the gym rule out is left out, and one tap away. */
  readonly toDo?: { readonly gymId?: string | undefined } | undefined
  /** Above the results: "make a new one". */
  readonly extra?: ReactNode
  readonly initialText?: string
}

/** Finds a movement on this phone, with or without a network: what this lifter likes and trains first, or what is likest. */
export function MovementPicker({ title, onClose, onPick, insteadOf, toDo, extra, initialText = '' }: MovementPickerProps) {
  const movements = useQuery(movementsQuery()).data ?? noMovements
  const trained = useQuery(trainedMovementsQuery()).data ?? noneTrained
  const isToDo = toDo !== undefined
  const suited = useSuited(toDo?.gymId, !isToDo)
  const [isAllShown, setAllShown] = useState(false)
  const isSifted = isToDo && !isAllShown
  const offered = useMemo(
    () => (isSifted ? [...movements.values()].filter(suited.isLeft) : [...movements.values()]),
    [movements, suited, isSifted],
  )
  const leftOut = useMemo(() => suited.leftOut(isToDo ? movements.values() : []), [isToDo, movements, suited])
  const likest = useMemo(
    () => insteadOf && likestFirst(insteadOf, offered, trained, suited.likingOf).map(({ movement }) => movement),
    [insteadOf, offered, trained, suited],
  )
  const first = useMemo(
    () => likest?.map(({ id }) => ({ movementId: id })) ?? likedThenTrained(trained, suited, offered),
    [likest, trained, suited, offered],
  )

  const search = async (text: string) => {
    const found = findMovements(likest ?? offered, text, first)
    // Who names what the gym lacks or a rule leaves out means it: it is found, and its note says why it was not offered.
    const shown = found.length === 0 && isSifted ? findMovements([...movements.values()], text, first) : found
    return shown.map((movement) => ({
      id: movement.id,
      name: movement.name,
      picture: <EquipmentIcon of={movement.equipment} className="shrink-0 text-soft" />,
      note: [
        suited.noteOf(movement),
        insteadOf === undefined ? equipmentNames[movement.equipment] : likenessText(likenessReasons(insteadOf, movement)),
      ]
        .filter(Boolean)
        .join(' · '),
    }))
  }
  return (
    <SearchSheet
      title={title}
      label={words.searchMovements}
      open
      onClose={onClose}
      search={search}
      nothing={movements.size === 0 ? words.movementsAway : words.noMovement}
      extra={
        <>
          {extra}
          <LeftOutToggle leftOut={leftOut} isShown={isAllShown} onShow={setAllShown} />
        </>
      }
      initialText={initialText}
      onPick={({ id }) => onPick(movements.get(id)!)}
    />
  )
}

const noMovements: ReadonlyMap<string, Movement> = new Map()
const noneTrained: readonly { readonly movementId: Movement['id'] }[] = []

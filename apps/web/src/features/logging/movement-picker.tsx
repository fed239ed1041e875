import type { Movement } from '@gymgenius/contracts'
import type { MovementId } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { findMovements } from '../../lib/movement-search.ts'
import { trainedMovementsQuery } from '../../lib/view/trained.ts'
import { SearchSheet } from '../../ui/search-sheet.tsx'
import { words } from './words.ts'

/** Finds a movement on this phone, with or without a network. */
export function MovementPicker({
  title,
  movements,
  onClose,
  onPick,
}: {
  readonly title: string
  readonly movements: ReadonlyMap<string, Movement>
  readonly onClose: () => void
  readonly onPick: (id: MovementId) => void
}) {
  const trained = useQuery(trainedMovementsQuery()).data
  const search = async (text: string) =>
    findMovements(movements.values(), text, trained).map(({ id, name, equipment }) => ({ id, name, note: equipment.replaceAll('_', ' ') }))
  return (
    <SearchSheet
      title={title}
      label={words.findMovement}
      open
      onClose={onClose}
      search={search}
      nothing={movements.size === 0 ? words.movementsAway : words.noMovement}
      onPick={({ id }) => onPick(id as MovementId)}
    />
  )
}

import type { Movement } from '@gymgenius/contracts'
import { Card } from '../../ui/card.tsx'
import type { Details, Library } from './library.ts'
import { MovementRow } from './movement-list.tsx'
import { words } from './words.ts'

const kinds = ['regressions', 'progressions', 'variations', 'sameOnOtherEquipment'] as const

/** The movements that this one leads to: easier, harder, varied, or the same on other equipment. */
export function RelationsCard({
  details,
  movements,
  library,
}: {
  readonly details: Details
  readonly movements: ReadonlyMap<string, Movement>
  readonly library: Library
}) {
  return kinds.map((kind) => {
    const related = details.relations[kind].flatMap((slug) => {
      const movement = movements.get(library.idOfSlug.get(slug) ?? '')
      return movement === undefined ? [] : [movement]
    })
    return related.length === 0 ? null : (
      <Card key={kind} title={words.relations[kind]}>
        <ul className="divide-y divide-line">
          {related.map((movement) => (
            <MovementRow key={movement.id} movement={movement} />
          ))}
        </ul>
      </Card>
    )
  })
}

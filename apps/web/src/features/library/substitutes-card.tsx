import { likenessReasons, likestFirst } from '@gymgenius/catalog/substitutes'
import type { Movement } from '@gymgenius/contracts'
import { useMemo, useState } from 'react'
import { LeftOutToggle } from '../../lib/left-out-toggle.tsx'
import { likenessText } from '../../lib/likeness-words.ts'
import { useSuited } from '../../lib/use-suited.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { MovementRow } from './movement-list.tsx'
import { words } from './words.ts'

const FEW = 5
const MANY = 30

/** What may stand in for a movement, the likest first, each with its reasons: the same ranking as a swap in a workout shows. */
export function SubstitutesCard({
  movement,
  movements,
}: {
  readonly movement: Movement
  readonly movements: ReadonlyMap<string, Movement>
}) {
  const [isLong, setLong] = useState(false)
  const [isAllShown, setAllShown] = useState(false)
  const suited = useSuited()
  const all = useMemo(
    () => likestFirst(movement, movements.values(), [], suited.likingOf).filter(({ likeness }) => likeness > 0),
    [movement, movements, suited],
  )
  if (all.length === 0) return null
  const likest = isAllShown ? all : all.filter(({ movement: other }) => suited.isLeft(other))
  return (
    <Card title={words.instead}>
      <p className="mb-1 text-note text-soft">{words.insteadText}</p>
      <ul className="divide-y divide-line">
        {likest.slice(0, isLong ? MANY : FEW).map(({ movement: other }) => (
          <MovementRow
            key={other.id}
            movement={other}
            note={[suited.noteOf(other), likenessText(likenessReasons(movement, other))].filter(Boolean).join(' · ')}
            isNoteLong
          />
        ))}
      </ul>
      {likest.length === 0 && <p className="py-2 text-soft">{words.insteadNone}</p>}
      <LeftOutToggle leftOut={suited.leftOut(all.map(({ movement: other }) => other))} isShown={isAllShown} onShow={setAllShown} />
      {!isLong && likest.length > FEW && (
        <Button look="quiet" onClick={() => setLong(true)}>
          {words.more}
        </Button>
      )}
    </Card>
  )
}

import { likenessLine, likenessReasons, likestFirst } from '@gymgenius/catalog/substitutes'
import type { Movement } from '@gymgenius/contracts'
import { useMemo, useState } from 'react'
import { useNow } from '../../lib/now.ts'
import { useRules } from '../../lib/rules.ts'
import { verdictFor } from '../../lib/verdict.ts'
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
  const rules = useRules()
  const now = useNow()
  const likest = useMemo(
    () =>
      likestFirst(movement, movements.values()).filter(
        ({ movement: other, likeness }) => likeness > 0 && verdictFor(other, rules, now).allowed,
      ),
    [movement, movements, rules, now],
  )
  if (likest.length === 0) return null
  return (
    <Card title={words.instead}>
      <p className="mb-1 text-note text-soft">{words.insteadText}</p>
      <ul className="divide-y divide-line">
        {likest.slice(0, isLong ? MANY : FEW).map(({ movement: other }) => (
          <MovementRow key={other.id} movement={other} note={likenessLine(likenessReasons(movement, other))} isNoteLong />
        ))}
      </ul>
      {!isLong && likest.length > FEW && (
        <Button look="quiet" onClick={() => setLong(true)}>
          {words.more}
        </Button>
      )}
    </Card>
  )
}

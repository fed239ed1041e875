import type { Movement } from '@gymgenius/contracts'
import { Heart } from 'lucide-react'
import { faultText } from '../../lib/api.ts'
import { sayRule, useRules } from '../../lib/rules.ts'
import { type MyRules, verdictFor } from '../../lib/verdict.ts'
import type { SaidRule } from '../../lib/with-said.ts'
import { useNow } from '../../lib/now.ts'
import { verdictText } from '../../lib/verdict-words.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Choice } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { words } from './words.ts'

type Rule = MyRules['movements'][number]['rule']

/** The heart, the rule, and what hurts: all that a lifter says of a movement they do not lift just now. */
export function MovementRulesCard({ movement }: { readonly movement: Movement }) {
  const rules = useRules()
  const now = useNow()
  const toast = useToast()
  const isFavourite = rules.favourites.includes(movement.id)
  const rule = rules.movements.find(({ movementId }) => movementId === movement.id)?.rule
  const pain = verdictText(verdictFor(movement, { ...rules, movements: [] }, now))
  const say = (said: SaidRule) => {
    sayRule(said).catch((error: unknown) => toast({ text: faultText(error) }))
  }
  const { id } = movement

  return (
    <Card title={words.title}>
      <div className="flex flex-col gap-4">
        {pain !== undefined && <Notice tone="caution" title={pain.replace(/^./, (first) => first.toUpperCase())} />}
        <Button
          aria-pressed={isFavourite}
          icon={<Heart aria-hidden size={20} fill={isFavourite ? 'currentColor' : 'none'} />}
          onClick={() => say({ of: 'favourite', id, isFavourite: !isFavourite })}
        >
          {isFavourite ? words.favourite : words.makeFavourite}
        </Button>
        <div>
          <Choice<Rule | 'none'>
            label={words.rule}
            value={rule ?? 'none'}
            options={(['none', 'preferred', 'hard_yes', 'hard_no'] as const).map((value) => ({ value, text: words.rules[value] }))}
            onChange={(chosen) => say({ of: 'rule', id, rule: chosen === 'none' ? null : chosen })}
          />
          {rule === 'hard_no' && <p className="mt-1 text-note text-soft">{words.neverHint}</p>}
        </div>
      </div>
    </Card>
  )
}

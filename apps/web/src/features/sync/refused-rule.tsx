import { useQuery } from '@tanstack/react-query'
import { problemWords } from '../../lib/problem-words.ts'
import { forgetRule, sayRuleAgain } from '../../lib/rules.ts'
import { movementsQuery } from '../../lib/view/read.ts'
import type { SaidRule } from '../../lib/with-said.ts'
import { Button } from '../../ui/button.tsx'
import { jointNames } from '../../ui/movement-words.ts'
import { ruleWords } from './rule-words.ts'
import { sheetWords as words } from './sheet-words.ts'

/** What was said of a movement or a joint without a network, and the server would not have afterwards. */
export function RefusedRule({ said }: { readonly said: SaidRule }) {
  const movements = useQuery(movementsQuery()).data
  const about = said.of === 'pain' ? jointNames[said.pain.joint] : (movements?.get(said.id)?.name ?? words.unknownMovement)
  return (
    <li className="rounded-card bg-raised p-3">
      <p className="font-medium">
        {about} · {whatOf(said)}
      </p>
      <p className="text-note text-soft">{said.refused && problemWords[said.refused]}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button onClick={() => void sayRuleAgain(said).catch(() => undefined)}>{words.retry}</Button>
        <Button look="danger" onClick={() => forgetRule(said)}>
          {words.discard}
        </Button>
      </div>
    </li>
  )
}

function whatOf(said: SaidRule): string {
  if (said.of === 'pain') return ruleWords.severities[said.pain.severity]
  return said.of === 'rule' ? ruleWords.rules[said.rule ?? 'none'] : ruleWords.favourite
}

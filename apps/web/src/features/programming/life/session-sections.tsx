import { type ProgramItem, sessionSections } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeftRight, Repeat } from 'lucide-react'
import { Link } from '../../../lib/router.tsx'
import { movementsQuery } from '../../../lib/view/read.ts'
import { IconButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { clockText } from '../../../ui/clock-text.ts'
import { useLoadText } from '../../../ui/load.tsx'
import { whyText } from '../texts.ts'
import { sectionNames } from '../words.ts'
import { inTurns, roundsOf, setLines, stepsOf } from './session-texts.ts'
import { sessionWords as words } from './session-words.ts'
import type { Session } from './types.ts'

/** A session from warm-up to cool-down, each movement with its sets and why it is there. */
export function SessionSections({ session, onSwap }: { readonly session: Session; readonly onSwap?: (item: ProgramItem) => void }) {
  return sessionSections.map((section) => {
    const items = session.sections[section]
    if (items.length === 0) return null
    const isLifting = section === 'main' || section === 'accessory'
    const isDrill = section === 'warm_up' || section === 'cool_down'
    return (
      <Card key={section} title={sectionNames[section]}>
        <ul className="divide-y divide-line">
          {inTurns(items).map((group, place) => (
            <li key={`${group[0]!.movementId} ${place}`} className="py-2 first:pt-0 last:pb-0">
              {group.length === 1 ? (
                <Item item={group[0]!} isDrill={isDrill} onSwap={onSwap} />
              ) : (
                <Turns group={group} isDrill={isDrill} isCircuit={!isLifting || group.length > 2} onSwap={onSwap} />
              )}
            </li>
          ))}
        </ul>
        {isLifting && items.some(({ sets }) => sets.some(({ loadKg }) => loadKg === undefined)) && (
          <p className="mt-2 text-note text-soft">{words.loadOnTheDay}</p>
        )}
      </Card>
    )
  })
}

/** Movements that are done one after another, round by round. */
function Turns({
  group,
  isDrill,
  isCircuit,
  onSwap,
}: {
  readonly group: readonly ProgramItem[]
  readonly isDrill: boolean
  readonly isCircuit: boolean
  readonly onSwap: ((item: ProgramItem) => void) | undefined
}) {
  const rest = Math.max(...group.map(({ restSeconds }) => restSeconds))
  return (
    <div className="rounded-card bg-raised/50 p-3">
      <p className="mb-1 flex items-center gap-2 text-note font-semibold">
        <Repeat aria-hidden size={18} className="text-accent" />
        <span>
          {isCircuit ? words.circuit : words.inTurn} · {words.rounds(roundsOf(group))}
          {rest > 0 && ` · ${words.restAfterRound(clockText(rest))}`}
        </span>
      </p>
      <ol className="divide-y divide-line">
        {group.map((item, place) => (
          <li key={`${item.movementId} ${place}`} className="py-2 last:pb-0">
            <Item item={item} isDrill={isDrill} isInRound onSwap={onSwap} />
          </li>
        ))}
      </ol>
    </div>
  )
}

function Item({
  item,
  isDrill,
  isInRound = false,
  onSwap,
}: {
  readonly item: ProgramItem
  /** Of warming up or easing off: how much is left in reserve is not asked. */
  readonly isDrill: boolean
  readonly isInRound?: boolean
  readonly onSwap: ((item: ProgramItem) => void) | undefined
}) {
  const movements = useQuery(movementsQuery()).data
  const loadText = useLoadText()
  const name = movements?.get(item.movementId)?.name ?? item.movement
  const lines = setLines(item, loadText, isDrill)
  const { steps, standing } = stepsOf(item.reasons, loadText)
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <Link
          to="/library/$movementId"
          params={{ movementId: item.movementId }}
          className="flex min-h-8 items-center font-medium break-words active:bg-raised"
        >
          {name}
        </Link>
        {lines.map((line, place) => (
          <p key={`${line} ${place}`} className="text-note tabular">
            {line}
            {place === lines.length - 1 && !isInRound && item.restSeconds > 0 && ` · ${words.rest(clockText(item.restSeconds))}`}
          </p>
        ))}
        <p className="text-note text-soft">
          {[...steps, ...(standing.length === 0 ? [] : [whyText({ ...item, reasons: standing })])].join(' ')}
        </p>
      </div>
      {onSwap !== undefined && (
        <IconButton label={words.swap(name)} onClick={() => onSwap(item)}>
          <ArrowLeftRight aria-hidden size={20} />
        </IconButton>
      )}
    </div>
  )
}

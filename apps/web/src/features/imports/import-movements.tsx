import type { Movement } from '@gymgenius/contracts'
import type { MovementId } from '@gymgenius/domain'
import { ChevronRight, Plus } from 'lucide-react'
import { useState } from 'react'
import { MovementPicker } from '../../lib/movement-picker.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { classes } from '../../ui/classes.ts'
import type { Import, MovementChoices } from './use-imports.ts'
import { words } from './words.ts'

type ImportedMovement = Import['movements'][number]

/** Below this a proposal deserves a look. */
const SURE = 0.9

/** Every name in the file and what it becomes; doubtful ones first. */
export function ImportMovements({
  movements,
  choices,
  onChoice,
}: {
  readonly movements: readonly ImportedMovement[]
  readonly choices: MovementChoices
  readonly onChoice: (name: string, movementId: MovementId | null) => void
}) {
  const [asked, setAsked] = useState<ImportedMovement>()
  const [chosenNames, setChosenNames] = useState<Readonly<Record<string, string>>>({})
  const inOrder = movements.toSorted((a, b) => doubtOf(b) - doubtOf(a) || b.sets - a.sets)

  const needsLookAt = (movement: ImportedMovement) => isDoubtful(movement) && choices[movement.name] === undefined
  const toCheck = movements.filter(needsLookAt).length

  function pick(found: Movement | undefined) {
    if (asked === undefined) return
    choose(asked.name, found?.id ?? null, found?.name ?? words.ownMovement)
    setAsked(undefined)
  }

  function choose(name: string, movementId: MovementId | null, movementName: string) {
    onChoice(name, movementId)
    setChosenNames({ ...chosenNames, [name]: movementName })
  }

  return (
    <Card title={words.movements}>
      <p className="mb-2 text-note text-soft">{words.movementsText}</p>
      {toCheck > 0 && <p className="mb-2 text-note text-caution">{words.toCheck(toCheck)}</p>}
      <ul className="divide-y divide-line">
        {inOrder.map((movement) => {
          const becomes = chosenNames[movement.name] ?? movement.movementName ?? words.ownMovement
          const needsLook = needsLookAt(movement)
          return (
            <li key={movement.name}>
              <button
                type="button"
                onClick={() => setAsked(movement)}
                className="flex min-h-14 w-full items-center gap-3 py-2 text-left active:bg-raised"
              >
                <span className="min-w-0 flex-1">
                  <span className="block">{movement.name}</span>
                  <span className={classes('block text-note', needsLook ? 'text-caution' : 'text-soft')}>
                    → {becomes}
                    {choices[movement.name] === undefined && whyText(movement)}
                    {needsLook && ` · ${words.likely}`}
                  </span>
                </span>
                <span className="shrink-0 text-note text-soft tabular">{words.sets(movement.sets)}</span>
                <ChevronRight aria-hidden size={18} className="shrink-0 text-soft" />
              </button>
              {isOpen(movement) && choices[movement.name] === undefined && (
                <div className="flex flex-wrap items-center gap-2 pb-3">
                  <span className="text-note text-soft">{words.maybe}</span>
                  {movement.suggestions!.map(({ movementId, movementName }) => (
                    <Button
                      key={movementId}
                      aria-label={words.maybeName(movement.name, movementName)}
                      onClick={() => choose(movement.name, movementId, movementName)}
                    >
                      {movementName}
                    </Button>
                  ))}
                </div>
              )}
              {needsLook && (
                <div className="flex gap-2 pb-3">
                  <Button
                    aria-label={words.confirmName(movement.name, becomes)}
                    onClick={() => onChoice(movement.name, movement.movementId ?? null)}
                  >
                    {words.confirm}
                  </Button>
                  <Button aria-label={words.anotherName(movement.name)} onClick={() => setAsked(movement)}>
                    {words.another}
                  </Button>
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {asked !== undefined && (
        <MovementPicker
          title={words.pick}
          onClose={() => setAsked(undefined)}
          onPick={pick}
          initialText={asked.name.replace(/\s*\(.*$/, '')}
          extra={
            <Button look="secondary" icon={<Plus aria-hidden size={20} />} onClick={() => pick(undefined)}>
              {words.ownMovement}
            </Button>
          }
        />
      )}
    </Card>
  )
}

/** Doubtful ones first, then those that nothing was taken for. */
const doubtOf = (movement: ImportedMovement) => (isDoubtful(movement) ? 2 : isOpen(movement) ? 1 : 0)
const isOpen = ({ movementId, suggestions = [] }: ImportedMovement) => movementId === undefined && suggestions.length > 0

function whyText({ reason = '' }: ImportedMovement): string {
  const why = words.why[reason]
  return why === undefined ? '' : ` (${why})`
}

const isDoubtful = ({ movementId, confidence }: ImportedMovement) => movementId !== undefined && confidence < SURE

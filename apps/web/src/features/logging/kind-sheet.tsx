import type { Movement, PlannedSet } from '@gymgenius/contracts'
import { limits, type SetKind } from '@gymgenius/domain'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field, Switch } from '../../ui/field.tsx'
import { KindChoice } from '../../ui/kind-choice.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { isTempo } from '../../ui/tempo.ts'
import { kindSheetWords as words } from './kind-sheet-words.ts'
import type { SetRow } from './rows.ts'

export interface KindSheetProps {
  readonly row: SetRow
  readonly movement: Movement
  /** What was noted of the set on the screen; a set that is further off is not noted on yet. */
  readonly note: string | undefined
  readonly canNote: boolean
  readonly onClose: () => void
  readonly onKind: (kind: SetKind) => void
  readonly onPlan: (planned: PlannedSet, note: string | undefined) => void
  readonly onRemove: () => void
}

/** Behind the number of a set: what it is, with one tap; below that what few sets need. */
export function KindSheet({ row, movement, onClose, onKind, ...rest }: KindSheetProps) {
  return (
    <Sheet title={words.title(row.label)} open onClose={onClose}>
      <div className="flex flex-col gap-4">
        <KindChoice
          value={row.state === 'done' ? row.set.kind : row.planned.kind}
          isTwoSided={movement.laterality !== 'unilateral'}
          onChange={onKind}
        />
        {row.state === 'coming' && <Details planned={row.planned} {...rest} />}
      </div>
    </Sheet>
  )
}

function Details({
  planned,
  note,
  canNote,
  onPlan,
  onRemove,
}: Pick<KindSheetProps, 'note' | 'canNote' | 'onPlan' | 'onRemove'> & { readonly planned: PlannedSet }) {
  const [tempo, setTempo] = useState(planned.tempo ?? '')
  const [isToFailure, setToFailure] = useState(planned.toFailure === true)
  const [noted, setNoted] = useState(note ?? '')
  const isGood = tempo === '' || isTempo(tempo)
  const isByReps = planned.durationSeconds === undefined && planned.distanceMeters === undefined

  function keep() {
    const { tempo: _tempo, toFailure: _toFailure, ...others } = planned
    onPlan({ ...others, ...(tempo !== '' && { tempo }), ...(isToFailure && { toFailure: true }) }, noted === '' ? undefined : noted)
  }
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (isGood) keep()
      }}
    >
      {isByReps && planned.kind !== 'warm_up' && (
        <Switch label={words.toFailure} hint={words.toFailureHint} checked={isToFailure} onChange={setToFailure} />
      )}
      <Field
        label={words.tempo}
        hint={words.tempoHint}
        autoComplete="off"
        autoCapitalize="characters"
        value={tempo}
        fault={isGood ? undefined : words.tempoFault}
        onChange={(event) => setTempo(event.target.value.toUpperCase().trim())}
      />
      {canNote && (
        <Field label={words.note} maxLength={limits.noteGraphemes} value={noted} onChange={(event) => setNoted(event.target.value)} />
      )}
      <Button type="submit" look="primary" big disabled={!isGood}>
        {words.keep}
      </Button>
      <Button look="danger" onClick={onRemove}>
        {words.remove}
      </Button>
    </form>
  )
}

import { type ProgramSplit, programSplits } from '@gymgenius/domain'
import { useState } from 'react'
import { Choice } from '../../../ui/field.tsx'
import { splitNames } from '../words.ts'
import { lifeWords as words } from './life-words.ts'
import type { Agenda, Change, Program } from './types.ts'
import { WhatIfSheet } from './what-if-sheet.tsx'

type Wanted = 'deload' | 'days' | 'split'
type Split = Exclude<ProgramSplit, 'hybrid'>

const DAY_CHOICES = [1, 2, 3, 4, 5, 6, 7]

/** What if I deload now, train on other days, by another split: of all that is left of the program. */
export function PlanChangeSheet({
  program,
  agenda,
  onClose,
}: {
  readonly program: Program
  readonly agenda: Agenda
  readonly onClose: () => void
}) {
  const now = program.request?.daysPerWeek ?? program.weeks?.at(-1)?.days.length
  const [wanted, setWanted] = useState<Wanted>('deload')
  const [relief, setRelief] = useState(7)
  const [days, setDays] = useState<number>()
  const [split, setSplit] = useState<Split>()
  const change = ((): Change | undefined => {
    if (wanted === 'deload') return { kind: 'deload', days: relief }
    if (wanted === 'days') return days === undefined ? undefined : { kind: 'days', daysPerWeek: days }
    return split === undefined ? undefined : { kind: 'split', split, ...(days !== undefined && { daysPerWeek: days }) }
  })()
  const dayOptions = DAY_CHOICES.map((value) => ({ value, text: String(value), disabled: wanted === 'days' && value === now }))
  return (
    <WhatIfSheet program={program} agenda={agenda} title={words.planTitle} change={change} onClose={onClose}>
      <Choice
        label={words.planWhat}
        value={wanted}
        options={[
          { value: 'deload', text: words.deload },
          { value: 'days', text: words.days },
          { value: 'split', text: words.split },
        ]}
        onChange={(value) => {
          setWanted(value)
          setDays(undefined)
        }}
      />
      {wanted === 'deload' && (
        <div>
          <Choice
            label={words.deloadDays}
            value={relief}
            options={[5, 7, 10, 14].map((value) => ({ value, text: String(value) }))}
            onChange={setRelief}
          />
          <p className="mt-2 text-note text-soft">{words.deloadHint}</p>
        </div>
      )}
      {wanted === 'split' && (
        <Choice
          label={words.splitName}
          value={split}
          options={programSplits.flatMap((value) => (value === 'hybrid' ? [] : [{ value, text: splitNames[value] }]))}
          onChange={setSplit}
        />
      )}
      {wanted !== 'deload' && <Choice label={words.daysPerWeek} value={days} options={dayOptions} onChange={setDays} />}
    </WhatIfSheet>
  )
}

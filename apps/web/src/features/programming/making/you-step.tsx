import type { Joint } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { MovementPicker } from '../../../lib/movement-picker.tsx'
import { movementsQuery } from '../../../lib/view/read.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Choice } from '../../../ui/field.tsx'
import { jointNames } from '../../../ui/movement-words.ts'
import { Chips } from '../chips.tsx'
import { words as programWords } from '../words.ts'
import { Fault, named, type StepProps } from './step.tsx'
import { makingWords as words } from './words.ts'

/** How long one has lifted, what hurts, and what one does not want to do. */
export function YouStep(props: StepProps) {
  const { answers, draft, change } = props
  return (
    <>
      <Card>
        <Choice
          label={programWords.experience}
          value={answers.experience}
          options={named(words.months)}
          onChange={(experience) => change({ experience })}
        />
        <Fault>{draft.faults?.experience}</Fault>
      </Card>
      <Hurts {...props} />
      <Never {...props} />
    </>
  )
}

function Hurts({ answers: { injuries }, draft, change }: StepProps) {
  const toggle = (joint: Joint) =>
    change({
      injuries: injuries.some((one) => one.joint === joint)
        ? injuries.filter((one) => one.joint !== joint)
        : [...injuries, { joint, severity: 'moderate' }],
    })
  return (
    <Card>
      <Chips
        label={words.hurts}
        hint={draft.injuries === undefined && injuries.length > 0 ? words.fromPains : words.hurtsHint}
        fault={draft.faults?.injuries}
        options={named(jointNames)}
        chosen={injuries.map(({ joint }) => joint)}
        onToggle={toggle}
      />
      {injuries.map(({ joint, severity }) => (
        <div key={joint} className="mt-3">
          <Choice
            label={words.howMuch(jointNames[joint])}
            value={severity}
            options={named(words.severities)}
            onChange={(severity) => change({ injuries: injuries.map((one) => (one.joint === joint ? { joint, severity } : one)) })}
          />
          <p className="mt-1 text-note text-soft">{words.severityHints[severity]}</p>
        </div>
      ))}
    </Card>
  )
}

function Never({ answers: { never }, draft, change }: StepProps) {
  const movements = useQuery(movementsQuery()).data
  const [isPicking, setPicking] = useState(false)
  const nameOf = (id: string) => movements?.get(id)?.name ?? words.unknown
  return (
    <Card title={words.never}>
      <p className="-mt-2 mb-2 text-note text-soft">{words.neverHint}</p>
      <ul className="mb-2">
        {never.map((id) => (
          <li key={id} className="flex min-h-11 items-center justify-between gap-2">
            {nameOf(id)}
            <IconButton label={words.want(nameOf(id))} onClick={() => change({ never: never.filter((one) => one !== id) })}>
              <X aria-hidden size={20} />
            </IconButton>
          </li>
        ))}
      </ul>
      <Fault>{draft.faults?.never}</Fault>
      <Button icon={<Plus aria-hidden size={20} />} onClick={() => setPicking(true)}>
        {words.addNever}
      </Button>
      {isPicking && (
        <MovementPicker
          title={words.addNever}
          onClose={() => setPicking(false)}
          onPick={({ id }) => {
            change({ never: [...never.filter((one) => one !== id), id] })
            setPicking(false)
          }}
        />
      )}
    </Card>
  )
}

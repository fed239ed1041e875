import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { newId } from '../../lib/ids.ts'
import { SubmitForm } from '../../lib/submit-form.tsx'
import { Card } from '../../ui/card.tsx'
import { Choice, Field } from '../../ui/field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { amountOf, type Goal, GOALS } from './goal.ts'
import { words } from './words.ts'

const ratings = ([1, 2, 3, 4, 5] as const).map((value) => ({ value, text: words.ratings[value] }))

/** How it stands now: a figure, how near, or words. */
export function CheckInForm({ goal: { id, current } }: { readonly goal: Goal }) {
  const queries = useQueryClient()
  const toast = useToast()
  const [value, setValue] = useState('')
  const [rating, setRating] = useState<1 | 2 | 3 | 4 | 5>()
  const [note, setNote] = useState('')
  const [checkInId, setCheckInId] = useState(() => newId<'check_in'>()) // asked again after a broken answer, it is said once
  const amount = amountOf(value)
  const isNoNumber = Number.isNaN(amount ?? 0)

  async function say() {
    await call('POST /v1/goals/{id}/check-ins', {
      params: { id },
      body: {
        id: checkInId,
        ...(amount !== undefined && { value: amount }),
        ...(rating !== undefined && { rating }),
        ...(note.trim() !== '' && { note: note.trim() }),
      },
    })
    setValue('')
    setRating(undefined)
    setNote('')
    setCheckInId(newId<'check_in'>())
    toast({ text: words.said })
    await queries.invalidateQueries({ queryKey: GOALS })
  }
  return (
    <Card title={words.checkIn}>
      <SubmitForm
        submit={words.say}
        act={say}
        disabled={isNoNumber || (amount === undefined && rating === undefined && note.trim() === '')}
      >
        {current.target !== undefined && (
          <Field
            label={current.unit === undefined ? words.value : `${words.value} (${current.unit})`}
            inputMode="decimal"
            autoComplete="off"
            value={value}
            fault={isNoNumber ? words.notANumber : undefined}
            onChange={({ target }) => setValue(target.value)}
          />
        )}
        <Choice label={words.rating} value={rating} options={ratings} onChange={setRating} />
        <Field label={words.note} maxLength={500} value={note} onChange={({ target }) => setNote(target.value)} />
      </SubmitForm>
    </Card>
  )
}

import { useState } from 'react'
import { actNames } from '../../lib/act-words.ts'
import { SubmitForm } from '../../lib/submit-form.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { type AuditFilter, everything } from './audit-filter.ts'
import { words } from './words.ts'

/** The browser itself refuses half an address, and a last day before the first. */
export function NarrowForm({ filter, onNarrow }: { readonly filter: AuditFilter; readonly onNarrow: (filter: AuditFilter) => void }) {
  const [{ act, email, from, to }, setDraft] = useState(filter)
  const change = (part: Partial<AuditFilter>) => setDraft({ act, email, from, to, ...part })

  async function narrow() {
    const isAll = act === '' && email === '' && from === '' && to === ''
    onNarrow(isAll ? everything : { act, email, from, to })
  }

  return (
    <SubmitForm submit={words.show} act={narrow}>
      <Select
        label={words.act}
        value={act}
        options={[{ value: '', text: words.anything }, ...Object.entries(actNames).map(([value, text]) => ({ value, text }))]}
        onChange={(chosen) => change({ act: chosen as AuditFilter['act'] })}
      />
      <Field
        label={words.person}
        hint={words.personHint}
        type="email"
        autoComplete="off"
        value={email}
        onChange={(event) => change({ email: event.target.value })}
      />
      <Field label={words.from} type="date" value={from} onChange={(event) => change({ from: event.target.value })} />
      <Field label={words.to} type="date" min={from} value={to} onChange={(event) => change({ to: event.target.value })} />
    </SubmitForm>
  )
}

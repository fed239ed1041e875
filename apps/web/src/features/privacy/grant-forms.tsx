import type { DataKind, TrainerGrant } from '@gymgenius/contracts'
import { type Instant, isoOf } from '@gymgenius/domain'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { timeNow } from '../../lib/clock.ts'
import { newId } from '../../lib/ids.ts'
import { CodeLine } from '../../lib/code-line.tsx'
import { SubmitForm } from '../../lib/submit-form.tsx'
import { Choice, Field, Switch } from '../../ui/field.tsx'
import { words } from './words.ts'

const kinds: readonly DataKind[] = ['workouts', 'programs', 'body_weight', 'recovery', 'injuries']
const DAY_MS = 86_400_000
const VERSION = 1

/** Asks for consent, what and how long; answers a code. */
export function GiveGrant() {
  const [id] = useState(() => newId<'trainer_grant'>())
  const [agrees, setAgrees] = useState(false)
  const [shownAs, setShownAs] = useState('')
  const [seen, setSeen] = useState<readonly DataKind[]>(['workouts'])
  const [from, setFrom] = useState<keyof typeof words.froms>('all')
  const [until, setUntil] = useState<keyof typeof words.untils>('open')
  const [given, setGiven] = useState<TrainerGrant>()

  async function give() {
    await call('PUT /v1/consents', { body: { purpose: 'trainer_sharing', version: VERSION } })
    const now = timeNow()
    const body = {
      id,
      shownAs,
      kinds: [...seen],
      ...(from !== 'all' && { seenFrom: at(now, from === 'now' ? 0 : -90) }),
      ...(until !== 'open' && { endsAt: at(now, until === 'month' ? 30 : 90) }),
    }
    setGiven(await call('POST /v1/grants', { body }))
  }

  if (given !== undefined) {
    return (
      <>
        <p>{words.handOn}</p>
        {given.code !== undefined && <CodeLine label={words.code} code={given.code} />}
      </>
    )
  }
  return (
    <SubmitForm submit={words.make} act={give} disabled={!agrees || shownAs.trim() === '' || seen.length === 0}>
      <Field
        label={words.shownAs}
        hint={words.shownAsHint}
        required
        maxLength={200}
        value={shownAs}
        onChange={(event) => setShownAs(event.target.value)}
      />
      <Kinds seen={seen} onChange={setSeen} />
      <Choice label={words.from} value={from} options={optionsOf(words.froms)} onChange={setFrom} />
      <Choice label={words.until} value={until} options={optionsOf(words.untils)} onChange={setUntil} />
      <Switch label={words.agreement} checked={agrees} onChange={setAgrees} />
    </SubmitForm>
  )
}

export function ChangeGrant({ grant, onDone }: { readonly grant: TrainerGrant; readonly onDone: () => void }) {
  const [seen, setSeen] = useState<readonly DataKind[]>(grant.kinds)
  async function keep() {
    await call('PATCH /v1/grants/{id}', { params: { id: grant.id }, body: { kinds: [...seen] } })
    onDone()
  }
  return (
    <SubmitForm submit={words.keep} act={keep} disabled={seen.length === 0}>
      <Kinds seen={seen} onChange={setSeen} />
    </SubmitForm>
  )
}

function Kinds({ seen, onChange }: { readonly seen: readonly DataKind[]; readonly onChange: (seen: readonly DataKind[]) => void }) {
  return (
    <fieldset>
      <legend className="mb-1 text-note font-medium">{words.kindsLabel}</legend>
      {kinds.map((kind) => (
        <Switch
          key={kind}
          label={words.kinds[kind]}
          checked={seen.includes(kind)}
          onChange={(isSeen) => onChange(kinds.filter((each) => (each === kind ? isSeen : seen.includes(each))))}
        />
      ))}
    </fieldset>
  )
}

const optionsOf = <Value extends string>(texts: Readonly<Record<Value, string>>) =>
  (Object.entries(texts) as [Value, string][]).map(([value, text]) => ({ value, text }))

const at = (now: number, days: number) => isoOf((now + days * DAY_MS) as Instant)

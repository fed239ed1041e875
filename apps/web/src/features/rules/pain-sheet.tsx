import { DAY_MS, type Instant, isoOf } from '@gymgenius/domain'
import { useState } from 'react'
import { faultText } from '../../lib/api.ts'
import { isoNow, timeNow } from '../../lib/clock.ts'
import { newId } from '../../lib/ids.ts'
import { sayRule } from '../../lib/rules.ts'
import type { Pain } from '../../lib/verdict.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/field.tsx'
import { jointNames } from '../../ui/movement-words.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { words } from './words.ts'

const LENGTHS_DAYS = [3, 7, 14, 28] as const
const names = Object.entries(jointNames) as [Pain['joint'], string][]

/** Where, how much, how long: three taps, and the training is careful from the next set on. */
export function PainSheet({ onClose }: { readonly onClose: () => void }) {
  const toast = useToast()
  const [joint, setJoint] = useState<Pain['joint']>()
  const [severity, setSeverity] = useState<Pain['severity']>('moderate')
  const [days, setDays] = useState<(typeof LENGTHS_DAYS)[number]>(7)
  const keep = () => {
    if (joint === undefined) return
    const id = newId<'constraint'>()
    const until = isoOf((timeNow() + days * DAY_MS) as Instant)
    const pain: Pain = { id, joint, severity, from: isoNow(), until, excludedMovementIds: [], cappedMovementIds: [] }
    sayRule({ of: 'pain', id, pain, isNew: true }).catch((error: unknown) => toast({ text: faultText(error) }))
    onClose()
  }
  return (
    <Sheet title={words.sayTitle} open onClose={onClose}>
      <div className="flex flex-col gap-5">
        <fieldset className="m-0 border-0 p-0">
          <legend className="mb-2 p-0 text-note text-soft">{words.where}</legend>
          <div className="flex flex-wrap gap-2">
            {names.map(([value, text]) => (
              <Button
                key={value}
                look={joint === value ? 'primary' : 'secondary'}
                aria-pressed={joint === value}
                onClick={() => setJoint(value)}
              >
                {text}
              </Button>
            ))}
          </div>
        </fieldset>
        <div>
          <Choice
            label={words.howMuch}
            value={severity}
            options={(['mild', 'moderate', 'severe'] as const).map((value) => ({ value, text: words.severities[value] }))}
            onChange={setSeverity}
          />
          <p className="mt-1 text-note text-soft">{words.severityHints[severity]}</p>
        </div>
        <Choice
          label={words.howLong}
          value={days}
          options={LENGTHS_DAYS.map((value) => ({ value, text: words.days(value) }))}
          onChange={setDays}
        />
        <p className="text-note text-soft">{words.noDoctor}</p>
        <Button look="primary" big disabled={joint === undefined} onClick={keep}>
          {words.keep}
        </Button>
      </div>
    </Sheet>
  )
}

import { DAY_MS, type Instant, instantOf, isoOf } from '@gymgenius/domain'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { faultText } from '../../lib/api.ts'
import { dateText } from '../../lib/dates.ts'
import { useNow } from '../../lib/now.ts'
import { sayRule, useRules } from '../../lib/rules.ts'
import { useChangeSettings, useSettings } from '../../lib/settings.ts'
import type { Pain } from '../../lib/verdict.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { midSentence } from '../../ui/locale.ts'
import { jointNames } from '../../ui/movement-words.ts'
import { useToast } from '../../ui/toast.tsx'
import { PainSheet } from './pain-sheet.tsx'
import { words } from './words.ts'

/** What hurts now and until when; each line ends by itself, or when the lifter says so. */
export function PainsCard() {
  const now = useNow()
  const pains = useRules().constraints.filter(({ until }) => instantOf(until) > now)
  const [isSaying, setIsSaying] = useState(false)
  return (
    <Card title={words.pains}>
      <p className="mb-2 text-note text-soft">{words.painsText}</p>
      <ul className="mb-3 divide-y divide-line">
        {pains.map((pain) => (
          <PainLine key={pain.id} pain={pain} />
        ))}
      </ul>
      <Everywhere />
      <Button icon={<Plus aria-hidden size={20} />} onClick={() => setIsSaying(true)}>
        {words.say}
      </Button>
      {isSaying && <PainSheet onClose={() => setIsSaying(false)} />}
    </Card>
  )
}

/** What was said before there were joints to name: nothing is tested hard anywhere, until the lifter takes it back. */
function Everywhere() {
  const { hasPain } = useSettings()
  const change = useChangeSettings()
  const toast = useToast()
  if (!hasPain) return null
  const end = () => {
    change({ hasPain: false }).then(
      () => toast({ text: words.isBetter }),
      (error: unknown) => toast({ text: faultText(error) }),
    )
  }
  return (
    <div className="mb-3">
      <p className="font-medium">{words.everywhere}</p>
      <p className="mb-2 text-note text-soft">{words.everywhereText}</p>
      <Button onClick={end}>{words.better}</Button>
    </div>
  )
}

function PainLine({ pain }: { readonly pain: Pain }) {
  const toast = useToast()
  const until = (at: number, told?: string) => {
    sayRule({ of: 'pain', id: pain.id, pain: { ...pain, until: isoOf(at as Instant) }, isNew: false }).catch((error: unknown) =>
      toast({ text: faultText(error) }),
    )
    if (told !== undefined) toast({ text: told })
  }
  const joint = jointNames[pain.joint]
  return (
    <li className="py-3">
      <p className="font-medium">
        {joint} · {words.severities[pain.severity]}
      </p>
      <p className="mb-2 text-note text-soft">
        {words.until(dateText(Date.parse(pain.until)))}. {words.severityHints[pain.severity]}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button aria-label={words.betterName(midSentence(joint))} onClick={() => until(Date.parse(pain.from), words.isBetter)}>
          {words.better}
        </Button>
        <Button onClick={() => until(Date.parse(pain.until) + 7 * DAY_MS)}>{words.longer}</Button>
      </div>
    </li>
  )
}

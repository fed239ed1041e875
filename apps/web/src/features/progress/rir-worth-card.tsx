import { useQuery } from '@tanstack/react-query'
import { dateText } from '../../lib/dates.ts'
import { useSettings } from '../../lib/settings.ts'
import { Card } from '../../ui/card.tsx'
import { type RirWorth, rirWorthQuery } from './rir-worth.ts'
import { worthText } from './rir-worth-text.ts'
import { words } from './words.ts'

/** The reading that is told: two left is what lifters say most. */
const TOLD = 2

/** What this lifter's word about their reserve is worth, in a sentence; nothing before the server was heard once. */
export function RirWorthCard() {
  const worth = useQuery(rirWorthQuery()).data
  return worth === undefined || worth === null ? null : (
    <Card title={words.worth.title}>
      <Finding worth={worth} />
    </Card>
  )
}

function Finding({ worth }: { readonly worth: RirWorth }) {
  const { effortScale } = useSettings()
  if (worth.status === 'too_few') return <p className="text-note text-soft">{words.worth.tooFew(worth.sets, worth.setsNeeded)}</p>
  if (worth.status !== 'known') return <p className="text-note text-soft">{words.worth[worth.status]}</p>
  const told = worth.readings.find((reading) => reading.said === TOLD)!
  const said = effortScale === 'rpe' ? `RPE ${10 - TOLD}` : words.worth.said(TOLD)
  return (
    <>
      <p>{worthText(said, told)}</p>
      <p className="mt-2 text-note text-soft">
        {words.worth.from(worth.sets, dateText(Date.parse(worth.since)), dateText(Date.parse(worth.madeAt)))}
      </p>
    </>
  )
}

import { locale } from '../../ui/locale.ts'
import { useQuery } from '@tanstack/react-query'
import { dateText } from '../../lib/dates.ts'
import { useSettings } from '../../lib/settings.ts'
import { Card } from '../../ui/card.tsx'
import { type RirWorth, rirWorthQuery } from './rir-worth.ts'
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
  const { left, low80, high80 } = worth.readings.find(({ said }) => said === TOLD)!
  const said = effortScale === 'rpe' ? `RPE ${10 - TOLD}` : words.worth.said(TOLD)
  return (
    <>
      <p>{words.worth.known(said, repsText(left), repsText(low80), repsText(high80))}</p>
      <p className="mt-2 text-note text-soft">
        {words.worth.from(worth.sets, dateText(Date.parse(worth.since)), dateText(Date.parse(worth.madeAt)))}
      </p>
    </>
  )
}

const repsText = (reps: number) => new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(reps)

import type { LocalDay } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { ChartLine, Share2 } from 'lucide-react'
import { useState } from 'react'
import { useLogbookStatus } from '../../lib/logbook.ts'
import { MoreComing } from '../../lib/more-coming.tsx'
import { NothingLogged } from '../../lib/nothing-logged.tsx'
import { movementsQuery } from '../../lib/view/read.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { CalendarCard } from './calendar-card.tsx'
import { LiftCard } from './lift-card.tsx'
import { LiftScoresCard, YearScoresCard } from './misses-card.tsx'
import { MusclesCard } from './muscles-card.tsx'
import { PatternsCard } from './patterns-card.tsx'
import { ShareSheet } from './share-sheet.tsx'
import { type ReportState, useReport } from './use-report.ts'
import { VerdictCard } from './verdict-card.tsx'
import { VolumeCard } from './volume-card.tsx'
import { words } from './words.ts'

/** How well the engine would have foretold this lifter's whole history, and what is in it. */
export function ReportScreen() {
  const report = useReport()
  const { isComplete } = useLogbookStatus()
  const [isSharing, setSharing] = useState(false)
  const movements = useQuery(movementsQuery()).data
  const { card } = report
  const nameOf = (key: string) => movements?.get(key)?.name ?? key
  const isEmpty = card !== undefined && card.lifts.length === 0
  return (
    <Page
      title={words.title}
      action={
        card !== undefined &&
        !isEmpty && (
          <Button look="primary" big icon={<Share2 aria-hidden size={20} />} onClick={() => setSharing(true)}>
            {words.share}
          </Button>
        )
      }
    >
      <MoreComing />
      <Making report={report} />
      {isEmpty && isComplete && (
        <NothingLogged picture={<ChartLine aria-hidden size={40} />} title={words.empty}>
          {words.emptyText}
        </NothingLogged>
      )}
      {card !== undefined && !isEmpty && movements !== undefined && (
        <>
          <VerdictCard card={card} />
          <YearScoresCard years={card.years} />
          <LiftScoresCard lifts={card.lifts} nameOf={nameOf} />
          <LiftCard lifts={card.lifts} movements={movements} />
          <CalendarCard card={card} />
          <PatternsCard patterns={card.patterns} monday={card.weeks.at(-1)?.monday ?? (0 as LocalDay)} />
          <VolumeCard weeks={card.weeks} />
          <MusclesCard weeks={card.weeks} />
          <ShareSheet card={card} nameOf={nameOf} open={isSharing} onClose={() => setSharing(false)} />
        </>
      )}
    </Page>
  )
}

function Making({ report: { card, progress, isFailed, onAgain } }: { readonly report: ReportState }) {
  if (isFailed) {
    return (
      <Notice tone="danger" action={<Button onClick={onAgain}>{words.tryAgain}</Button>}>
        {words.failed}
      </Notice>
    )
  }
  if (progress === undefined) return card === undefined ? <Card>{words.waiting}</Card> : null
  return (
    <Card>
      <ProgressBar label={card === undefined ? words.making : words.again} share={progress} />
      <p className="mt-2 text-note text-soft">{words.makingText}</p>
    </Card>
  )
}

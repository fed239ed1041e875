import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { withWords } from '../../lib/language.ts'
import { useNow } from '../../lib/now.ts'
import { diaryQuery } from '../../lib/view/diary.ts'
import { useShownWorkouts } from '../../lib/view/shown.ts'
import { Button } from '../../ui/button.tsx'
import { words } from './check-in-words.ts'
import { mayAsk, skipToday } from './skipping.ts'

const sheet = withWords(() => import('./check-in-sheet.tsx'))
const CheckInSheet = lazy(async () => ({ default: (await sheet()).CheckInSheet }))

const FRESH_MS = 12 * 3_600_000

/** Ten seconds before a workout, for who wants to: one tap leaves it, and who leaves it often is not asked any more. */
export function CheckIn({ pain }: { readonly pain: (onClose: () => void) => ReactNode }) {
  const now = useNow()
  const recovery = useQuery(diaryQuery('recovery')).data
  const soreness = useQuery(diaryQuery('soreness')).data
  const isUnderWay = useShownWorkouts()?.some(({ endedAt }) => endedAt === undefined) ?? true
  const [isOpen, setOpen] = useState(false)
  const [isSkipped, setSkipped] = useState(false)
  if (recovery === undefined || soreness === undefined || isUnderWay) return null
  const isFresh = ({ at }: { readonly at: string }) => now - Date.parse(at) < FRESH_MS
  const isDone = recovery.some(isFresh) || soreness.some(isFresh)
  const asks = !isDone && !isSkipped && mayAsk(now)

  return (
    <div className="flex min-h-11 flex-wrap items-center justify-between gap-2">
      {(asks || isDone) && <p className={isDone ? 'text-note text-done' : ''}>{isDone ? words.done : words.ask}</p>}
      <div className="flex gap-2">
        <Button look={asks ? 'secondary' : 'quiet'} onClick={() => setOpen(true)}>
          {isDone ? words.change : words.checkIn}
        </Button>
        {asks && (
          <Button
            look="quiet"
            onClick={() => {
              skipToday(now)
              setSkipped(true)
            }}
          >
            {words.skip}
          </Button>
        )}
      </div>
      {isOpen && (
        <Suspense>
          <CheckInSheet recovery={recovery.find(isFresh)} soreness={soreness.find(isFresh)} pain={pain} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}

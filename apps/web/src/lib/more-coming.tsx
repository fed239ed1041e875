import { Notice } from '../ui/notice.tsx'
import { useLogbookStatus } from './logbook.ts'
import { words } from './words.ts'

/** Says that the log on this phone is not whole, so that nobody reads half a curve as the whole one. */
export function MoreComing() {
  const { isComplete, phase } = useLogbookStatus()
  if (isComplete || phase === 'opening') return null
  return (
    <Notice title={words.arriving}>
      {phase === 'waiting' ? words.arrivingWaiting : phase === 'signed_out' ? words.arrivingSignedOut : words.arrivingSyncing}
    </Notice>
  )
}

import { Notice } from '../ui/notice.tsx'
import { useLogbookStatus } from './logbook.ts'

const words = {
  title: 'Your history is still arriving',
  syncing: 'What you see here is not all of it yet.',
  waiting: 'What you see here is not all of it. The rest comes as soon as the server can be reached.',
  signedOut: 'What you see here is not all of it. The rest comes when you have signed in again.',
}

/** Says that the log on this phone is not whole, so that nobody reads half a curve as the whole one. */
export function MoreComing() {
  const { isComplete, phase } = useLogbookStatus()
  if (isComplete || phase === 'opening') return null
  return (
    <Notice title={words.title}>{phase === 'waiting' ? words.waiting : phase === 'signed_out' ? words.signedOut : words.syncing}</Notice>
  )
}

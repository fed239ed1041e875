import { lazy, Suspense } from 'react'
import { CheckIn } from '../features/diary/check-in.tsx'
import { GymChoice } from '../features/gyms/gym-choice.tsx'
import { TodayScreen } from '../features/logging/today-screen.tsx'
import { SyncDot } from '../features/sync/sync-dot.tsx'
import { withWords } from '../lib/language.ts'

const pain = withWords(() => import('../features/rules/pain-sheet.tsx'))
const PainSheet = lazy(async () => ({ default: (await pain()).PainSheet }))

const saysPain = (onClose: () => void) => (
  <Suspense>
    <PainSheet onClose={onClose} />
  </Suspense>
)

export const Today = () => <TodayScreen syncDot={<SyncDot />} gymChoice={<GymChoice />} checkIn={<CheckIn pain={saysPain} />} />

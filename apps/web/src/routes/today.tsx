import { GymChoice } from '../features/gyms/gym-choice.tsx'
import { TodayScreen } from '../features/logging/today-screen.tsx'
import { SyncDot } from '../features/sync/sync-dot.tsx'

export const Today = () => <TodayScreen syncDot={<SyncDot />} gymChoice={<GymChoice />} />

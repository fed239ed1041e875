import { WorkoutScreen } from '../features/logging/workout-screen.tsx'
import { SyncDot } from '../features/sync/sync-dot.tsx'

export const Workout = () => <WorkoutScreen syncDot={<SyncDot />} />

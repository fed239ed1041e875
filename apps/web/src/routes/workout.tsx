import { WorkoutScreen } from '../features/logging/workout-screen.tsx'
import { SyncDot } from '../features/sync/sync-dot.tsx'
import { wakeEngine } from '../lib/engine/ask.ts'

wakeEngine() // it starts while the log is read, and has the first target when that is there

export const Workout = () => <WorkoutScreen syncDot={<SyncDot />} />

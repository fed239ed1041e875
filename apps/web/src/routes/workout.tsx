import { WorkoutScreen } from '../features/logging/workout-screen.tsx'
import { SyncDot } from '../features/sync/sync-dot.tsx'
import { wakeEngine } from '../lib/engine/ask.ts'
import { loadPrior } from '../lib/view/read.ts'

// These come while the log is read, so that the first target is there when it is.
wakeEngine()
loadPrior().catch(() => undefined)

export { readAhead } from '../features/logging/ahead.ts'

export const Workout = () => <WorkoutScreen syncDot={<SyncDot />} />

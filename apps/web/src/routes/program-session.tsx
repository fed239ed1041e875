import { startWorkout } from '../features/logging/actions.ts'
import { SessionScreen } from '../features/programming/life/session-screen.tsx'

/** A session of a program is started as a routine is. */
export const ProgramSession = () => <SessionScreen startHere={startWorkout} />

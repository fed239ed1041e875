import type { ProgramId, WorkoutId } from '@gymgenius/domain'
import { call } from '../../../lib/api.ts'
import { syncNow } from '../../../lib/logbook.ts'
import { queries } from '../../../lib/queries.ts'
import { gymsQuery, workoutQuery } from '../../../lib/view/read.ts'

const LOOK_AGAIN_MS = 100
const PATIENCE_MS = 10_000

/** Starts a session whose plan this phone does not hold, and waits until workout and plan have come. */
export async function startOnServer(id: ProgramId, session: number): Promise<WorkoutId> {
  const [gym] = await queries.fetchQuery(gymsQuery())
  const { workout } = await call('POST /v1/programs/{id}/sessions/{session}/start', {
    params: { id, session: String(session) as never },
    body: gym === undefined ? {} : { gymId: gym.id },
  })
  await syncNow()
  for (let waited = 0; waited < PATIENCE_MS && !(await isHere(workout.id)); waited += LOOK_AGAIN_MS)
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
  return workout.id
}

const isHere = async (id: WorkoutId) => (await queries.fetchQuery({ ...workoutQuery(id), staleTime: 0 })) !== null

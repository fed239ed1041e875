import { createHash } from 'node:crypto'
import { uuidV7Maker } from '@gymgenius/domain'
import { expect, type Lifter } from './product.ts'

export interface Program {
  readonly id: string
  readonly weeks: readonly { readonly days: readonly { readonly session: number; readonly minutes: number }[] }[]
}

interface Agenda {
  readonly items: readonly { readonly session: number; readonly status: string; readonly routineId?: string }[]
  readonly proposals: number
}

interface Routine {
  readonly items: readonly { readonly movementId: string; readonly sets: readonly { readonly kind?: string }[] }[]
}

type Said = Readonly<Record<'loadKg' | 'reps' | 'rir', number>>

const DAY_MS = 86_400_000

export const day = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10)

/** Another device of the lifter, signed in once: sees how the program stands, and tells what was trained while it was offline. */
export async function anotherDevice(lifter: Lifter, { id }: Program) {
  const asks = await lifter.device()
  const newId = uuidV7Maker(Date.now, (into) => void crypto.getRandomValues(into as Uint8Array<ArrayBuffer>))
  const deviceId = newId()
  let deviceSeq = 0
  const change = (entity: string, entityId: string, kind: string, fields: object) => {
    const counter = deviceSeq.toString(16).padStart(4, '0')
    return { opId: newId(), deviceId, deviceSeq: deviceSeq++, hlc: `${Date.now()}-${counter}`, entity, entityId, kind, fields }
  }
  const agenda = () => asks<Agenda>('GET', `/v1/programs/${id}/agenda`)
  const status = async (session: number) => (await agenda()).items.find((one) => one.session === session)?.status

  /** All of a session as it was planned, so many days ago; resolves when the server counts it as done. */
  async function trains(session: number, daysAgo: number, said: Said) {
    const { routineId } = (await agenda()).items.find((one) => one.session === session)!
    const { items } = await asks<Routine>('GET', `/v1/routines/${routineId}`)
    const sets = items.flatMap(({ movementId, sets }) => sets.filter(({ kind }) => kind !== 'warm_up').map(() => movementId))
    const begun = Date.now() - daysAgo * DAY_MS - 3_600_000
    const at = (minutes: number) => new Date(begun + minutes * 60_000).toISOString()
    const workoutId = newId()
    const ops = [
      change('workout', workoutId, 'put', { startedAt: at(0), routineId }),
      ...sets.map((movementId, place) =>
        change('set', newId(), 'put', { workoutId, movementId, kind: 'working', performedAt: at(place + 1), ...said }),
      ),
      change('workout', workoutId, 'patch', { endedAt: at(59) }),
    ]
    const { results } = await asks<{ results: readonly { readonly outcome: string }[] }>('POST', '/v1/sync', { ops })
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['applied']))
    await expect.poll(() => status(session)).toBe('done')
  }

  return {
    status,
    trains,
    proposals: async () => (await agenda()).proposals,
    /** The whole plan in a few letters: to say that it is another one, or the same to the byte. */
    weeks: async () =>
      createHash('sha256')
        .update(JSON.stringify((await asks<Program>('GET', `/v1/programs/${id}`)).weeks))
        .digest('hex'),
  }
}

import type { Workout } from '@gymgenius/contracts'
import { localInput } from '../../lib/dates.ts'

const MINUTE_MS = 60_000

type Times = Pick<Workout, 'startedAt' | 'endedAt'>

/** Whole minutes from start to end; undefined while it goes on. */
export const minutesOf = ({ startedAt, endedAt }: Times) =>
  endedAt === undefined ? undefined : Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / MINUTE_MS)

export interface Retimed {
  /** Milliseconds by which the start and every set moves. */
  readonly shift: number
  readonly fields: { readonly startedAt?: string; readonly endedAt?: string }
}

/** A workout said to have begun then and to have taken so many minutes. What is untouched keeps its seconds; its sets move with its start. */
export function retimed(workout: Times, startedAt: number, minutes: number | undefined): Retimed {
  const before = Date.parse(workout.startedAt)
  const shift = localInput(before) === localInput(startedAt) ? 0 : startedAt - before
  const isSameLength = minutes === undefined || minutes === minutesOf(workout)
  const fields = {
    ...(shift !== 0 && { startedAt: new Date(before + shift).toISOString() }),
    ...(workout.endedAt !== undefined &&
      (shift !== 0 || !isSameLength) && {
        endedAt: new Date(isSameLength ? Date.parse(workout.endedAt) + shift : before + shift + minutes * MINUTE_MS).toISOString(),
      }),
  }
  return { shift, fields }
}

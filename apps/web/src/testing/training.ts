import type { Movement, PerformedSet, Routine, Workout } from '@gymgenius/contracts'
import { isoOf, type Id, type Instant } from '@gymgenius/domain'
import type { Settings } from '../lib/settings.ts'
import { testId } from './ops.ts'

export const evening = Date.UTC(2026, 2, 2, 18) as Instant
export const minutesLater = (minutes: number) => isoOf((evening + minutes * 60_000) as Instant)

export const bench: Movement = {
  id: testId<'movement'>(),
  name: 'Bench Press (Barbell)',
  aliases: ['Flat bench'],
  pattern: 'horizontal_push',
  muscles: [],
  equipment: 'barbell',
  laterality: 'bilateral',
  loadKind: 'external',
  isCustom: false,
}
export const squat: Movement = { ...bench, id: testId<'movement'>(), name: 'Squat (Barbell)', aliases: ['Back squat'], pattern: 'squat' }

/** A set, saying only what the test is about. */
export function aSet({ minute = 0, ...said }: Partial<PerformedSet> & { readonly minute?: number }): PerformedSet {
  return {
    id: testId<'performed_set'>(),
    workoutId: 'today' as Id<'workout'>,
    movementId: bench.id,
    kind: 'working',
    position: minute,
    performedAt: minutesLater(minute),
    toFailure: false,
    loadKg: 80 as never,
    reps: 8 as never,
    ...said,
  }
}

export const aWorkout = (said: Partial<Workout> = {}): Workout => ({
  id: testId<'workout'>(),
  name: 'Push',
  startedAt: minutesLater(0),
  endedAt: minutesLater(60),
  setCount: 0,
  tonnageKg: 0,
  ...said,
})

export const someSettings: Settings = {
  unit: 'kg',
  effortScale: 'rir',
  goalStrength: 0.5,
  timeZone: 'Europe/Berlin',
  isNovice: false,
  hasPain: false,
  language: 'auto',
  hand: 'right',
}

export const aRoutine = (name: string, position: number): Routine => ({ id: testId<'routine'>(), name, position, items: [] })

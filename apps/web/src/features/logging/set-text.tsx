import type { PerformedSet } from '@gymgenius/contracts'
import { kg } from '@gymgenius/domain'
import { useLoadText } from '../../ui/load.tsx'
import { clockText } from './rest.ts'
import { words } from './words.ts'

type Said = Pick<PerformedSet, 'loadKg' | 'reps' | 'durationSeconds' | 'rir' | 'rpe' | 'toFailure'>

/** A set in words: `80 kg × 8`, `12 reps`, `20 kg, 0:45`. */
export function useSetText() {
  const loadText = useLoadText()
  return ({ loadKg, reps, durationSeconds }: Pick<Said, 'loadKg' | 'reps' | 'durationSeconds'>) => {
    const load = loadKg === undefined || loadKg === 0 ? undefined : loadText(kg(loadKg))
    if (reps === undefined && durationSeconds !== undefined) return [load, clockText(durationSeconds)].filter(isThere).join(', ')
    if (reps === undefined) return load ?? ''
    return load === undefined ? words.repsOnly(reps) : `${load} × ${reps}`
  }
}

/** How hard it was, on the scale it was said on; nothing when it was not said. */
export function effortText({ rir, rpe, toFailure }: Pick<Said, 'rir' | 'rpe' | 'toFailure'>): string | undefined {
  if (toFailure) return words.failure
  if (rpe !== undefined) return `RPE ${rpe}`
  return rir === undefined ? undefined : `RIR ${rir}`
}

const isThere = (part: string | undefined): part is string => part !== undefined

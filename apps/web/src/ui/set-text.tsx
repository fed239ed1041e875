import { kg } from '@gymgenius/domain'
import { clockText } from './clock-text.ts'
import { useLoadText } from './load.tsx'
import { formatNumber } from './numbers.ts'
import { words } from './words.ts'

/** What a set was, as far as it was said. */
export interface SetFacts {
  readonly loadKg?: number | undefined
  readonly reps?: number | undefined
  readonly durationSeconds?: number | undefined
  readonly distanceMeters?: number | undefined
  /** One side at a time. */
  readonly isPerSide?: boolean
  /** What followed, part by part; the load and reps above are those of the first. */
  readonly parts?: readonly { readonly loadKg: number; readonly reps: number }[] | undefined
}

export interface Effort {
  readonly rir?: number | undefined
  readonly rpe?: number | undefined
  readonly effortScale?: 'rir' | 'rpe' | undefined
  readonly toFailure: boolean
}

/** A set in words: `80 kg × 8`, `80 kg × 8 + 4 + 60 kg × 6`, `12 reps`, `20 kg, 0:45`, `1.2 km, 5:00`. A load of zero is the body alone and is left out. */
export function useSetText() {
  const loadText = useLoadText()
  return ({ loadKg, reps, durationSeconds, distanceMeters, isPerSide = false, parts = [] }: SetFacts) => {
    const load = loadKg === undefined || loadKg === 0 ? undefined : loadText(kg(loadKg))
    const lifted = reps === undefined ? load : load === undefined ? words.reps(reps) : `${load} × ${reps}`
    const distance = distanceMeters === undefined || distanceMeters === 0 ? undefined : distanceText(distanceMeters)
    const time = durationSeconds === undefined || durationSeconds === 0 ? undefined : clockText(durationSeconds)
    const more = parts.map((part, i) => {
      const before = i === 0 ? loadKg : parts[i - 1]!.loadKg
      return part.loadKg === before ? ` + ${part.reps}` : ` + ${loadText(kg(part.loadKg))} × ${part.reps}`
    })
    const whole = lifted === undefined ? undefined : lifted + more.join('')
    return [whole !== undefined && isPerSide && reps !== undefined ? words.perSide(whole) : whole, distance, time]
      .filter((part) => part !== undefined)
      .join(', ')
  }
}

/** How hard it was, on the scale it was said on; nothing when it was not said. */
export function effortText({ rir, rpe, effortScale, toFailure }: Effort): string | undefined {
  if (toFailure) return words.toFailure
  if (rpe !== undefined && effortScale !== 'rir') return `RPE ${formatNumber(rpe)}`
  return rir === undefined ? undefined : `RIR ${formatNumber(rir)}`
}

/** A set and its effort. */
export function SetText({ set }: { readonly set: SetFacts & Effort }) {
  const setText = useSetText()
  const effort = effortText(set)
  return (
    <span className="tabular">
      {setText(set)}
      {effort !== undefined && <span className="text-note text-soft">, {effort}</span>}
    </span>
  )
}

const distanceText = (metres: number) => (metres < 1000 ? `${Math.round(metres)} m` : `${formatNumber(metres / 1000)} km`)

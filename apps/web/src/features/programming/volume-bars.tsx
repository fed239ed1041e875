import { type MuscleVolume, type TrackedMuscle, trackedMuscles } from '@gymgenius/domain'
import { muscleGroupNames } from '../../ui/movement-words.ts'
import { toTenths } from './figures.ts'
import { words } from './words.ts'

/** Hard sets of each major muscle in one week, over the band that is useful. */
export function VolumeBars({ volume }: { readonly volume: Readonly<Record<TrackedMuscle, MuscleVolume>> }) {
  const widest = Math.max(...trackedMuscles.map((muscle) => Math.max(volume[muscle].mrv, volume[muscle].sets)))
  const share = (sets: number) => `${(sets / widest) * 100}%`
  return (
    <ul className="flex flex-col gap-2">
      {trackedMuscles.map((muscle) => {
        const { sets, mev, mrv } = volume[muscle]
        return (
          <li key={muscle}>
            <span className="block text-note">{words.setsOf(muscleGroupNames[muscle], toTenths(sets))}</span>
            <span aria-hidden className="relative block h-3 rounded-chip bg-raised">
              <span className="absolute inset-y-0 rounded-chip bg-accent/30" style={{ left: share(mev), width: share(mrv - mev) }} />
              <span className="absolute inset-y-1 left-0 rounded-chip bg-accent" style={{ width: share(sets) }} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}

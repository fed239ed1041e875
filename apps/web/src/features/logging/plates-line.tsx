import type { LoadSteps, Movement } from '@gymgenius/contracts'
import { kg, type Kilograms } from '@gymgenius/domain'
import { platesFor } from '@gymgenius/engine'
import { Load, useLoadText } from '../../ui/load.tsx'
import { words } from './words.ts'

/** The plates for the load on the screen, for bars whose plates are known. It keeps its line when there is nothing to say. */
export function PlatesLine({
  movement,
  load,
  loadSteps,
}: {
  readonly movement: Movement
  readonly load: Kilograms | undefined
  readonly loadSteps: readonly LoadSteps[]
}) {
  const loadText = useLoadText()
  const steps = loadSteps.find(({ equipment }) => equipment === movement.equipment)
  if (steps?.platesKg === undefined || steps.platesKg.length === 0) return null
  const { perSide, missing } = platesFor(load ?? kg(0), steps.minKg, steps.platesKg)
  const isLoadable = load !== undefined && load >= steps.minKg && missing === 0
  return (
    <p className="flex min-h-7 items-center justify-center gap-2 text-note text-soft" aria-live="off">
      {load !== undefined && !isLoadable && <span className="text-caution">{words.notLoadable(loadText(load))}</span>}
      {isLoadable && perSide.length === 0 && words.emptyBar}
      {isLoadable && perSide.length > 0 && (
        <>
          <span>{words.plates}</span>
          {grouped(perSide).map(({ plate, count }) => (
            <span key={plate} className="rounded-md bg-raised px-1.5 text-ink tabular">
              {count > 1 && `${count} × `}
              <Load kg={plate} bare />
            </span>
          ))}
        </>
      )}
    </p>
  )
}

function grouped(plates: readonly Kilograms[]) {
  const counts = new Map<Kilograms, number>()
  for (const plate of plates) counts.set(plate, (counts.get(plate) ?? 0) + 1)
  return [...counts].map(([plate, count]) => ({ plate, count }))
}

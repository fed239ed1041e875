import type { GymLoading } from '../../lib/gym-loading.ts'
import type { LoadSteps } from '@gymgenius/contracts'
import type { Kilograms } from '@gymgenius/domain'
import { platesFor, type Loadable } from '@gymgenius/engine'
import { Button } from '../../ui/button.tsx'
import { Load, useLoadText } from '../../ui/load.tsx'
import { nearestLoads } from './nearest-loads.ts'
import { words } from './words.ts'

/**
 * What is under the load on the screen: the plates for it, on bars whose plates are known; or that this gym cannot load it,
 * with the loads on both sides one tap away. It is said and never forbidden: the lifter may know a gym that we do not.
 */
export function PlatesLine({
  load,
  loads,
  steps,
  gym,
  among,
  onLoad,
}: {
  readonly load: Kilograms | undefined
  readonly loads: Loadable
  readonly steps: LoadSteps | undefined
  /** What this gym has, where that was said: then it alone counts. */
  readonly gym: GymLoading | undefined
  /** The loads of all sets of this movement, and which of them this is. */
  readonly among: { readonly loads: readonly number[]; readonly index: number }
  readonly onLoad: (load: Kilograms) => void
}) {
  const loadText = useLoadText()
  const why = load === undefined ? undefined : gym?.whyNot(load)
  const nearest = load === undefined ? undefined : gym === undefined ? nearestLoads(load, loads, steps) : why && beside(why)
  if (load !== undefined && nearest !== undefined) {
    return <NotLoadable load={load} nearest={nearest} why={words.whyNot(why, loadText)} onLoad={onLoad} />
  }
  if (gym === undefined ? (steps?.platesKg ?? []).length === 0 : gym.plated.length === 0) return null
  const perSide =
    load === undefined
      ? undefined
      : gym === undefined
        ? platesFor(load, steps!.minKg, steps!.platesKg!).perSide
        : gym.platesAmong(among.loads.with(among.index, load), among.index)
  return (
    <p className="flex min-h-7 items-center justify-center gap-2 text-note text-soft" aria-live="off">
      {perSide?.length === 0 && words.emptyBar}
      {perSide !== undefined && perSide.length > 0 && (
        <>
          <span>{words.plates}</span>
          {grouped(perSide).map(({ plate, count }, place) => (
            <span key={place} className="rounded-md bg-raised px-1.5 text-ink tabular">
              {count > 1 && `${count} × `}
              <Load kg={plate} bare />
            </span>
          ))}
        </>
      )}
    </p>
  )
}

function NotLoadable({
  load,
  nearest,
  why,
  onLoad,
}: {
  readonly load: Kilograms
  readonly nearest: readonly Kilograms[]
  readonly why: string | undefined
  readonly onLoad: (load: Kilograms) => void
}) {
  const loadText = useLoadText()
  return (
    <output className="flex flex-wrap items-center justify-center gap-2 pt-1 text-note">
      <span className="w-full text-center text-caution">
        <s>{loadText(load)}</s> {why ?? words.notLoadable}
      </span>
      {nearest.map((near) => (
        <Button key={near} className="px-3! text-note!" title={words.take(loadText(near))} onClick={() => onLoad(near)}>
          {loadText(near)}
        </Button>
      ))}
    </output>
  )
}

const beside = ({ belowKg, aboveKg }: NonNullable<ReturnType<GymLoading['whyNot']>>) =>
  [belowKg, aboveKg].filter((load) => load !== undefined)

/** Plates that hang side by side, from the inside. */
function grouped(plates: readonly Kilograms[]) {
  const groups: { readonly plate: Kilograms; count: number }[] = []
  for (const plate of plates) {
    const last = groups.at(-1)
    if (last?.plate === plate) last.count++
    else groups.push({ plate, count: 1 })
  }
  return groups
}

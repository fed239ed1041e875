import type { TrainingWeek } from '@gymgenius/engine/report'

/** Sets a week of each name over the last so many weeks of the calendar, weeks without training included; names without sets are left out. */
export function perWeek<Name extends string>(
  weeks: readonly TrainingWeek[],
  span: number,
  of: (week: TrainingWeek) => Readonly<Partial<Record<Name, number>>>,
): ReadonlyMap<Name, number> {
  const last = weeks.at(-1)
  if (last === undefined) return new Map()
  const all = (last.monday - weeks[0]!.monday) / 7 + 1
  const looked = Math.min(span, all)
  const sums = new Map<Name, number>()
  for (const week of weeks) {
    if (last.monday - week.monday >= 7 * looked) continue
    for (const [name, sets] of Object.entries(of(week)) as [Name, number][]) sums.set(name, (sums.get(name) ?? 0) + sets)
  }
  return new Map([...sums].map(([name, sets]) => [name, sets / looked]))
}

import type { WhatIf } from './types.ts'

type Volumes = Pick<WhatIf, 'weeks' | 'weeksAfter' | 'volumeBefore' | 'volumeAfter'>

/** Hard sets of a muscle in a week; none where the plan has no such week. */
export function setsIn({ weeks, weeksAfter, volumeBefore, volumeAfter }: Volumes, side: 'before' | 'after', muscle: string, week: number) {
  const [all, of] = side === 'before' ? [weeks, volumeBefore] : [weeksAfter, volumeAfter]
  return of[muscle]?.[all.indexOf(week)] ?? 0
}

/** The weeks in which a muscle gets more or less than before, in their order. */
export function changedWeeks(volumes: Volumes): number[] {
  const muscles = Object.keys(volumes.volumeBefore)
  return [...new Set([...volumes.weeks, ...volumes.weeksAfter])]
    .sort((a, b) => a - b)
    .filter((week) => muscles.some((muscle) => setsIn(volumes, 'before', muscle, week) !== setsIn(volumes, 'after', muscle, week)))
}

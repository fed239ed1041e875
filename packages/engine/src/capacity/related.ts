import type { MovementFacts } from '../lifter/sets.ts'

/** What of a movement tells which others are like it. */
export interface Related {
  /** The pattern, and of an isolation movement the muscle it is for. */
  readonly group: string
  readonly equipment: string
  readonly baseKey: string | null
}

export function relatedBy({ pattern, equipment, loadKind, muscles, baseKey }: MovementFacts): Related {
  const prime = muscles.reduce<MovementFacts['muscles'][number] | undefined>(
    (best, each) => (best === undefined || each.share > best.share ? each : best),
    undefined,
  )
  return {
    group: pattern === 'isolation' ? `isolation of ${prime?.muscle ?? 'something'}` : pattern,
    equipment: loadKind === 'external' || loadKind === 'machine_stack' ? equipment : loadKind,
    baseKey,
  }
}

/** How much two movements have in common, nearest first. */
export const relations = ['same_base', 'same_group', 'other'] as const
export type Relation = (typeof relations)[number]

export function relationOf(a: Related, b: Related): Relation {
  if (a.baseKey !== null && a.baseKey === b.baseKey) return 'same_base'
  return a.group === b.group ? 'same_group' : 'other'
}

/** Movements whose maxima are compared. */
export const kindOf = ({ group, equipment }: Pick<Related, 'group' | 'equipment'>) => `${group} ${equipment}`

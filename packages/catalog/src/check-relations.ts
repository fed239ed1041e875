import { relationKinds } from './check-details.ts'
import type { MovementDetails, Relations } from './movement.ts'

/** What the other side of a relation has to say. */
const mirror: Readonly<Record<keyof Relations, keyof Relations>> = {
  progressions: 'regressions',
  regressions: 'progressions',
  variations: 'variations',
  sameOnOtherEquipment: 'sameOnOtherEquipment',
}

/** Relations between movements: broken, said by one side only, or leading in a circle. */
export function relationFaults(movements: readonly MovementDetails[]): string[] {
  const bySlug = new Map(movements.map((movement) => [movement.slug, movement]))
  const faults = movements.flatMap((movement) =>
    relationKinds.flatMap((kind) => movement.relations[kind].flatMap((other) => faultOfOne(movement, kind, bySlug.get(other), other))),
  )
  return faults.length > 0 ? faults : [...circles(movements, 'progressions', ({ relations }) => relations.progressions)]
}

function faultOfOne(
  { slug, equipment, relations }: MovementDetails,
  kind: keyof Relations,
  other: MovementDetails | undefined,
  said: string,
) {
  if (other === undefined) return [`${slug}: ${said} in its ${kind} does not exist`]
  if (other.slug === slug) return [`${slug}: names itself in its ${kind}`]
  if (relations[kind].filter((one) => one === said).length > 1) return [`${slug}: names ${said} twice in its ${kind}`]
  if (!other.relations[mirror[kind]].includes(slug)) return [`${slug}: ${said} does not name it back in its ${mirror[kind]}`]
  if (kind === 'sameOnOtherEquipment' && other.equipment === equipment) return [`${slug}: ${said} is on the same equipment`]
  return []
}

/** Movements from which a path leads back to themselves, one sentence each. */
export function* circles<M extends { readonly slug: string }>(
  movements: readonly M[],
  called: string,
  next: (movement: M) => readonly string[],
): Generator<string> {
  const bySlug = new Map(movements.map((movement) => [movement.slug, movement]))
  const state = new Map<string, 'open' | 'done'>()
  function leadsBack(slug: string): boolean {
    if (state.has(slug)) return state.get(slug) === 'open'
    state.set(slug, 'open')
    const movement = bySlug.get(slug)
    const back = movement !== undefined && next(movement).some((other) => leadsBack(other))
    state.set(slug, 'done')
    return back
  }
  for (const { slug } of movements) if (leadsBack(slug)) yield `${slug}: its ${called} lead back to where they began`
}

/** A sentence that fits everywhere says nothing: no cue may stand in more than this share of the files. */
const MOST_FILES_WITH_ONE_CUE = 0.05

export function cueFaults(movements: readonly MovementDetails[]): string[] {
  const counts = new Map<string, number>()
  for (const { cues } of movements) for (const cue of cues) counts.set(cue, (counts.get(cue) ?? 0) + 1)
  return [...counts].flatMap(([cue, count]) =>
    count > 1 && count > movements.length * MOST_FILES_WITH_ONE_CUE
      ? [`"${cue}" is a cue of ${count} movements; say what is true of each`]
      : [],
  )
}

import type { Joint } from '@gymgenius/domain'
import type { MovementDetails } from './movement.ts'

/** Tags that say a joint gets on with the movement, though others like it are hard on it. `back-friendly` is said of the lower back. */
export const friendlyTags: Readonly<Record<string, Joint>> = { 'shoulder-friendly': 'shoulder', 'back-friendly': 'lower_back' }

/**
 * What a file may not say of joints: that it is friendly to one nobody knows of, or to one that it asks for just as all its kin do. A
 * movement that asks nothing of a joint need not be called friendly to it.
 */
export function friendlyFaults(movements: readonly MovementDetails[]): string[] {
  const bySlug = new Map(movements.map((movement) => [movement.slug, movement]))
  return movements.flatMap((movement) =>
    movement.tags.flatMap((tag) => {
      if (!tag.endsWith('-friendly')) return []
      const joint = friendlyTags[tag]
      if (joint === undefined) return [`${movement.slug}: ${tag} is no tag; leave the joint out of its contraindications instead`]
      if (!movement.contraindications.includes(joint)) return []
      const isHarder = (other: MovementDetails | undefined) =>
        other?.contraindications.includes(joint) === true && !other.tags.includes(tag) && other.slug !== movement.slug
      const above = movement.base === undefined ? [] : [movement.base, bySlug.get(movement.base)?.base]
      const kin = movements.filter(
        ({ slug, base }) => above.includes(slug) || (base !== undefined && (base === movement.base || base === movement.slug)),
      )
      const related = Object.values(movement.relations).flatMap((slugs: readonly string[]) => slugs.map((slug) => bySlug.get(slug)))
      return [...kin, ...related].some(isHarder) ? [] : [`${movement.slug}: ${tag}, and it asks of the joint what its kin do`]
    }),
  )
}

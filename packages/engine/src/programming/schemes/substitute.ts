import type { MovementId, ProgramReason } from '@gymgenius/domain'
import type { SchemeInputs, SchemeMovement } from './inputs.ts'

/** Less alike than this and the movement is left out rather than replaced. */
const LEAST_LIKENESS = 1.2

/**
 * Chooses for each place of a scheme: the first movement of its list that can be done, else the one most like its first. Alike: the same
 * pattern (or joint action), muscles in common by their shares, the same tier, hardly more skill, and counted in the same unit. What
 * came into the place of what is told once.
 */
export function chosenFor(
  { movements, candidates }: Pick<SchemeInputs, 'movements' | 'candidates'>,
  notice: (reason: ProgramReason) => void,
): (slugs: readonly string[], taken: ReadonlySet<MovementId>) => SchemeMovement | undefined {
  const bySlug = new Map(movements.map((movement) => [movement.slug, movement]))
  const there = candidates === undefined ? undefined : new Set(candidates)
  const doable = there === undefined ? movements : movements.filter(({ id }) => there.has(id))
  const found = new Map<string, readonly SchemeMovement[]>()
  return (slugs, taken) => {
    const named = slugs.flatMap((slug) => bySlug.get(slug) ?? [])
    const first = named.find(({ id }) => there?.has(id) !== false && !taken.has(id))
    if (first !== undefined) return first
    const wanted = named[0]
    if (wanted === undefined) {
      notice({ code: 'left_out', facts: { movement: slugs[0] ?? '' } })
      return undefined
    }
    const likes = found.get(wanted.slug) ?? likest(wanted, doable)
    found.set(wanted.slug, likes)
    const instead = likes.find(({ id }) => !taken.has(id))
    if (instead === undefined) notice({ code: 'left_out', facts: { movement: wanted.name } })
    else notice({ code: 'substituted', facts: { movement: wanted.name, by: instead.name } })
    return instead
  }
}

function likest(wanted: SchemeMovement, doable: readonly SchemeMovement[]): readonly SchemeMovement[] {
  return doable
    .map((movement) => ({ movement, likeness: likenessOf(wanted, movement) }))
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .toSorted((a, b) => b.likeness - a.likeness || (a.movement.id < b.movement.id ? -1 : 1))
    .map(({ movement }) => movement)
}

function likenessOf(wanted: SchemeMovement, other: SchemeMovement): number {
  if (other.countedIn !== wanted.countedIn || (wanted.tier !== 'drill') !== (other.tier !== 'drill')) return 0
  if (wanted.pattern === 'isolation' && other.isolationOf !== wanted.isolationOf) return 0
  const samePattern = Number(wanted.pattern === other.pattern)
  const harder = Math.max(0, other.skill - Math.max(2, wanted.skill))
  return samePattern + muscleLikeness(wanted, other) + 0.3 * Number(wanted.tier === other.tier) - 0.3 * harder
}

/** Cosine of the shares of their muscles: 1 where they train the same in the same measure. */
function muscleLikeness(a: SchemeMovement, b: SchemeMovement): number {
  const ofB = new Map(b.muscles.map(({ muscle, share }) => [muscle, share]))
  const dot = a.muscles.reduce((sum, { muscle, share }) => sum + share * (ofB.get(muscle) ?? 0), 0)
  return dot === 0 ? 0 : dot / (lengthOf(a) * lengthOf(b))
}

const lengthOf = ({ muscles }: SchemeMovement) => Math.sqrt(muscles.reduce((sum, { share }) => sum + share * share, 0))

import type { MovementDetails as FileDetails } from '@gymgenius/catalog'
import { type MovementDetails, type MovementPage, Problem } from '@gymgenius/contracts'
import type { MovementId } from '@gymgenius/domain'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { circuitsWith, detailsOfSlug, libraryDetails } from './library-details.ts'
import { seen } from './movements.service.ts'
import { shown } from './shown.ts'

/** One movement with everything that its file says; one of the lifter's own says what they said. */
export async function showMovement(ctx: Ctx, actor: Athlete, id: MovementId): Promise<MovementPage> {
  const movement = await seen(ctx, actor.athleteId, id)
  if (movement === undefined) throw new Problem('movements.not_found', { movementId: id })
  const file = libraryDetails().get(id)
  return file === undefined ? shown(movement) : { ...shown(movement), details: detailsOf(file) }
}

function detailsOf(file: FileDetails): MovementDetails {
  const { slug, base, muscles, isolationOf, equipmentAlternatives, plane, loadedPerHand, disciplines, tier, skill, countedIn, repRange } =
    file
  const { setupSeconds, transitionSeconds, cues, tags } = file
  const [usualLow, usualHigh] = repRange
  return {
    slug,
    ...(base === undefined ? {} : { base: named(base) }),
    muscles: [...muscles],
    ...(isolationOf === undefined ? {} : { isolationOf }),
    equipmentAlternatives: [...equipmentAlternatives],
    plane,
    isLoadedPerHand: loadedPerHand === true,
    disciplines: [...disciplines],
    tier,
    skill,
    countedIn,
    usualLow,
    usualHigh,
    setupSeconds,
    transitionSeconds,
    cues: [...cues],
    relations: relationsOf(file),
    circuits: circuitsWith(slug).map(({ slug, name, format }) => ({ slug, name, format })),
    tags: [...tags],
  }
}

const kinds = {
  progressions: 'progression',
  regressions: 'regression',
  variations: 'variation',
  sameOnOtherEquipment: 'same_on_other_equipment',
} as const satisfies Record<keyof FileDetails['relations'], MovementDetails['relations'][number]['kind']>

const relationsOf = ({ relations }: FileDetails): MovementDetails['relations'] =>
  (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((field) =>
    relations[field].map((slug) => ({ kind: kinds[field], movement: named(slug) })),
  )

/** The checks of the library promise that every slug one file names is there. */
function named(slug: string) {
  const { id, name } = detailsOfSlug(slug)!
  return { id, name }
}

import { loadedJoints, programMovementOf } from '@gymgenius/catalog'
import type { AthleteId, Fixture, Movement, MovementId, ProgramMovement } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import { libraryDetails } from './library-details.ts'
import { ownShelf } from './own-shelf.ts'

/** A movement that a program may choose, and what else has to be there for it. */
export interface Plannable extends ProgramMovement {
  readonly needs: readonly Fixture[]
  /** What a program that is written down calls it. */
  readonly slug: string
}

let shipped: readonly Plannable[] | undefined

/** The whole library as a program sees it; its files are read at the first question. */
export const libraryForPlans = (): readonly Plannable[] =>
  (shipped ??= [...libraryDetails().values()].map((one) => ({ ...programMovementOf(one), slug: one.slug, needs: one.needs })))

/** What is usual of a movement that nobody described further. */
const USUAL = {
  disciplines: [],
  skill: 3,
  countedIn: 'reps',
  repRange: [6, 12],
  setupSeconds: 45,
  transitionSeconds: 30,
  tags: [],
} as const

/** The library and the lifter's own movements, those with what their base says where they vary one. */
export async function movementsForPlans(ctx: Ctx, athleteId: AthleteId): Promise<readonly Plannable[]> {
  const own = (await ownShelf(ctx, athleteId)).filter(({ isDeleted }) => !isDeleted)
  return own.length === 0 ? libraryForPlans() : [...libraryForPlans(), ...own.map(plannable)]
}

function plannable(movement: Movement & { readonly needs?: readonly Fixture[] | undefined }): Plannable {
  const base = movement.baseId === undefined ? undefined : libraryDetails().get(movement.baseId as MovementId)
  const { id, name, pattern, equipment, laterality, loadKind, muscles } = movement
  const tier = pattern === 'isolation' ? 'accessory' : 'assistance'
  const { disciplines, skill, countedIn, repRange, setupSeconds, transitionSeconds, tags } = base ?? USUAL
  return {
    id,
    name,
    pattern,
    equipment,
    laterality,
    loadKind,
    ...(movement.baseId !== undefined && { isVariation: true }),
    muscles,
    disciplines,
    skill,
    countedIn,
    repRange,
    setupSeconds,
    transitionSeconds,
    tags,
    isolationOf: base?.isolationOf,
    tier: base?.tier ?? tier,
    contraindications: loadedJoints(movement),
    nameCount: 1,
    slug: `own-${id}`,
    needs: movement.needs ?? [],
  }
}

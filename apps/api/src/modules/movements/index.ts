import type { Room } from '../../platform/room.ts'
import { prepareLibrary } from './library.service.ts'
import { movementRoutes } from './movements.routes.ts'
import { ownMovementsCopy } from './movements.service.ts'
import { mergesCopy } from './merges.service.ts'
import { rememberedCopy } from './remembered-names.service.ts'
import { rulesRoutes } from './rules.routes.ts'
import { rulesCopy } from './rules.service.ts'
import { embedLibrary, embedOwn, prepareMeaning } from './vectors.service.ts'

export { ensureCustomMovements, matchNames, suggestionsFor, undoCustomMovements } from './import-names.service.ts'
export { changeMovement, makeMovement, movementChangesSince, movementFor, movementsFor, removeMovement } from './movements.service.ts'
export { type Merge, mergeable, mergeAway, movementNow, settledMovement, unmerge } from './merges.service.ts'
export { listPains, takeOverPains } from './pains.service.ts'
export { rememberNames } from './remembered-names.service.ts'
export { shown as movementShown } from './shown.ts'
export { familyOf } from './library-movements.ts'
export { type NameMeaning, type SaidMovement } from './import-names.service.ts'
export { borrowMovements, type LentMovement, lentMovements } from './lending.service.ts'
export { libraryForPlans, movementsForPlans, type Plannable } from './plannable.service.ts'
export { livePains, movementRulesFor, painVerdictOn, takeOverRules, takeRulesBack } from './rules.service.ts'
export type { MovementChange } from './movements.repository.ts'

/** The library of movements, and those that lifters make themselves. */
export const movementsRoom: Room = {
  name: 'movements',
  prepare: async (ctx) => {
    await prepareLibrary(ctx)
    await prepareMeaning(ctx)
  },
  mount: (app) => {
    movementRoutes(app)
    rulesRoutes(app)
  },
  jobs: { 'movements.embed_library': embedLibrary, 'movements.embed_own': embedOwn },
  personalData: {
    copy: async (ctx, athleteId) => ({
      ...(await ownMovementsCopy(ctx, athleteId)),
      ...(await rulesCopy(ctx, athleteId)),
      ...(await rememberedCopy(ctx, athleteId)),
      ...(await mergesCopy(ctx, athleteId)),
    }),
  },
}

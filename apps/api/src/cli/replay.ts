import { Problem } from '@gymgenius/contracts'
import { isUuidV7, type RecommendationId } from '@gymgenius/domain'
import { replay } from '../modules/prescription/index.ts'
import { actingAs, system } from '../platform/context.ts'
import { reachWorld } from '../platform/world.ts'
import { type Command, dataOption, Usage } from './command.ts'

/** Computes a stored recommendation again. Ends with 1 where the answer of today is another, so that a script can ask. */
export const replayCommand: Command = {
  usage: 'ID [--data DIR]',
  summary: 'Compute a stored recommendation again and compare',
  help: `  ID           of the recommendation
  --data DIR   data folder (default .data)`,
  ...dataOption,
  run: async ({ environment, positionals }) => {
    const [id] = positionals
    if (id === undefined || !isUuidV7(id)) throw new Usage('replay needs the id of a recommendation')
    const world = await reachWorld(environment)
    try {
      const { isSame, stored, now } = await actingAs(world.ctx, system, (ctx) => replay(ctx, id as RecommendationId))
      console.log(isSame ? `The same, byte for byte (${now.engineVersion}).` : `Another answer.`)
      if (!isSame) console.log(`  ${stored.engineVersion}: ${stored.prescription}\n  ${now.engineVersion}: ${now.prescription}`)
      return isSame ? 0 : 1
    } catch (error) {
      if (error instanceof Problem && error.code === 'prescription.not_found') throw new Usage(`There is no recommendation ${id}`)
      throw error
    } finally {
      await world.close()
    }
  },
}

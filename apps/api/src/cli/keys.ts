import { resealSecondFactors } from '../modules/accounts/index.ts'
import { actingAs, type Ctx, system } from '../platform/context.ts'
import { addSealingKey, dropOldSealingKeys, sealingKeys, type SealingKey } from '../platform/secrets.ts'
import { reachWorld } from '../platform/world.ts'
import { type Command, dataOption, Usage } from './command.ts'
import { using } from './data.ts'

const deeds = ['rotate', 'reseal', 'drop-old'] as const

export const keysCommand: Command = {
  usage: 'rotate | reseal | drop-old',
  summary: 'Change the key that second factors and other secrets in the database are sealed with',
  help: `  rotate     makes a new key in the data folder and seals everything with it. A server that runs must be started again:
             until then it cannot read what is sealed anew. The old key stays beside the new one
  reseal     seals with the newest key what an older one sealed: after putting a new key first in SEALING_KEYS
  drop-old   leaves only the newest key in the data folder; refused while anything needs another
  --data DIR data folder (default .data)

Keep the file sealing-keys with your backups, in another place than they are: without it second factors cannot be read, and
their owners come in with backup codes only.`,
  ...dataOption,
  run: async ({ environment, positionals: [deed, ...more] }) => {
    if (!deeds.some((known) => known === deed) || more.length > 0) throw new Usage(`Say what to do: gymgenius keys ${keysCommand.usage}`)
    const { DATA_DIR, SEALING_KEYS } = environment
    if (SEALING_KEYS !== undefined && deed !== 'reseal') {
      throw new Usage('The keys are in SEALING_KEYS: put a new one first there, start the server again, and say: gymgenius keys reseal')
    }
    return using(await reachWorld(environment), async ({ ctx }) => {
      const ring = deed === 'rotate' ? await addSealingKey(DATA_DIR) : await sealingKeys(DATA_DIR, SEALING_KEYS)
      if (deed === 'drop-old') {
        const waiting = await sealedAnew(ctx, ring)
        await dropOldSealingKeys(DATA_DIR)
        console.log(waiting === 0 ? 'Only the newest key is left.' : `${waiting} secrets were sealed anew. Only the newest key is left.`)
        return
      }
      console.log(`${await sealedAnew(ctx, ring)} secrets are sealed with the key ${ring[0]!.id} now.`)
    })
  },
}

const sealedAnew = (ctx: Ctx, ring: readonly SealingKey[]) =>
  actingAs({ ...ctx, config: { ...ctx.config, sealingKeys: ring } }, system, resealSecondFactors)

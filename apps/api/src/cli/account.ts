import { Problem } from '@gymgenius/contracts'
import { dropSecondFactor, makeAdmin, resetPassword } from '../modules/accounts/index.ts'
import type { Ctx } from '../platform/context.ts'
import { reachWorld } from '../platform/world.ts'
import { type Command, dataOption, Usage } from './command.ts'
import { using } from './data.ts'

const deeds: Readonly<Record<string, (ctx: Ctx, email: string) => Promise<string>>> = {
  'reset-password': async (ctx, email) =>
    `The new password of ${email} is ${await resetPassword(ctx, email)}\nEvery device of theirs must sign in again.`,
  'disable-2fa': async (ctx, email) => {
    await dropSecondFactor(ctx, email)
    return `${email} signs in with the password alone.`
  },
  'make-admin': async (ctx, email) => {
    await makeAdmin(ctx, email)
    return `${email} may administer this server from their next sign-in on.`
  },
}

export const accountCommand: Command = {
  usage: 'reset-password EMAIL | disable-2fa EMAIL | make-admin EMAIL',
  summary: 'Help somebody in, or put them in charge; works without mail, also while the server runs',
  help: `  reset-password EMAIL   gives the account a new password, prints it once and signs every device out
  disable-2fa EMAIL      takes the second factor off the account, when its authenticator and backup codes are lost
  make-admin EMAIL       lets the account administer this server
  --data DIR             data folder (default .data); ignored where DATABASE_URL names a server`,
  ...dataOption,
  run: async ({ environment, positionals }) => {
    const [deed, email] = positionals
    const act = deeds[deed ?? '']
    if (act === undefined || email === undefined || positionals.length > 2) {
      throw new Usage(`Say what to do and for whom: gymgenius account ${accountCommand.usage}`)
    }
    return using(await reachWorld(environment), async ({ ctx }) => {
      try {
        console.log(await act(ctx, email))
        return 0
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        console.error(`${error.message}: ${email}`)
        return 1
      }
    })
  },
}

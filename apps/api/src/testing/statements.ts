import type { KyselyPlugin } from 'kysely'
import type { Ctx } from '../platform/context.ts'

/** The same world, and how many statements it has run since. */
export function counting<World extends Ctx>(ctx: World): { readonly ctx: World; count(): number } {
  let statements = 0
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      statements++
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return { ctx: { ...ctx, db: ctx.db.withPlugin(plugin) }, count: () => statements }
}

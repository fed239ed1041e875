import { sql } from 'kysely'
import type { App } from './http.ts'

const DATABASE_ANSWERS_MS = 2000

/** `/healthz`: the process lives. `/readyz`: send it requests; no while it drains or the database is silent. */
export function mountHealth({ http, ctx }: App, isDraining: () => boolean): void {
  http.get('/healthz', { logLevel: 'silent' }, async () => ({ status: 'alive', version: ctx.config.version }))
  http.get('/readyz', { logLevel: 'silent' }, async (_, reply) => {
    const status = isDraining() ? 'draining' : (await answersInTime()) ? 'ready' : 'database_unavailable'
    return reply.code(status === 'ready' ? 200 : 503).send({ status })
  })

  async function answersInTime(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined
    const silence = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), DATABASE_ANSWERS_MS)
    })
    const answer = sql`select 1`.execute(ctx.db).then(
      () => true,
      () => false,
    )
    return Promise.race([answer, silence]).finally(() => clearTimeout(timer))
  }
}

import { sql } from 'kysely'
import type { App } from './http.ts'
import type { Shared } from './ports/shared.ts'
import { alwaysAnswered } from './shedding.ts'

const DATABASE_ANSWERS_MS = 2000

const options = { logLevel: 'silent', config: alwaysAnswered } as const

/**
 * `/healthz`: the process lives. `/readyz`: send it requests; no while it drains or the database is silent. Redis, a standby and the store
 * of files it can do without, and says so.
 */
export function mountHealth({ http, ctx }: App, isDraining: () => boolean, shared?: Pick<Shared, 'isUp'>): void {
  http.get('/healthz', options, async () => ({ status: 'alive', version: ctx.config.version }))
  http.get('/readyz', options, async (_, reply) => {
    const status = isDraining() ? 'draining' : (await answersInTime()) ? 'ready' : 'database_unavailable'
    const redis = shared === undefined ? {} : { redis: shared.isUp() ? 'up' : 'away' }
    const replica = ctx.replica === undefined ? {} : { replica: ctx.replica.db() === undefined ? 'away' : 'up' }
    const files = ctx.blobs.kind === 'folder' ? {} : { files: ctx.blobs.isUp() ? 'up' : 'away' }
    return reply.code(status === 'ready' ? 200 : 503).send({ status, ...redis, ...replica, ...files })
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

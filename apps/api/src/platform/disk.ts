import { statfs } from 'node:fs/promises'
import { Problem } from '@gymgenius/contracts'
import type { Instant } from '@gymgenius/domain'
import type { Config } from './config.ts'
import type { Ctx } from './context.ts'

/** No request can fill the reserve within this time. */
const BELIEVED_MS = 1000

interface Look {
  readonly freeMb: number
  readonly at: Instant
}

const looks = new WeakMap<Config, Look>()

/**
 * Refuses while there is little room on the embedded database's disk. A table that cannot grow is an error that leaves
 * nothing behind; a log that cannot grow ends the database, and with it the server.
 */
export async function refuseFullDisk(ctx: Ctx): Promise<void> {
  const { DATABASE_URL, DISK_RESERVE_MB } = ctx.config.environment
  if (DATABASE_URL === undefined && (await freeMb(ctx)) < DISK_RESERVE_MB) throw new Problem('server.disk_full', { retryAfter: 60 })
}

async function freeMb({ config, clock }: Ctx): Promise<number> {
  const now = clock.now()
  const last = looks.get(config)
  if (last !== undefined && Math.abs(now - last.at) < BELIEVED_MS) return last.freeMb // also where the clock steps back
  const freeMb = await statfs(config.environment.DATA_DIR).then(
    ({ bavail, bsize }) => (bavail * bsize) / 1e6,
    () => Infinity, // a folder that cannot be looked at says nothing
  )
  looks.set(config, { freeMb, at: now })
  return freeMb
}

import type { AddressInfo } from 'node:net'
import { actingAs, system } from './context.ts'
import { migrate, readMigrations } from './database.ts'
import { mountHealth } from './health.ts'
import { type App, createHttp } from './http.ts'
import { startQueue } from './queue.ts'
import type { Room } from './room.ts'
import { migrationFolder, type World } from './world.ts'

const FINISH_REQUESTS_MS = 10_000

export interface Plan {
  readonly rooms: readonly Room[]
  readonly authenticate: App['authenticate']
}

export interface House {
  /** Where it answers, as a URL. */
  readonly address: string
  /** Answers what was asked, refuses what comes after, and closes everything. */
  close(): Promise<void>
}

/** Migrates the database, lets every room prepare and mount its doors, and listens. */
export async function openHouse(world: World, plan: Plan): Promise<House> {
  const { ctx, database } = world
  const applied = await migrate(database, await readMigrations(migrationFolder))
  if (applied.length > 0) ctx.log.info({ applied }, 'database migrated')
  for (const room of plan.rooms) if (room.prepare !== undefined) await actingAs(ctx, system, room.prepare)

  let isDraining = false
  const app: App = { http: createHttp(ctx.log, ctx.config.environment), ctx, served: [], authenticate: plan.authenticate }
  mountHealth(app, () => isDraining)
  for (const room of plan.rooms) room.mount?.(app)
  const { HOST: host, PORT: port } = ctx.config.environment
  const queue = startQueue(ctx, { rooms: plan.rooms, rng: chance })
  app.http.addHook('onResponse', async ({ method }) => {
    if (method !== 'GET') queue.wake() // what it announced need not wait for the next look
  })
  await app.http.listen({ host, port })

  return {
    address: urlOf(app.http.server.address() as AddressInfo),
    close: async () => {
      isDraining = true
      const impatience = setTimeout(() => app.http.server.closeAllConnections(), FINISH_REQUESTS_MS)
      await app.http.close()
      clearTimeout(impatience)
      await queue.stop()
      await world.close()
    },
  }
}

const chance = () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32

function urlOf({ address, family, port }: AddressInfo) {
  const host = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(address) ? 'localhost' : family === 'IPv6' ? `[${address}]` : address
  return `http://${host}:${port}`
}

import type { Logger } from 'pino'
import { plan } from '../plan.ts'
import type { Environment } from '../platform/config.ts'
import { type House, openHouse } from '../platform/house.ts'
import { createLogger } from '../platform/logging.ts'
import { openWorld } from '../platform/world.ts'

/** Serves until told to stop: the first signal lets requests finish, the second one does not. */
export async function serveUntilStopped(environment: Environment, ready: (house: House) => void | Promise<void>): Promise<void> {
  const log = createLogger(environment)
  const world = await openWorld(environment, log, (error) => endNow(log, error, 'the embedded database crashed: nothing can be saved'))
  const house = await openHouse(world, plan).catch(async (error: unknown) => {
    await world.close()
    throw error
  })
  stopGracefully(house, log)
  await ready(house)
}

function stopGracefully(house: House, log: Logger) {
  let stopping = false
  const stop = (code: number) => {
    if (stopping) process.exit(code === 0 ? 130 : code)
    stopping = true
    house.close().then(
      () => process.exit(code),
      (error: unknown) => endNow(log, error, 'closing failed'),
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      log.info({ signal }, 'stopping')
      stop(0)
    })
  }
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.fatal({ err: error }, event)
      stop(1)
    })
  }
}

function endNow(log: Logger, error: unknown, sentence: string) {
  log.fatal({ err: error }, sentence)
  process.exit(1)
}

import type { FaultPort } from '@gymgenius/faults'
import type { Traces } from '@gymgenius/traces'
import type { Logger } from 'pino'
import { plan } from '../plan.ts'
import type { Environment } from '../platform/config.ts'
import { type House, openHouse } from '../platform/house.ts'
import { createLogger } from '../platform/logging.ts'
import type { Shared } from '../platform/ports/shared.ts'
import { standBack } from '../platform/priority.ts'
import { faultsOf, openWorld, tracesOf, type World } from '../platform/world.ts'

/** Serves until told to stop: the first signal lets requests finish, the second one does not. */
export async function serveUntilStopped(environment: Environment, ready: (house: House) => void | Promise<void>): Promise<void> {
  // Nobody waits for it with a bar on their back: where it shares a machine with those who answer, they come first.
  if (environment.ROLE === 'worker') standBack()
  let traces: Traces | undefined
  const log = createLogger(environment, undefined, () => traces?.traceIdHere())
  traces = await tracesOf(environment, log)
  const faults = await faultsOf(environment, log)
  const crashed = (error: unknown) => endNow(faults, error, 'the embedded database crashed: nothing can be saved')
  const world = await openWorld(environment, log, crashed, { traces, faults })
  let shared: Shared | undefined
  const open = async () => openHouse(world, plan, (shared = await openShared(world.ctx)))
  const house = await open().catch(async (error: unknown) => {
    await shared?.close()
    await world.close()
    throw error
  })
  stopGracefully(house, log, faults)
  await ready(house)
}

/** The client of Redis is loaded only where there is one to ask. */
async function openShared({ config, clock, log }: World['ctx']): Promise<Shared | undefined> {
  const { REDIS_URL: url } = config.environment
  if (url === undefined) return undefined
  const { openRedis } = await import('../adapters/redis.ts')
  return openRedis({ url, clock, log })
}

function stopGracefully(house: House, log: Logger, faults: FaultPort) {
  let stopping = false
  const stop = (code: number) => {
    if (stopping) process.exit(code === 0 ? 130 : code)
    stopping = true
    house.close().then(
      () => process.exit(code),
      (error: unknown) => endNow(faults, error, 'closing failed'),
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
      faults.tell(error, { says: event, at: 'process' })
      stop(1)
    })
  }
}

function endNow(faults: FaultPort, error: unknown, says: string) {
  faults.tell(error, { says, at: 'process' })
  void faults.close().finally(() => process.exit(1))
}

import { fileURLToPath } from 'node:url'
import { Server, ServerCredentials } from '@grpc/grpc-js'
import { loadSync } from '@grpc/proto-loader'
import { ReflectionService } from '@grpc/reflection'
import { ENGINE_VERSION } from '@gymgenius/engine'
import { EngineService } from '@gymgenius/engine-rpc'
import { type FaultPort, inBoth, inLog } from '@gymgenius/faults'
import type { Traces } from '@gymgenius/traces'
import { HealthImplementation } from 'grpc-health-check'
import type { Config } from './config.ts'
import { engineService } from './engine.ts'

/** A snapshot has some 10 kB; more than this is no question. */
const MOST_BYTES = 1024 * 1024
const FINISH_MS = 5000
export const SERVICE_NAME = 'gymgenius.engine.v1.Engine'

export interface Served {
  /** Where it answers, as gRPC names it. */
  readonly address: string
  /** Says that it is leaving, answers what was asked, and closes. */
  close(): Promise<void>
}

/** The engine, whether it is well, and what it can be asked. */
export async function serve({ address, traces: wanted, sentry }: Config): Promise<Served> {
  const traces = await tracesOf(wanted)
  const faults = await faultsOf(sentry)
  const server = new Server({ 'grpc.max_receive_message_length': MOST_BYTES, 'grpc.enable_channelz': 0 })
  const health = new HealthImplementation({ '': 'SERVING', [SERVICE_NAME]: 'SERVING' })
  server.addService(EngineService, engineService(faults, traces))
  health.addToServer(server)
  reflection().addToServer(server)
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (error, port) => (error === null ? resolve(port) : reject(error)))
  })
  return {
    address: address.startsWith('unix:') ? address : address.replace(/:\d+$/, `:${port}`),
    close: () =>
      new Promise<void>((resolve) => {
        health.setStatus('', 'NOT_SERVING')
        health.setStatus(SERVICE_NAME, 'NOT_SERVING')
        const impatience = setTimeout(() => server.forceShutdown(), FINISH_MS)
        server.tryShutdown(() => {
          clearTimeout(impatience)
          void Promise.all([traces?.close(), faults.close()]).finally(resolve)
        })
      }),
  }
}

const warn = (facts: object, text: string) => console.error(text, facts)

/** What speaks to a collector is loaded only where there is one. */
async function tracesOf(wanted: Config['traces']): Promise<Traces | undefined> {
  if (wanted === undefined) return undefined
  const { openTraces } = await import('@gymgenius/traces')
  return openTraces({ ...wanted, service: 'gymgenius-engine', version: ENGINE_VERSION, warn })
}

/** Faults are printed; what speaks to a Sentry besides is loaded only where there is one. */
async function faultsOf(sentry: Config['sentry']): Promise<FaultPort> {
  const printed = inLog((facts, text) => console.error(text, facts))
  if (sentry === undefined) return printed
  const { inSentry } = await import('@gymgenius/faults/sentry')
  return inBoth(printed, inSentry({ ...sentry, service: 'gymgenius-engine', version: ENGINE_VERSION, warn }))
}

function reflection(): ReflectionService {
  const folder = fileURLToPath(new URL('../proto', import.meta.url))
  return new ReflectionService(loadSync('engine/v1/engine.proto', { includeDirs: [folder], keepCase: true }))
}

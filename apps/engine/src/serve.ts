import { fileURLToPath } from 'node:url'
import { Server, ServerCredentials } from '@grpc/grpc-js'
import { loadSync } from '@grpc/proto-loader'
import { ReflectionService } from '@grpc/reflection'
import { EngineService } from '@gymgenius/engine-rpc'
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
export async function serve({ address }: Config): Promise<Served> {
  const server = new Server({ 'grpc.max_receive_message_length': MOST_BYTES, 'grpc.enable_channelz': 0 })
  const health = new HealthImplementation({ '': 'SERVING', [SERVICE_NAME]: 'SERVING' })
  server.addService(EngineService, engineService())
  health.addToServer(server)
  reflection().addToServer(server)
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (error, port) => (error === null ? resolve(port) : reject(error)))
  })
  return {
    address: address.startsWith('unix:') ? address : address.replace(/:\d+$/, `:${port}`),
    close: () =>
      new Promise((resolve) => {
        health.setStatus('', 'NOT_SERVING')
        health.setStatus(SERVICE_NAME, 'NOT_SERVING')
        const impatience = setTimeout(() => server.forceShutdown(), FINISH_MS)
        server.tryShutdown(() => {
          clearTimeout(impatience)
          resolve()
        })
      }),
  }
}

function reflection(): ReflectionService {
  const folder = fileURLToPath(new URL('../proto', import.meta.url))
  return new ReflectionService(loadSync('engine/v1/engine.proto', { includeDirs: [folder], keepCase: true }))
}

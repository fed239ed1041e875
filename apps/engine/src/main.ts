import { ConfigurationFault, readConfig } from './config.ts'
import { serve } from './serve.ts'

const EX_CONFIG = 78
const EX_UNAVAILABLE = 69

try {
  const { address, close } = await serve(readConfig(process.env))
  console.log(`The engine answers gRPC at ${address}`)
  let isStopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(130)
      isStopping = true
      void close().then(() => process.exit(0))
    })
  }
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = error instanceof ConfigurationFault ? EX_CONFIG : EX_UNAVAILABLE
}

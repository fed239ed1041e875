import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** As `bin/gymgenius` starts it. */
const asStarted = ['--max-semi-space-size=8', '--initial-old-space-size=96', '--heap-growing-percent=40']

const program = fileURLToPath(new URL('../cli/main.ts', import.meta.url))

export interface ServerProcess {
  readonly address: string
  readonly pid: number
  /** Ends it without a word, as a power cut or the kernel would. */
  kill(): Promise<void>
  /** Asks it to stop; answers its exit code. */
  stop(): Promise<number | null>
}

/** Starts the real program in a process of its own; `aborted` kills it, also while it opens. */
export async function startServer(
  dataFolder: string,
  environment: Record<string, string> = {},
  aborted?: AbortSignal,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...asStarted, program, 'serve', '--data', dataFolder, '--port', '0'], {
    env: {
      PATH: process.env['PATH'],
      LOG_LEVEL: 'error',
      RATE_LIMIT_PER_MINUTE: '1000000',
      DATABASE_WAIT_MS: '5000', // this machine may be busy
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  aborted?.addEventListener('abort', () => child.kill('SIGKILL'))
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += String(chunk)
      const found = /GymGenius is at (\S+)/.exec(said)
      if (found !== null) resolve(found[1]!)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it served: ${said}`)))
  })
  return {
    address,
    pid: child.pid!,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

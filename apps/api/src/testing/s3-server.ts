import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { freePort } from './free-port.ts'

export interface S3Server {
  /** Of its bucket. */
  readonly url: string
  readonly keyId: string
  readonly secretKey: string
  readonly region: string
  start(): Promise<void>
  /** Ends it without a word; it keeps what it was told for the next start. */
  kill(): Promise<void>
  close(): Promise<void>
}

const program = join(dirname(createRequire(import.meta.url).resolve('s3rver/package.json')), 'bin/s3rver.js')
const BUCKET = 'gymgenius'

/** A server of S3 in a process of its own, with one empty bucket. */
export async function openS3Server(): Promise<S3Server> {
  const [port, folder] = [await freePort(), await mkdtemp(join(tmpdir(), 'gg-s3-'))]
  let child: ChildProcess | undefined
  const server: S3Server = {
    url: `http://127.0.0.1:${port}/${BUCKET}`,
    keyId: 'S3RVER',
    secretKey: 'S3RVER',
    region: 'us-east-1',
    start: async () => {
      const told = ['--address', '127.0.0.1', '--port', String(port), '--directory', folder, '--configure-bucket', BUCKET]
      child = spawn(process.execPath, ['--no-deprecation', '--openssl-legacy-provider' /* for its tokens of pages */, program, ...told], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      await new Promise<void>((resolve, reject) => {
        child!.once('error', reject).once('exit', () => reject(new Error('the server of S3 ended')))
        child!.stdout!.on('data', (said: Buffer) => {
          if (String(said).includes('listening')) resolve()
        })
      })
    },
    kill: async () => {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child!.once('exit', resolve))
      child.kill('SIGKILL')
      await ended
    },
    close: async () => {
      await server.kill()
      await rm(folder, { recursive: true })
    },
  }
  await server.start()
  return server
}

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { freePort } from './free-port.ts'

export interface RedisServer {
  readonly url: string
  /** Starts it again after `kill`, with what it kept. */
  start(): Promise<void>
  /** Ends it without a word. */
  kill(): Promise<void>
  /** Says something to it. */
  say(command: string, ...words: string[]): Promise<unknown>
  close(): Promise<void>
}

/** Redis in a process of its own, set up as ours must be unless `settings` say otherwise. Debian's redis-server must be installed. */
export async function openRedisServer(settings: Readonly<Record<string, string>> = {}): Promise<RedisServer> {
  const [port, folder] = [await freePort(), await mkdtemp(join(tmpdir(), 'gg-redis-'))]
  const told = {
    port: String(port),
    bind: '127.0.0.1',
    dir: folder,
    save: '',
    appendonly: 'yes',
    'maxmemory-policy': 'noeviction',
    ...settings,
  }
  const url = `redis://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  const server: RedisServer = {
    url,
    start: async () => {
      child = spawn(
        'redis-server',
        Object.entries(told).flatMap(([name, value]) => [`--${name}`, value]),
        { stdio: 'ignore' },
      )
      const failed = new Promise<never>((_, reject) =>
        child!.once('error', reject).once('exit', () => reject(new Error('redis-server ended'))),
      )
      failed.catch(() => {})
      await Promise.race([failed, saysPong(url)])
    },
    kill: async () => {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child!.once('exit', resolve))
      child.kill('SIGKILL')
      await ended
    },
    say: async (command, ...words) => {
      const redis = new Redis(url)
      try {
        return await redis.call(command, ...words)
      } finally {
        redis.disconnect()
      }
    },
    close: async () => {
      await server.kill()
      await rm(folder, { recursive: true })
    },
  }
  await server.start()
  return server
}

/** Commands wait here until it listens and has read what it kept. */
async function saysPong(url: string) {
  const redis = new Redis(url, { retryStrategy: () => 20, maxRetriesPerRequest: null })
  redis.on('error', () => {})
  await redis.ping().finally(() => redis.disconnect())
}

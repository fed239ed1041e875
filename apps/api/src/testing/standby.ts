import { execFile, execFileSync } from 'node:child_process'
import { chownSync, globSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from './free-port.ts'

const run = promisify(execFile)

/** Debian keeps what starts servers out of the PATH. */
const programs = globSync('/usr/lib/postgresql/*/bin/pg_basebackup')
  .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  .at(-1)
const bin = programs?.replace(/\/pg_basebackup$/, '')
/** Postgres does not run as root. */
const account = process.getuid?.() === 0 ? accountOf('postgres') : {}

/** Whether this machine can have a standby of its own: `apt-get install postgresql`. */
export const canStandBy = bin !== undefined && account !== undefined

export interface StandbyPair {
  readonly primary: string
  readonly standby: string
  /** Ends the standby without a word. */
  killStandby(): Promise<void>
  startStandby(): Promise<void>
  close(): Promise<void>
}

const url = (port: number) => `postgres://postgres@127.0.0.1:${port}/postgres`

/** A Postgres server and its streaming standby, both new and on this machine. */
export async function openStandbyPair(): Promise<StandbyPair> {
  const folder = await mkdtemp(join(tmpdir(), 'gg-standby-'))
  if (account?.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid)
  const tool = (name: string, ...words: string[]) => run(join(bin!, name), words, { ...account, cwd: folder })
  const [first, second] = [await freePort(), await freePort()]
  const folderOf = (port: number) => join(folder, String(port))
  const settings = (port: number) =>
    `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off -c shared_buffers=16MB -c max_connections=40`
  const start = (port: number) =>
    tool('pg_ctl', '-D', folderOf(port), '-o', settings(port), '-l', join(folder, `${port}.log`), '-w', '-t', '120', 'start')
  const stop = async (port: number) => void (await tool('pg_ctl', '-D', folderOf(port), '-m', 'immediate', 'stop'))

  await tool('initdb', '-D', folderOf(first), '-A', 'trust', '-U', 'postgres', '--no-sync')
  await start(first)
  await tool('pg_basebackup', '-d', url(first), '-D', folderOf(second), '-R', '-X', 'stream', '-c', 'fast', '--no-sync')
  await start(second)
  return {
    primary: url(first),
    standby: url(second),
    killStandby: () => stop(second),
    startStandby: async () => void (await start(second)),
    close: async () => {
      await Promise.allSettled([stop(first), stop(second)])
      await rm(folder, { recursive: true })
    },
  }
}

function accountOf(name: string): { readonly uid?: number; readonly gid?: number } | undefined {
  try {
    const [uid, gid] = ['-u', '-g'].map((which) => Number(execFileSync('id', [which, name], { stdio: ['ignore', 'pipe', 'ignore'] })))
    return { uid: uid!, gid: gid! }
  } catch {
    return undefined
  }
}

import { createHash, randomBytes } from 'node:crypto'
import { link, lstat, mkdir, readdir, realpath, rm, unlink } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'

/** The longest path that every Unix gives a socket address (104 bytes on macOS and the BSDs, 108 on Linux), its end byte left out. */
const LONGEST_SOCKET_PATH = 103
const ROOM_FOR_NAMES = '/lock.0123456789.waiting'.length

/** Thrown when another process has this data folder open. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
  constructor(folder: string) {
    super(`Another process has ${folder} open. Stop it first: two processes on one data folder would lose sets.`)
  }
}

export interface Lock {
  release(): Promise<void>
}

/**
 * Where the sockets of a data folder live: in a folder inside it that only its owner may enter, or, when that path is too long for
 * a socket, in one named after it.
 */
export async function socketFolder(dataFolder: string): Promise<string> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const inside = join(await realpath(dataFolder), 'run')
  const fits = Buffer.byteLength(inside) + ROOM_FOR_NAMES <= LONGEST_SOCKET_PATH
  // Not os.tmpdir(): every process must come to the same place, whatever its TMPDIR says.
  const folder = fits ? inside : join('/tmp', `gymgenius-${createHash('sha256').update(inside).digest('hex').slice(0, 24)}`)
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  const { uid, mode } = await lstat(folder)
  if (uid !== process.getuid?.() || (mode & 0o077) !== 0) {
    throw new Error(`${folder} must belong to the account that runs this, closed to others (chmod 700)`)
  }
  return folder
}

/**
 * Takes the lock of a data folder, or throws `FolderInUse`. The kernel lets go of a socket when its process dies, however it dies,
 * so nobody has to guess from a process id whether the holder lives.
 *
 * The lock is the living socket with the highest number, `lock.N`. A dead one is not removed but followed by `lock.N+1`, made
 * with link(), which only one of several contenders can do; so two of them cannot both take over, nor one remove what another holds.
 */
export async function takeLock(dataFolder: string): Promise<Lock> {
  const folder = await socketFolder(dataFolder)
  const waiting = join(folder, `lock.${randomBytes(5).toString('hex')}.waiting`)
  const server = await listen(waiting) // already listening when its name as a lock appears
  try {
    for (;;) {
      const newest = Math.max(0, ...(await lockNumbers(folder)))
      if (newest > 0 && (await isAlive(join(folder, `lock.${newest}`)))) throw new FolderInUse(dataFolder)
      if (await isFollowedBy(folder, waiting, newest + 1)) break
    }
  } catch (error) {
    server.close()
    throw error
  } finally {
    await rm(waiting, { force: true })
  }
  // The name stays behind, dead: numbers only ever grow.
  return { release: () => new Promise((done) => server.close(() => done())) }
}

/** True when somebody holds the folder. */
export async function isLocked(dataFolder: string): Promise<boolean> {
  const folder = await socketFolder(dataFolder)
  const newest = Math.max(0, ...(await lockNumbers(folder)))
  return newest > 0 && isAlive(join(folder, `lock.${newest}`))
}

async function isFollowedBy(folder: string, waiting: string, number: number): Promise<boolean> {
  const mine = join(folder, `lock.${number}`)
  try {
    await link(waiting, mine)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    if (code === 'ENOENT') throw new FolderInUse(folder) // a new holder tidied us away in the instant before we listened
    throw error
  }
  const numbers = await lockNumbers(folder)
  if (Math.max(...numbers) > number) {
    await unlink(mine) // we were so slow that others came, went and tidied up
    return false
  }
  for (const older of numbers.filter((other) => other < number)) await rm(join(folder, `lock.${older}`), { force: true })
  await removeDeadContenders(folder)
  return true
}

async function removeDeadContenders(folder: string) {
  const paths = (await readdir(folder)).filter((name) => /^lock\.\w+\.waiting$/.test(name)).map((name) => join(folder, name))
  for (const path of paths) if (!(await isAlive(path))) await rm(path, { force: true })
}

async function lockNumbers(folder: string): Promise<number[]> {
  const names = await readdir(folder)
  return names.flatMap((name) => {
    const match = /^lock\.(\d+)$/.exec(name)
    return match === null ? [] : [Number(match[1])]
  })
}

function listen(path: string): Promise<Server> {
  const server = createServer((socket) => socket.destroy())
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => {
      server.unref()
      resolve(server)
    })
  })
}

function isAlive(path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(false)
      // Its queue of callers is full, or it closed while we were in it: it lives, or did a moment ago.
      else if (error.code === 'EAGAIN' || error.code === 'ECONNRESET') resolve(true)
      else reject(error)
    })
  })
}

import { Problem } from '@gymgenius/contracts'
import { hash, verify } from '@node-rs/argon2'

/** What one guess costs whoever stole the database: argon2id's memory in KiB, passes and lanes. */
export interface HashCost {
  readonly memoryCost: number
  readonly timeCost: number
  readonly parallelism: number
}

/** The usual cost, and the least that OWASP's password storage sheet calls equally strong, for a machine where the usual one is slow. */
export const usualCost: HashCost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }
export const leastCost: HashCost = { memoryCost: 47_104, timeCost: 1, parallelism: 1 }

const SLOW_MS = 250
/** Hashes at once: each takes a core and 64 MiB. */
const AT_ONCE = 2
const WAITING = 50

/** Hashes a password; only this text is kept. */
export async function hashPassword(password: string): Promise<string> {
  const { cost } = await measured()
  return inTurn(() => hash(spelled(password), cost))
}

/** Kept where somebody has chosen no password: none is right. */
export const NO_PASSWORD = 'none'

/** Whether the password is the one that was hashed. Without a hash it takes as long and is not: nobody learns which accounts exist. */
export async function isPassword(kept: string | undefined, password: string): Promise<boolean> {
  const { decoy } = await measured()
  const isHash = kept !== undefined && kept.startsWith('$argon2id$')
  const matches = await inTurn(() => verify(isHash ? kept : decoy, spelled(password)))
  return isHash && matches
}

/** True for a hash made when less was asked of it than now. */
export async function isOutdated(kept: string): Promise<boolean> {
  const { cost } = await measured()
  const [, memory, passes] = /\$m=(\d+),t=(\d+),/.exec(kept) ?? []
  return Number(memory) < cost.memoryCost || Number(passes) < cost.timeCost
}

/** Lets so many work at once and so many wait; whoever comes then is told that the server is busy. */
export function turnstile(atOnce: number, waiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  const queue: (() => void)[] = []
  let working = 0
  return async (work) => {
    if (working >= atOnce) {
      if (queue.length >= waiting) throw new Problem('server.busy', { retryAfter: 5 })
      await new Promise<void>((resolve) => queue.push(resolve)) // whoever leaves hands its place over
    } else working++
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next === undefined) working--
      else next()
    }
  }
}

const inTurn = turnstile(AT_ONCE, WAITING)

/** An ä typed on one phone is one character and on another two; both are the same password. */
const spelled = (password: string) => password.normalize('NFC')

let measurement: Promise<{ readonly cost: HashCost; readonly decoy: string }> | undefined
/** Which cost this machine bears, found out once by the process: the better of two tries counts. */
const measured = () => (measurement ??= inTurn(measure))

async function measure() {
  const tries: number[] = []
  let decoy = ''
  for (let i = 0; i < 2; i++) {
    const started = performance.now()
    decoy = await hash('nobody', usualCost)
    tries.push(performance.now() - started)
  }
  return Math.min(...tries) <= SLOW_MS ? { cost: usualCost, decoy } : { cost: leastCost, decoy: await hash('nobody', leastCost) }
}

import { isIPv4 } from 'node:net'
import { Problem, type ProblemCode } from '@gymgenius/contracts'
import { type Instant, MINUTE_MS } from '@gymgenius/domain'

const HOUR_MS = 60 * MINUTE_MS

/** So many in a period, all at once if need be; then one each time a share of the period has passed. */
export interface RateRule {
  readonly name: string
  readonly count: number
  readonly periodMs: number
  /** What is said to who comes too often. */
  readonly problem: Extract<ProblemCode, 'request.too_many' | 'auth.too_many_attempts'>
}

const perMinute = (name: string, count: number, problem: RateRule['problem'] = 'request.too_many') => ({
  name,
  count,
  periodMs: MINUTE_MS,
  problem,
})
const perHour = (name: string, count: number, problem: RateRule['problem'] = 'request.too_many') => ({
  name,
  count,
  periodMs: HOUR_MS,
  problem,
})

export const rateRules = {
  /** Everything that is asked of the API, by account, or by network where nobody is signed in. */
  api: (count: number) => perMinute('api', count),
  /** Key these by account and network together, so that a stranger elsewhere cannot lock an account's owner out. */
  loginPerMinute: perMinute('login-minute', 5, 'auth.too_many_attempts'),
  loginPerHour: perHour('login-hour', 20, 'auth.too_many_attempts'),
  /** By network alone: one password tried on many accounts. */
  loginByNetwork: perMinute('login-network', 30, 'auth.too_many_attempts'),
  /** By network: opening accounts costs a password hash each. */
  register: (count: number) => perHour('register', count, 'auth.too_many_attempts'),
  passwordReset: perHour('password-reset', 3, 'auth.too_many_attempts'),
  /** By sign-in. */
  refresh: perMinute('refresh', 60, 'auth.too_many_attempts'),
  /** By device. */
  syncPush: perMinute('sync-push', 120),
  imports: perHour('imports', 5),
} as const

export interface Clock {
  now(): Instant
}

/** Enough for a busy evening; swept of what no longer matters when it is reached. */
const MAX_KEYS = 100_000

/** One memory a world: the server's clock has it for as long as it runs, a test's clock for that test. */
const memories = new WeakMap<Clock, Map<string, number>>()

/**
 * Counts one more under `key`, and says how long to wait where that is too many; 0 where it is not. A refused attempt
 * is not counted, so trying again does not lengthen the wait.
 *
 *     T = period / count      allowed when  max(tat, now) − now ≤ period − T;  then  tat ← max(tat, now) + T
 *
 * Units    milliseconds; `tat`, the theoretical arrival time, is when the key will be as if never used.
 * Valid    count ≥ 1; a clock that steps back only makes callers wait.
 * Source   Generic cell rate algorithm, ITU-T I.371 (virtual scheduling), with a burst of `count`.
 */
export function waitMs(clock: Clock, rule: RateRule, key: string): number {
  const memory = memories.get(clock) ?? new Map<string, number>()
  memories.set(clock, memory)
  const now = clock.now()
  const interval = rule.periodMs / rule.count
  const name = `${rule.name} ${key}`
  const arrival = Math.max(memory.get(name) ?? now, now)
  const wait = arrival - now - (rule.periodMs - interval)
  if (wait > ROUNDING_MS) return wait
  if (memory.size >= MAX_KEYS && !memory.has(name)) sweep(memory, now)
  memory.set(name, arrival + interval)
  return 0
}

/** Sums of thirds of a millisecond are not exact. */
const ROUNDING_MS = 1e-3

/** Counts one more under `key`, or refuses with how many seconds to wait. */
export function limitRate(clock: Clock, rule: RateRule, key: string): void {
  const wait = waitMs(clock, rule, key)
  if (wait > 0) throw new Problem(rule.problem, { retryAfter: Math.ceil(wait / 1000), limit: rule.count })
}

/** Forgets a key: a password that was right in the end takes the failures before it back. */
export function forgive(clock: Clock, rule: RateRule, key: string): void {
  memories.get(clock)?.delete(`${rule.name} ${key}`)
}

/** Drops the keys that are as if never used; where that is not half of them, the oldest too. */
function sweep(memory: Map<string, number>, now: number) {
  for (const [name, arrival] of memory) if (arrival <= now) memory.delete(name)
  for (const name of memory.keys()) {
    if (memory.size <= MAX_KEYS / 2) return
    memory.delete(name)
  }
}

/** The network an address belongs to: its /24, or its /64, since one household has a whole /64 to itself. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  const plain = mapped?.[1] ?? address
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`
  const [head = '', tail] = plain.toLowerCase().split('%')[0]!.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right].map((group) => group.replace(/^0+(?=.)/, ''))
  return `${groups.slice(0, 4).join(':')}::/64`
}

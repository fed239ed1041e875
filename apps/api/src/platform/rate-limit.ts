import { isIPv4 } from 'node:net'
import { Problem } from '@gymgenius/contracts'
import { type Instant, MINUTE_MS } from '@gymgenius/domain'
import type { RatePort, RateRule } from './ports/rates.ts'

const HOUR_MS = 60 * MINUTE_MS

export type { RateRule } from './ports/rates.ts'

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
  /** By account, from all networks together where nobody has signed in to it before. */
  strangersPerHour: perHour('strangers-hour', 30, 'auth.too_many_attempts'),
  strangersPerDay: { ...perHour('strangers-day', 100, 'auth.too_many_attempts'), periodMs: 24 * HOUR_MS },
  /** By network: opening accounts costs a password hash each. */
  register: (count: number) => perHour('register', count, 'auth.too_many_attempts'),
  /** By address that mail would go to: nobody's mailbox is filled by a stranger. */
  mailTo: perHour('mail-to', 3, 'auth.too_many_attempts'),
  /** By network: asking for mail. */
  mailByNetwork: perHour('mail-network', 20, 'auth.too_many_attempts'),
  /** By account, codes of an authenticator: a thief of the password has one chance in ten thousand a day, with two codes of a million right. */
  codesPerMinute: perMinute('codes-minute', 5, 'auth.too_many_attempts'),
  codesPerDay: { ...perHour('codes-day', 20, 'auth.too_many_attempts'), periodMs: 24 * HOUR_MS },
  /** By sign-in. */
  refresh: perMinute('refresh', 60, 'auth.too_many_attempts'),
  /** By account, each a share of what `api` allows, for they cost more than what is usually asked: at 600 a minute 120 a minute, and 30 an hour each. */
  pushes: (count: number) => perMinute('pushes', Math.ceil(count / 5)),
  uploads: (count: number) => perHour('uploads', Math.ceil(count / 20)),
  exports: (count: number) => perHour('exports', Math.ceil(count / 20)),
  /** By account: looking the server over asks everybody whom it works with. */
  examinations: perMinute('examinations', 6),
  /** By account: refusals that are written down. */
  refusalsNoted: perMinute('refusals-noted', 10),
} as const

export interface Clock {
  now(): Instant
}

/** What counting needs of the world: its clock and, where several processes count together, what they share. */
export interface Counting {
  readonly clock: Clock
  readonly rates?: RatePort
}

/** Enough for a busy evening; swept of what no longer matters when it is reached. */
const MAX_KEYS = 100_000

/** One memory a world: the server's clock has it for as long as it runs, a test's clock for that test. */
const memories = new WeakMap<Clock, Map<string, Arrival>>()

interface Arrival {
  readonly next: number
  /** When it was reckoned. */
  readonly at: number
}

/** Counts one more under `key`, and says how long to wait where that is too many; 0 where it is not. */
export async function waitMs({ clock, rates }: Counting, rule: RateRule, key: string): Promise<number> {
  return rates === undefined ? countHere(clock, rule, key) : rates.count(rule, key)
}

/**
 * Counts in the memory of this process. A refused attempt is not counted, so trying again does not lengthen the wait.
 *
 *     T = period / count      allowed when  max(tat, now) − now ≤ period − T;  then  tat ← max(tat, now) + T
 *
 * Units    milliseconds; `tat`, the theoretical arrival time, is when the key will be as if never used.
 * Valid    count ≥ 1. Where the clock has stepped back since, `tat` steps back with it.
 * Source   Generic cell rate algorithm, ITU-T I.371 (virtual scheduling), with a burst of `count`.
 */
export function countHere(clock: Clock, rule: RateRule, key: string): number {
  const memory = memories.get(clock) ?? new Map<string, Arrival>()
  memories.set(clock, memory)
  const now = clock.now()
  const interval = rule.periodMs / rule.count
  const name = `${rule.name} ${key}`
  const last = memory.get(name) ?? { next: now, at: now }
  const steppedBack = Math.max(0, last.at - now)
  const arrival = Math.max(last.next - steppedBack, now)
  if (steppedBack > 0) memory.set(name, { next: arrival, at: now })
  const wait = arrival - now - (rule.periodMs - interval)
  if (wait > ROUNDING_MS) return wait
  if (memory.size >= MAX_KEYS && !memory.has(name)) sweep(memory, now)
  memory.set(name, { next: arrival + interval, at: now })
  return 0
}

/** Sums of thirds of a millisecond are not exact. */
const ROUNDING_MS = 1e-3

/** Counts one more under `key`, or refuses with how many seconds to wait. */
export async function limitRate(counting: Counting, rule: RateRule, key: string): Promise<void> {
  const wait = await waitMs(counting, rule, key)
  if (wait > 0) throw new Problem(rule.problem, { retryAfter: Math.ceil(wait / 1000), limit: rule.count })
}

/** Forgets a key: a password that was right in the end takes the failures before it back. */
export async function forgive({ clock, rates }: Counting, rule: RateRule, key: string): Promise<void> {
  forgiveHere(clock, rule, key)
  await rates?.forgive(rule, key)
}

export function forgiveHere(clock: Clock, rule: RateRule, key: string): void {
  memories.get(clock)?.delete(`${rule.name} ${key}`)
}

/** Drops the keys that are as if never used; where that is not half of them, the oldest too. */
function sweep(memory: Map<string, Arrival>, now: number) {
  for (const [name, { next }] of memory) if (next <= now) memory.delete(name)
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

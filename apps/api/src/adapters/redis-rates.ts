import type { Redis } from 'ioredis'
import type { RatePort } from '../platform/ports/rates.ts'
import { type Counting, countHere } from '../platform/rate-limit.ts'

/** `countHere`, by the clock of Redis, in one step that no other process can come between. */
const COUNT = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local interval, period = tonumber(ARGV[1]), tonumber(ARGV[2])
local last = redis.call('GET', KEYS[1]) or ''
local at = tonumber(string.match(last, '@(.+)') or now)
local arrival = math.max((tonumber(string.match(last, '^[^@]+')) or now) - math.max(0, at - now), now)
local function keep(next) redis.call('SET', KEYS[1], string.format('%.3f@%.3f', next, now), 'PX', math.max(1, math.ceil(next - now))) end
if at > now then keep(arrival) end
local wait = arrival - now - (period - interval)
if wait > 0.001 then return string.format('%.3f', wait) end
keep(arrival + interval)
return '0'`

/** Counts for all processes together; while Redis is away, each counts for itself, and no attempt goes uncounted. */
export function redisRates(redis: Redis, clock: Counting['clock']): RatePort {
  redis.defineCommand('gymgeniusCount', { numberOfKeys: 1, lua: COUNT })
  const count = redis as Redis & { gymgeniusCount(key: string, intervalMs: number, periodMs: number): Promise<string> }
  return {
    count: async (rule, key) => {
      if (redis.status !== 'ready') return countHere(clock, rule, key)
      try {
        return Number(await count.gymgeniusCount(keyOf(rule, key), rule.periodMs / rule.count, rule.periodMs))
      } catch {
        return countHere(clock, rule, key)
      }
    },
    forgive: async (rule, key) => {
      if (redis.status === 'ready') await redis.del(keyOf(rule, key)).catch(() => {})
    },
  }
}

const keyOf = ({ name }: { readonly name: string }, key: string) => `gymgenius:rate:${name}:${key}`

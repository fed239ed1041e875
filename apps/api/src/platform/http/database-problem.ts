import { Problem } from '@gymgenius/contracts'

/**
 * What a failure of the database means to the caller. The edge and the rooms refuse bad values first; this is the last net,
 * so that one that slipped through is a refusal and not a crash. Undefined: a mistake of ours.
 */
export function databaseProblem(error: unknown): Problem | undefined {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  if (typeof code === 'string') {
    if (BAD_CHARACTERS.has(code)) return refused('invalid_characters', 'Contains characters that cannot be kept', error)
    if (code.length === 5 && (code.startsWith('22') || code === '23514'))
      return refused('validation_failed', 'A value cannot be kept', error)
    if (CONTENTION.has(code)) return new Problem('server.busy', { retryAfter: 1 }, { cause: error })
    if (code === DISK_FULL) return new Problem('server.disk_full', { retryAfter: 60 }, { cause: error })
    if (UNREACHABLE.has(code) || /^(08|57P)/.test(code)) return unavailable(error)
  }
  return typeof message === 'string' && POOL_GAVE_UP.test(message) ? unavailable(error) : undefined
}

const refused = (code: string, message: string, cause: unknown) =>
  new Problem('request.invalid', { errors: [{ pointer: '', code, message }] }, { cause })

const unavailable = (cause: unknown) => new Problem('server.database_unavailable', { retryAfter: 5 }, { cause })

/** character_not_in_repertoire, untranslatable_character */
const BAD_CHARACTERS = new Set(['22021', '22P05'])
/** serialization_failure, deadlock_detected, lock_not_available, query_canceled (statement_timeout) */
const CONTENTION = new Set(['40001', '40P01', '55P03', '57014'])
const DISK_FULL = '53100'
/** too_many_connections, and what a socket to the database says */
const UNREACHABLE = new Set([
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EPIPE',
  'ENOENT',
])
/** node-postgres and its pool name these by message alone. */
const POOL_GAVE_UP =
  /^(timeout exceeded when trying to connect|Connection terminated|Cannot use a pool after calling end|Client has encountered a connection error)/

import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const SANE = /^[A-Za-z0-9_.-]{1,64}$/

/** The caller's own name for this request where it is one we can log and echo; else a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const named = headers['x-request-id']
  return typeof named === 'string' && SANE.test(named) ? named : newRequestId()
}

/** Says nothing and secures nothing; it only has to be unlike the others. */
export const newRequestId = () => randomUUID()

import { createHmac, timingSafeEqual } from 'node:crypto'
import { Problem } from '@gymgenius/contracts'
import type { AthleteId } from '@gymgenius/domain'

/** How far a device has pulled. */
export interface Position {
  /** It has every change up to here. */
  readonly seq: number
  /** What had been forgotten when it began to pull from nothing: tombstones up to there it never needed. */
  readonly horizon: number
}

/** A position as text that only we can write, and that only its athlete can use. */
export function cursorOf(secret: Uint8Array, athleteId: AthleteId, { seq, horizon }: Position): string {
  const said = `${seq}.${horizon}`
  return `${said}.${signature(secret, athleteId, said)}`
}

export function positionOf(secret: Uint8Array, athleteId: AthleteId, cursor: string): Position {
  const match = /^(\d{1,10})\.(\d{1,10})\.([\w-]{43})$/.exec(cursor)
  if (match === null) throw new Problem('sync.invalid_cursor')
  const [, seq, horizon, signed] = match as unknown as [string, string, string, string]
  const ours = signature(secret, athleteId, `${seq}.${horizon}`)
  if (!timingSafeEqual(Buffer.from(signed), Buffer.from(ours))) throw new Problem('sync.invalid_cursor')
  return { seq: Number(seq), horizon: Number(horizon) }
}

const signature = (secret: Uint8Array, athleteId: AthleteId, said: string) =>
  createHmac('sha256', secret).update(`sync cursor ${athleteId} ${said}`).digest('base64url')

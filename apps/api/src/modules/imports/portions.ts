import type { AthleteId, LoginSessionId } from '@gymgenius/domain'
import type { Athlete, Ctx } from '../../platform/context.ts'

/** Up to so many sets are written or taken back while the caller waits; more in the background. */
export const WHILE_WAITING = 5000
/** When to look whether work that somebody waited for was cut off. */
export const SECOND_LOOK_MS = 120_000

/** Work that goes on when nobody is signed in any more has its owner's rights, and no sign-in. */
export const inTheNameOf = (athleteId: AthleteId): Athlete => ({
  kind: 'athlete',
  athleteId,
  loginSessionId: athleteId as string as LoginSessionId,
})

interface Unit {
  /** How long others may have to wait for one unit. */
  readonly milliseconds: number
  /** Sets written in one, at least and at most. */
  readonly fewest: number
  readonly most: number
}

/** One unit at a time is answered: nobody should wait for an import much longer than for anybody else. */
const embedded: Unit = { milliseconds: 20, fewest: 150, most: 500 }
/** Others have sessions of their own; only the lifter's own writes wait, and each unit waits for the disk. */
const server: Unit = { milliseconds: 150, fewest: 250, most: 2000 }

export const unitFor = ({ config }: Ctx) => (config.environment.DATABASE_URL === undefined ? embedded : server)

/** How many sets the next unit takes: as many as went in a bearable time before. */
export function portionSizer({ milliseconds: bearable, fewest, most }: Unit) {
  let size = fewest
  return {
    size: () => size,
    /** Says how long the last unit took. */
    took(milliseconds: number): void {
      const fitting = size * (bearable / Math.max(1, milliseconds))
      size = Math.round(Math.min(most, Math.max(fewest, (size + fitting) / 2)))
    },
  }
}

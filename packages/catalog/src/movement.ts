import type { Movement } from '@gymgenius/domain'

/** A movement as its file says it: `data/movements/<slug>.json`. */
export interface LibraryMovement extends Movement {
  /** The file's name, and the movement's in addresses. */
  readonly slug: string
  /** The slug of the movement that this one varies: same lift, other equipment, grip or angle. */
  readonly base?: string
  readonly tags?: readonly string[]
}

import { MINUTE_MS } from '@gymgenius/domain'

/** A workout with no set for this long closes itself, as of its last set (G11). */
export const SILENCE_MS = 30 * MINUTE_MS

/** A set may be added to a finished workout when its time is said, and is no later than this past the end. */
export const AFTERTHOUGHT_MS = 5 * MINUTE_MS

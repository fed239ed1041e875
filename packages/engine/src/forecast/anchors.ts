/** The anchors: answers a copyist of the log could give. */
export const ANCHORS = 6
/** The set before, today or last. */
export const PREVIOUS = 0
/** The set of the same number last time. */
export const SAME_SET = 1
/** The last set at this load, or at the nearest. */
export const AT_LOAD = 2
/** A regression of recent reps on load. */
export const LEVEL = 3
/** The same set last time, moved as today's last set moved; for a first set the last first set at this load. */
export const SHIFTED = 4
/** What followed, at this load, the last time the set before went as it went today. */
export const SAME_PLACE = 5

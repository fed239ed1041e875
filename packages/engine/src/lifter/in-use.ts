/** What lies open of one lifter, and packs it when others are in use. */
export interface Openable {
  /** Packs all that lies open. Nothing that can be asked of the lifter changes. */
  putAway(): void
}

/** Four lifters' habits, beliefs and newest sets: some megabyte. A log that is replayed, or a workout, is one lifter's. */
const MOST_OPEN = 12

/** By when they were used last, the latest last. It holds on to them, and to nothing else. */
const open: Openable[] = []

/** To be called whenever something is looked at: the one longest unused is put away when there are too many. */
export function use(what: Openable): void {
  const at = open.lastIndexOf(what)
  if (at >= open.length - 3 && at >= 0) return
  if (at >= 0) open.splice(at, 1)
  open.push(what)
  if (open.length > MOST_OPEN) open.shift()!.putAway()
}

import { packed, type Packed, unpacked } from './packed.ts'

/**
 * What is known of a lifter's movements: of the one reached for last as it is, of the others packed. Who looks at one movement
 * reaches for it first; at a movement never seen before, all of them lie open, for it may be compared with any.
 */
export class Shelf<Known extends object> {
  private readonly away = new Map<string, Packed>()
  /** Those that may differ from what was put away of them. */
  private readonly touched = new Set<string>()
  private isAllOut = false

  /** The movements that lie open, `key` among them if it is known: `open`, or others in its stead. */
  reach(open: Readonly<Record<string, Known>>, key: string): Record<string, Known> {
    const isOpen = Object.hasOwn(open, key)
    const next = isOpen
      ? this.isAllOut
        ? this.putAway(open, key)
        : open
      : this.away.has(key)
        ? this.putAway(open, key)
        : this.layOut(open)
    this.touched.add(key)
    return next
  }

  private layOut(open: Readonly<Record<string, Known>>): Record<string, Known> {
    if (this.isAllOut) return open
    this.isAllOut = true
    const laid = [...this.away].map(([key, known]) => [key, Object.hasOwn(open, key) ? open[key]! : unpacked<Known>(known)] as const)
    return Object.fromEntries([...laid, ...Object.entries(open).filter(([key]) => !this.away.has(key))])
  }

  private putAway(open: Readonly<Record<string, Known>>, kept: string): Record<string, Known> {
    for (const key of Object.keys(open)) {
      if (key !== kept && (this.touched.has(key) || !this.away.has(key))) this.away.set(key, packed(open[key]!, this.away.get(key)))
    }
    // What the engine has forgotten while all lay open.
    if (this.isAllOut) for (const key of this.away.keys()) if (!Object.hasOwn(open, key)) this.away.delete(key)
    this.isAllOut = false
    this.touched.clear()
    return { [kept]: Object.hasOwn(open, kept) ? open[kept]! : unpacked<Known>(this.away.get(kept)!) }
  }
}

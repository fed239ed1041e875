import { type Openable, use } from './in-use.ts'
import { packed, type Packed, unpacked } from './packed.ts'

/** Where the movements lie that are open; whoever has it may put others in their stead. */
export interface Opened<Known extends object> {
  movements: Readonly<Record<string, Known>>
}

/**
 * What is known of a lifter's movements: of those reached for as it is, until other lifters are in use; of the others packed. Who
 * looks at one movement reaches for it first; at a movement never seen before, all of them lie open, for it may be compared with any.
 */
export class Shelf<Known extends object> implements Openable {
  private readonly away = new Map<string, Packed>()
  /** Those that may differ from what was put away of them. */
  private readonly touched = new Set<string>()
  private isAllOut = false
  private readonly opened: Opened<Known>

  constructor(opened: Opened<Known>) {
    this.opened = opened
  }

  /** From here on the movement lies open, if it is known. */
  reach(key: string): void {
    use(this)
    const { movements } = this.opened
    if (!this.isAllOut && !Object.hasOwn(movements, key)) {
      const known = this.away.get(key)
      if (known === undefined) this.layOut()
      else this.opened.movements = { ...movements, [key]: unpacked<Known>(known) }
    }
    this.touched.add(key)
  }

  private layOut(): void {
    const { movements } = this.opened
    const laid = [...this.away].map(
      ([key, known]) => [key, Object.hasOwn(movements, key) ? movements[key]! : unpacked<Known>(known)] as const,
    )
    this.opened.movements = Object.fromEntries([...laid, ...Object.entries(movements).filter(([key]) => !this.away.has(key))])
    this.isAllOut = true
  }

  putAway(): void {
    const { movements } = this.opened
    for (const key of Object.keys(movements)) {
      if (this.touched.has(key) || !this.away.has(key)) this.away.set(key, packed(movements[key]!, this.away.get(key)))
    }
    // What the engine has forgotten while all lay open.
    if (this.isAllOut) for (const key of this.away.keys()) if (!Object.hasOwn(movements, key)) this.away.delete(key)
    this.isAllOut = false
    this.touched.clear()
    this.opened.movements = {}
  }
}

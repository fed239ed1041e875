import { hlcAt } from './device.ts'
import type { Op } from './simulated-phone.ts'

const FIVE_MINUTES = 300_000

interface Written {
  readonly stamp: string
  readonly value: unknown
}

/** What a logbook must hold after the changes that reached it, kept in plain maps and written without a look at the real one. */
export class PlainLogbook {
  /** By set, then by field. */
  readonly sets = new Map<string, Map<string, Written>>()
  /** Every set ever logged, in the order it came. */
  readonly arrivals: string[] = []
  private readonly seen = new Set<string>()

  hear(ops: readonly Op[], now: number): void {
    for (const op of ops) {
      if (this.seen.has(op.opId) || op.entity !== 'set') continue
      this.seen.add(op.opId)
      const isAhead = Number(op.hlc.slice(0, 13)) > now + FIVE_MINUTES
      const clock = isAhead ? this.laterThanSeen(op.entityId, hlcAt(now + FIVE_MINUTES)) : op.hlc
      this.write(op.entityId, op.kind === 'delete' ? { deleted: true } : (op.fields ?? {}), `${clock} ${op.deviceId}`)
    }
  }

  /** A change made on the server itself comes after all it has seen. */
  changeHere(id: string, fields: Readonly<Record<string, unknown>>, now: number): void {
    this.write(id, fields, `${this.laterThanSeen(id, hlcAt(now))} server`)
  }

  private laterThanSeen(id: string, clock: string): string {
    const newest =
      [...(this.sets.get(id)?.values() ?? [])]
        .map(({ stamp }) => stamp.slice(0, 18))
        .toSorted()
        .at(-1) ?? ''
    return clock > newest ? clock : hlcAt(Number(newest.slice(0, 13)), Number.parseInt(newest.slice(14), 16) + 1)
  }

  value(id: string, field: string): unknown {
    return this.sets.get(id)?.get(field)?.value
  }

  isDeleted = (id: string) => this.value(id, 'deleted') === true
  live = () => this.arrivals.filter((id) => !this.isDeleted(id)).toSorted()

  private write(id: string, fields: Readonly<Record<string, unknown>>, stamp: string): void {
    if (!this.sets.has(id)) this.arrivals.push(id)
    const set = this.sets.get(id) ?? new Map<string, Written>()
    this.sets.set(id, set)
    for (const [field, value] of Object.entries(fields)) {
      const before = set.get(field)
      if (before === undefined || stamp >= before.stamp) set.set(field, { stamp, value })
    }
  }
}

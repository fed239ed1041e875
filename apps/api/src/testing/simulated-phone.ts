import { hlcAt } from './device.ts'
import type { Caller } from './test.ts'

/** A change as a phone keeps it in its journal until a pull has brought it back. */
export interface Op {
  readonly opId: string
  readonly deviceId: string
  readonly deviceSeq: number
  readonly hlc: string
  readonly entity: 'set' | 'workout'
  readonly entityId: string
  readonly kind: 'put' | 'patch' | 'delete'
  readonly fields?: Readonly<Record<string, unknown>>
}

/** What may happen to a push on its way: nothing, or the request or its answer is lost, or the request arrives again later. */
export type Fate = 'arrives' | 'request lost' | 'answer lost' | 'arrives twice'

export interface Row {
  readonly id: string
  readonly deleted?: true
  readonly [field: string]: unknown
}

/** A phone by the protocol of docs/rooms/sync.md and nothing more: a journal, a tray, what it pulled, and a clock of its own. */
export class SimulatedPhone {
  readonly journal: Op[] = []
  readonly tray: Op[] = []
  readonly sets = new Map<string, Row>()
  readonly workouts = new Map<string, Row>()
  /** Requests that the network has kept, to deliver them once more. */
  readonly stray: Op[][] = []
  private readonly answered = new Set<string>()
  private cursor: string | undefined
  private hlc = hlcAt(0)
  private seq = 0

  readonly deviceId: string
  private readonly api: Caller
  private readonly now: () => number
  private readonly newId: () => string

  constructor(deviceId: string, api: Caller, now: () => number, newId: () => string) {
    this.deviceId = deviceId
    this.api = api
    this.now = now
    this.newId = newId
  }

  write(change: Pick<Op, 'entity' | 'entityId' | 'kind' | 'fields'>): Op {
    const here = hlcAt(Math.max(0, this.now()))
    this.hlc = here > this.hlc ? here : next(this.hlc)
    const op: Op = { opId: this.newId(), deviceId: this.deviceId, deviceSeq: ++this.seq, hlc: this.hlc, ...change }
    this.journal.push(op)
    return op
  }

  /** Sends what waits. `heard` is told of every request that reaches the server, in order. */
  async push(fate: Fate, heard: (ops: readonly Op[]) => void): Promise<void> {
    const ops = this.journal.filter((op) => !this.answered.has(op.opId) && !this.tray.includes(op)).slice(0, 500)
    if (ops.length === 0 || fate === 'request lost') return
    const reply = await this.deliver(ops, heard)
    if (fate === 'arrives twice') this.stray.push(ops)
    if (fate === 'answer lost') return
    for (const { opId, outcome } of reply.results) {
      const op = ops.find((candidate) => candidate.opId === opId)!
      if (outcome === 'rejected') this.tray.push(op)
      else this.answered.add(opId)
    }
    this.see(reply.clock)
  }

  async deliver(ops: readonly Op[], heard: (ops: readonly Op[]) => void) {
    heard(ops)
    const reply = await this.api.post('/v1/sync', { ops })
    if (reply.statusCode !== 200) throw new Error(`push: ${reply.payload}`)
    return reply.json<{ results: { opId: string; outcome: string }[]; clock: string }>()
  }

  /** Takes what changed, and forgets what was answered and has now come back. */
  async pull(): Promise<void> {
    const settled = new Set(this.answered)
    for (let hasMore = true; hasMore;) {
      const reply = await this.api.get(`/v1/sync${this.cursor === undefined ? '' : `?cursor=${this.cursor}`}`)
      const page = reply.json<{ sets: Row[]; workouts: Row[]; cursor: string; clock: string; hasMore: boolean }>()
      for (const row of page.sets) this.sets.set(row.id, row)
      for (const row of page.workouts) this.workouts.set(row.id, row)
      this.cursor = page.cursor
      hasMore = page.hasMore
      this.see(page.clock)
    }
    this.journal.splice(0, this.journal.length, ...this.journal.filter((op) => !settled.has(op.opId)))
  }

  /** The app died and lost everything it had in memory: what is left is the journal. */
  crash(): void {
    this.answered.clear()
    this.sets.clear()
    this.workouts.clear()
    this.cursor = undefined
    for (const op of this.journal) if (op.hlc > this.hlc) this.hlc = op.hlc
  }

  /** What is on the screen: what was pulled, and what waits on top of it. */
  liveSets(): string[] {
    const live = new Set([...this.sets.values()].filter((row) => row.deleted !== true).map((row) => row.id))
    for (const op of this.journal) {
      if (op.entity !== 'set') continue
      if (op.kind === 'delete') live.delete(op.entityId)
      else if (op.kind === 'put' || op.fields?.['deleted'] === false) live.add(op.entityId)
    }
    return [...live].toSorted()
  }

  private see(clock: string): void {
    if (clock > this.hlc) this.hlc = clock
  }
}

const next = (hlc: string) => {
  const [ms, counter] = [Number(hlc.slice(0, 13)), Number.parseInt(hlc.slice(14), 16)]
  return counter < 0xffff ? hlcAt(ms, counter + 1) : hlcAt(ms + 1)
}

import { setKinds } from '@gymgenius/domain'
import fc from 'fast-check'
import { anAthlete, aMovement } from '../../testing/builders.ts'
import { uuid } from '../../testing/ids.ts'
import { PlainLogbook } from '../../testing/plain-logbook.ts'
import { type Fate, type Op, type Row, SimulatedPhone } from '../../testing/simulated-phone.ts'
import { type Caller, expect, type StillWorld, test } from '../../testing/test.ts'

/** CI runs 300 histories; NIGHTLY_HISTORIES=10000 runs more. HISTORY_SEED replays a run that failed. */
const histories = Number(process.env['NIGHTLY_HISTORIES'] ?? 300)
const seed = Number(process.env['HISTORY_SEED'] ?? 20_260_302)

const who = fc.nat({ max: 2 })
const which = fc.nat({ max: 7 })
const amount = fc.integer({ min: 1, max: 200 })
const fate = fc.constantFrom<Fate>('arrives', 'arrives', 'request lost', 'answer lost', 'arrives twice')
const actions = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('log' as const), who, which, amount }) },
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      who,
      which,
      amount,
      field: fc.constantFrom('loadKg', 'reps', 'note', 'kind', 'parts', 'tempo', 'superset'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), who, which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), who, which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('edit on the web' as const), which, amount }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('take what is not mine' as const), who }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('push' as const), who, fate }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pull' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('an old request arrives' as const), who, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('time passes' as const), minutes: fc.constantFrom(1, 10, 40) }) },
)
type Action = typeof actions extends fc.Arbitrary<infer A> ? A : never

/** Clocks of the three phones: right, an hour ahead, a day behind. */
const skews = [0, 3_600_000, -86_400_000]

class Gym {
  readonly plain = new PlainLogbook()
  readonly phones: SimulatedPhone[]
  readonly entered: Op[] = []
  readonly api: Caller
  private readonly ctx: StillWorld
  private readonly movements: readonly string[]
  private readonly workoutIds: readonly string[]
  private readonly newId: () => string
  readonly foreignSet: string

  constructor(api: Caller, ctx: StillWorld, movements: readonly string[], newId: () => string, foreignSet: string) {
    this.foreignSet = foreignSet
    this.api = api
    this.ctx = ctx
    this.movements = movements
    this.newId = newId
    this.workoutIds = [newId(), newId()]
    this.phones = skews.map((skew) => new SimulatedPhone(newId(), api, () => ctx.clock.now() + skew, newId))
  }

  async run(history: readonly Action[]): Promise<void> {
    // Two sets that everybody has seen, so that there is something to disagree about.
    for (const which of [0, 1]) await this.log(this.phones[0]!, which, 100)
    await this.settle()
    for (const action of history) await this.act(action)
    await this.settle()
  }

  /** Everybody is online for long enough. */
  async settle(): Promise<void> {
    for (const phone of this.phones) {
      for (const ops of phone.stray.splice(0)) await phone.deliver(ops, this.heard)
      await phone.push('arrives', this.heard)
    }
    for (const phone of this.phones) await phone.pull()
  }

  private async act(action: Action): Promise<void> {
    const phone = this.phones['who' in action ? action.who : 0]!
    const live = phone.liveSets()
    const target = 'which' in action ? live[action.which % Math.max(1, live.length)] : undefined
    switch (action.do) {
      case 'log':
        return this.log(phone, action.which, action.amount)
      case 'edit':
        if (target !== undefined) this.write(phone, 'patch', target, { [action.field]: saidOf(action.field, action.amount) })
        return
      case 'delete':
        if (target !== undefined) this.write(phone, 'delete', target)
        return
      case 'undo': {
        const gone = [...phone.sets.values()].filter((row) => row.deleted === true && row.id !== this.foreignSet)
        const back = gone[action.which % Math.max(1, gone.length)]
        if (back !== undefined) this.write(phone, 'patch', back.id, { deleted: false })
        return
      }
      case 'edit on the web':
        return this.editOnTheWeb(action.which, action.amount)
      case 'take what is not mine':
        phone.write({
          entity: 'set',
          entityId: this.foreignSet,
          kind: 'put',
          fields: { movementId: this.movements[0], loadKg: 1, reps: 1 },
        })
        return
      case 'push':
        return phone.push(action.fate, this.heard)
      case 'pull':
        return phone.pull()
      case 'an old request arrives': {
        const ops = phone.stray[action.which % Math.max(1, phone.stray.length)]
        if (ops !== undefined) await phone.deliver(ops, this.heard)
        return
      }
      case 'crash':
        return phone.crash()
      case 'time passes':
        this.ctx.clock.advance(action.minutes * 60_000)
    }
  }

  private async log(phone: SimulatedPhone, which: number, amount: number): Promise<void> {
    const fields = {
      workoutId: this.workoutIds[which % 2],
      movementId: this.movements[which % this.movements.length],
      loadKg: amount,
      reps: (which % 12) + 1,
    }
    this.entered.push(this.write(phone, 'put', this.newId(), fields))
  }

  private write(phone: SimulatedPhone, kind: Op['kind'], entityId: string, fields?: Op['fields']): Op {
    return phone.write({ entity: 'set', entityId, kind, ...(fields === undefined ? {} : { fields }) })
  }

  private async editOnTheWeb(which: number, amount: number): Promise<void> {
    const live = this.plain.live()
    const id = live[which % Math.max(1, live.length)]
    if (id === undefined) return
    const reply = await this.api.patch(`/v1/sets/${id}`, { loadKg: amount })
    expect(reply.statusCode).toBe(200)
    this.plain.changeHere(id, { loadKg: amount }, this.ctx.clock.now())
  }

  readonly heard = (ops: readonly Op[]) =>
    this.plain.hear(
      ops.filter((op) => op.entityId !== this.foreignSet),
      this.ctx.clock.now(),
    )
}

test(
  `whatever the network does, phones and server agree in the end (${histories} histories, seed ${seed})`,
  { timeout: 3_600_000 },
  async ({ api, ctx }) => {
    const movements = [await aMovement(ctx), await aMovement(ctx, { name: 'Press' })]
    let ids = 0
    const newId = () => uuid(++ids)
    const property = fc.asyncProperty(fc.array(actions, { minLength: 4, maxLength: 30 }), async (history) => {
      const stranger = api.as(await anAthlete(ctx))
      const foreignSet = newId()
      await stranger.post('/v1/sets', { id: foreignSet, movementId: movements[0], loadKg: 100, reps: 5 })
      const theirs = (await stranger.get(`/v1/sets?movementId=${movements[0]}`)).payload

      const gym = new Gym(api.as(await anAthlete(ctx)), ctx, movements, newId, foreignSet)
      await gym.run(history)
      await agree(gym)
      expect((await stranger.get(`/v1/sets?movementId=${movements[0]}`)).payload, 'I5 what is not mine is untouched').toBe(theirs)
    })
    await fc.assert(property, { numRuns: histories, seed, endOnFailure: true })
  },
)

async function agree(gym: Gym): Promise<void> {
  const { phones, plain, entered, foreignSet } = gym
  const server = (await gym.api.get('/v1/sync')).json<{ sets: Row[]; workouts: Row[] }>()
  const sets = new Map(server.sets.map((row) => [row.id, row]))

  for (const phone of phones) {
    expect(
      phone.tray.filter((op) => op.entityId !== foreignSet),
      'I1 nothing of mine is refused',
    ).toEqual([])
    expect(
      phone.journal.filter((op) => op.entityId !== foreignSet),
      'I1 nothing waits for ever',
    ).toEqual([])
    expect(Object.fromEntries(phone.sets), 'I3 every phone shows what the server has').toEqual(Object.fromEntries(sets))
  }
  expect([...sets.keys()].toSorted(), 'I1 and I2 every set that was logged is there, once').toEqual(
    entered.map((op) => op.entityId).toSorted(),
  )
  for (const [id, row] of sets) {
    expect(row.deleted === true, 'I4 what was deleted last stays deleted').toBe(plain.isDeleted(id))
    if (row.deleted === true) continue
    for (const field of ['loadKg', 'reps', 'note', 'parts', 'tempo', 'superset'])
      expect(row[field], `${field} is what was said last`).toEqual(plain.value(id, field))
    expect(row['kind'], 'kind is what was said last').toBe(plain.value(id, 'kind') ?? 'working')
  }
  for (const workout of server.workouts) {
    const mine = [...sets.values()].filter((row) => row.deleted !== true && row['workoutId'] === workout.id)
    const inOrder = mine.toSorted((a, b) => Number(a['position']) - Number(b['position'])).map((row) => row.id)
    for (const { deviceId } of phones) {
      const asEntered = entered.filter((op) => op.deviceId === deviceId && inOrder.includes(op.entityId)).map((op) => op.entityId)
      expect(
        inOrder.filter((id) => asEntered.includes(id)),
        'I6 sets stand in the order they were done',
      ).toEqual(asEntered)
    }
    const tonnage = mine.filter((row) => row['kind'] !== 'warm_up').reduce((sum, row) => sum + lifted(row), 0)
    expect([workout['setCount'], workout['tonnageKg']], 'I7 totals are those of the sets').toEqual([mine.length, tonnage])
  }
  await lastWordCounts(gym)
}

const lifted = (row: Row) => {
  const parts = (row['parts'] ?? []) as { loadKg: number; reps: number }[]
  return [row as unknown as (typeof parts)[0], ...parts].reduce((sum, { loadKg, reps }) => sum + loadKg * reps, 0)
}

/** What an edit says of a field. */
function saidOf(field: string, amount: number): unknown {
  if (field === 'note') return `${amount}`
  if (field === 'kind') return setKinds[amount % setKinds.length]
  if (field === 'tempo') return `${amount % 10}-1-X-0`
  if (field === 'superset') return amount % 50
  if (field === 'parts') return Array.from({ length: amount % 4 }, (_, i) => ({ loadKg: amount, reps: i + 1 }))
  return amount
}

/** A phone that has seen everything and then speaks is believed, whatever its clock says. */
async function lastWordCounts({ phones, plain, heard }: Gym): Promise<void> {
  const id = plain.live()[0]
  if (id === undefined) return
  for (const [i, phone] of phones.entries()) {
    phone.write({ entity: 'set', entityId: id, kind: 'patch', fields: { note: `last word of ${i}` } })
    await phone.push('arrives', heard)
    for (const other of phones) await other.pull()
    for (const other of phones) expect(other.sets.get(id)?.['note'], 'the last word counts').toBe(`last word of ${i}`)
  }
}

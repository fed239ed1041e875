import { MAX_SYNC_OPS, type OutputOf, Problem, problems, type pushChanges, type SyncOp, type SyncOpResult } from '@gymgenius/contracts'
import { type AthleteId, type DeviceId, minutesAfter, type SetId } from '@gymgenius/domain'
import { changeHead, nextChangeSeq, withChangesAhead } from '../../platform/changes.ts'
import { type Athlete, type Ctx, inTransaction } from '../../platform/context.ts'
import { databaseProblem } from '../../platform/http/database-problem.ts'
import { refuseUnbelievableId } from '../../platform/new-ids.ts'
import { endSilentWorkouts, type Hlc, hlcOf, knownSets, laterOf } from '../logging/index.ts'
import { applicationOf, type Apply, type TimedOp } from './apply.service.ts'
import { answeredBefore, type AnsweredOp, deletedBefore, gapsOf, remember } from './applied-ops.repository.ts'
import { cursorOf } from './cursors.ts'
import { horizonOf } from './horizon.repository.ts'
import { fingerprintOf, readOp, refusalOf } from './ops.ts'

/** A clock that runs further ahead than this is held back: it would win over everybody else's writes for too long. */
const CLOCK_AHEAD_MINUTES = 5
const MOST_MISSING = 100

/** So many changes are tried as one unit; where one of them fails they are taken back, and each is a unit of its own. */
const TRIED_TOGETHER = 25
/** What most changes take: a number for the set, and one for its workout. */
const CHANGES_AN_OP = 2

type Answer = OutputOf<typeof pushChanges, 'reply'>

/**
 * Applies what a device did, in its order, each change exactly once, all in the unit of the request. A change that cannot
 * be kept is told so and holds up none of the others; nothing is refused for being late.
 */
export async function push(ctx: Ctx, { athleteId }: Athlete, { ops: values }: { readonly ops: readonly unknown[] }): Promise<Answer> {
  if (values.length > MAX_SYNC_OPS) throw new Problem('sync.batch_too_large', { maximumOps: MAX_SYNC_OPS })
  const ops = values.map((value) => readOrRefused(ctx, value))
  await nextChangeSeq(ctx, athleteId, 0) // one batch of an athlete at a time
  await endSilentWorkouts(ctx, athleteId)

  const now = ctx.clock.now()
  const batch: Batch = { athleteId, latest: hlcOf(minutesAfter(now, CLOCK_AHEAD_MINUTES)) }
  const { results, answered, clocks, devices } = await appliedAll(ctx, batch, ops, await memoryOf(ctx, athleteId, ops))

  await remember(ctx.db, athleteId, [...answered.values()].filter(isNew), now)
  await endSilentWorkouts(ctx, athleteId)
  const position = { seq: await changeHead(ctx, athleteId), horizon: await horizonOf(ctx.db, athleteId) }
  return {
    results,
    cursor: cursorOf(ctx.config.secret, athleteId, position),
    clock: clocks.reduce(laterOf, hlcOf(now)),
    missingDeviceSeqs: await missing(ctx, athleteId, devices),
  }
}

type Refused = { readonly refused: SyncOpResult }
type Read = { readonly op: SyncOp } | Refused

function readOrRefused(ctx: Ctx, value: unknown): Read {
  try {
    return { op: readOp(value) }
  } catch (error) {
    return { refused: { opId: opIdIn(value), outcome: 'rejected', ...refusalOf(asRefusal(ctx, error)) } }
  }
}

interface Batch {
  readonly athleteId: AthleteId
  /** The latest clock that is believed. */
  readonly latest: Hlc
}

/** What must be known of earlier batches, and what this one adds to it. */
interface Memory {
  readonly answered: Map<string, AnsweredOp | Pick<AnsweredOp, 'fingerprint' | 'outcome'>>
  readonly deleted: Set<string>
  /** Sets that the lifter has, of those that the batch names. */
  readonly sets: Set<string>
  readonly devices: Set<DeviceId>
  readonly clocks: Hlc[]
  readonly results: SyncOpResult[]
}

async function memoryOf(ctx: Ctx, athleteId: AthleteId, reads: readonly Read[]): Promise<Memory> {
  const ops = reads.flatMap((read) => ('op' in read ? [read.op] : []))
  const [opIds, entityIds] = [ops.map((op) => op.opId), ops.map((op) => op.entityId)]
  const setIds = ops.flatMap((op) => (op.entity === 'set' ? [op.entityId as SetId] : []))
  return {
    answered: await answeredBefore(ctx.db, athleteId, opIds),
    deleted: await deletedBefore(ctx.db, athleteId, entityIds),
    sets: await knownSets(ctx, athleteId, setIds),
    devices: new Set(),
    clocks: [],
    results: [],
  }
}

const copyOf = ({ answered, deleted, sets, devices, clocks, results }: Memory): Memory => ({
  answered: new Map(answered),
  deleted: new Set(deleted),
  sets: new Set(sets),
  devices: new Set(devices),
  clocks: [...clocks],
  results: [...results],
})

const isNew = (op: AnsweredOp | Pick<AnsweredOp, 'fingerprint' | 'outcome'>): op is AnsweredOp => 'opId' in op

/** Applies the changes of a batch in their order, and answers the memory after them. */
async function appliedAll(ctx: Ctx, batch: Batch, ops: readonly Read[], before: Memory): Promise<Memory> {
  const news = ops.filter((read) => 'op' in read && !before.answered.has(read.op.opId))
  return withChangesAhead(ctx, batch.athleteId, news.length * CHANGES_AN_OP, async () => {
    let memory = before
    for (let start = 0; start < ops.length; start += TRIED_TOGETHER)
      memory = await applied(ctx, batch, ops.slice(start, start + TRIED_TOGETHER), memory)
    return memory
  })
}

/** Applies some changes as one unit; where one of them cannot be kept, each as a unit of its own. Answers the memory after them. */
async function applied(ctx: Ctx, batch: Batch, reads: readonly Read[], memory: Memory): Promise<Memory> {
  const together = copyOf(memory)
  try {
    await inTransaction(ctx, async (ctx) => {
      for (const read of reads) await answer(ctx, batch, read, together, (apply) => apply(ctx, batch.athleteId))
    })
    return together
  } catch (error) {
    asRefusal(ctx, error)
  }
  const alone = copyOf(memory)
  for (const read of reads) {
    await answer(ctx, batch, read, alone, (apply) =>
      inTransaction(ctx, (ctx) => apply(ctx, batch.athleteId)).catch((error: unknown) => rejected(ctx, error)),
    )
  }
  return alone
}

type Result = Omit<SyncOpResult, 'opId' | 'outcome'> & { readonly outcome: AnsweredOp['outcome'] }

const rejected = (ctx: Ctx, error: unknown): Result => ({ outcome: 'rejected', ...refusalOf(asRefusal(ctx, error)) })

/** Answers one change, and remembers what the next ones must know. */
async function answer(ctx: Ctx, { latest }: Batch, read: Read, memory: Memory, keep: (apply: Apply) => Promise<Result>): Promise<void> {
  if ('refused' in read) return void memory.results.push(read.refused)
  const { op } = read
  const { opId, deviceId, deviceSeq, entity, entityId, kind } = op
  memory.devices.add(deviceId)
  const fingerprint = fingerprintOf(op)
  const before = memory.answered.get(opId)
  if (before !== undefined && before.outcome !== 'rejected') {
    memory.results.push(
      before.fingerprint === fingerprint
        ? { opId, outcome: 'duplicate' }
        : { opId, outcome: 'rejected', code: 'sync.idempotency_mismatch' },
    )
    return
  }

  const isHeldBack = op.hlc.slice(0, 13) > latest.slice(0, 13)
  const hlc = isHeldBack ? latest : (op.hlc as Hlc)
  const apply = applyOrRefused(ctx, { ...op, hlc, isHeldBack }, memory)
  const result = 'outcome' in apply ? apply : await keep(apply)
  memory.clocks.push(hlc)
  if (kind === 'delete' && result.outcome !== 'rejected') memory.deleted.add(entityId)
  if (entity === 'set') memory.sets.add(entityId)
  memory.answered.set(opId, { opId, deviceId, deviceSeq, entityId, kind, fingerprint, outcome: result.outcome, code: result.code })
  memory.results.push({ opId, ...result })
}

/** What can be refused without asking the database is refused without disturbing the changes beside it. */
function applyOrRefused(ctx: Ctx, op: TimedOp, memory: Memory): Apply | Result {
  try {
    if (op.kind === 'put') refuseUnbelievableId(ctx, op.entityId, '/entityId')
    const isUnknown = op.entity === 'set' && !memory.sets.has(op.entityId)
    return applicationOf(op, { isDeletedAlready: memory.deleted.has(op.entityId), isUnknown })
  } catch (error) {
    return rejected(ctx, error)
  }
}

/** A refusal concerns one change. A database that does not answer concerns them all, and the device tries again later. */
function asRefusal(ctx: Ctx, error: unknown): Problem {
  const problem = error instanceof Problem ? error : databaseProblem(error)
  if (problem === undefined) {
    ctx.log.error({ err: error }, 'a change from a device could not be applied')
    return new Problem('server.unexpected')
  }
  if (problems[problem.code].status >= 500) throw problem
  return problem
}

async function missing(ctx: Ctx, athleteId: AthleteId, devices: Iterable<DeviceId>): Promise<number[]> {
  const numbers: number[] = []
  for (const deviceId of devices) {
    for (const { from, to } of await gapsOf(ctx.db, athleteId, deviceId, MOST_MISSING)) {
      for (let seq = from; seq <= to && numbers.length < MOST_MISSING; seq++) numbers.push(seq)
    }
  }
  return numbers
}

const opIdIn = (value: unknown) => {
  const opId = (value as { opId?: unknown } | null)?.opId
  return typeof opId === 'string' ? opId.slice(0, 100) : ''
}

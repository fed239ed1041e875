import { MAX_SYNC_OPS, type OutputOf, Problem, problems, type pushChanges, type SyncOp, type SyncOpResult } from '@gymgenius/contracts'
import { type AthleteId, type DeviceId, minutesAfter } from '@gymgenius/domain'
import { nextChangeSeq } from '../../platform/changes.ts'
import { type Athlete, type Ctx, inTransaction } from '../../platform/context.ts'
import { databaseProblem } from '../../platform/http/database-problem.ts'
import { refuseUnbelievableId } from '../../platform/new-ids.ts'
import { type Applied, endSilentWorkouts, type Hlc, hlcOf, laterOf } from '../logging/index.ts'
import { applyOp, type TimedOp } from './apply.service.ts'
import { answeredBefore, type AnsweredOp, deletedBefore, gapsOf, remember } from './applied-ops.repository.ts'
import { cursorOf } from './cursors.ts'
import { horizonOf } from './horizon.repository.ts'
import { fingerprintOf, readOp, refusalOf } from './ops.ts'

/** A clock that runs further ahead than this is held back: it would win over everybody else's writes for too long. */
const CLOCK_AHEAD_MINUTES = 5
const MOST_MISSING = 100

type Answer = OutputOf<typeof pushChanges, 'reply'>

/**
 * Applies what a device did, in its order, each change exactly once, all in the unit of the request. A change that cannot
 * be kept is told so and holds up none of the others; nothing is refused for being late.
 */
export async function push(ctx: Ctx, { athleteId }: Athlete, { ops }: { readonly ops: readonly unknown[] }): Promise<Answer> {
  if (ops.length > MAX_SYNC_OPS) throw new Problem('sync.batch_too_large', { maximumOps: MAX_SYNC_OPS })
  await nextChangeSeq(ctx, athleteId, 0) // one batch of an athlete at a time
  await endSilentWorkouts(ctx, athleteId)

  const now = ctx.clock.now()
  const latest = hlcOf(minutesAfter(now, CLOCK_AHEAD_MINUTES))
  const memory = await memoryOf(ctx, athleteId, ops)
  const results: SyncOpResult[] = []
  for (const value of ops) results.push(await answer(ctx, athleteId, value, latest, memory))

  await remember(ctx.db, athleteId, [...memory.answered.values()].filter(isNew), now)
  await endSilentWorkouts(ctx, athleteId)
  const position = { seq: await nextChangeSeq(ctx, athleteId, 0), horizon: await horizonOf(ctx.db, athleteId) }
  return {
    results,
    cursor: cursorOf(ctx.config.secret, athleteId, position),
    clock: memory.clocks.reduce(laterOf, hlcOf(now)),
    missingDeviceSeqs: await missing(ctx, athleteId, memory.devices),
  }
}

/** What must be known of earlier batches, and what this one adds to it. */
interface Memory {
  readonly answered: Map<string, AnsweredOp | Pick<AnsweredOp, 'fingerprint' | 'outcome'>>
  readonly deleted: Set<string>
  readonly devices: Set<DeviceId>
  readonly clocks: Hlc[]
}

async function memoryOf(ctx: Ctx, athleteId: AthleteId, values: readonly unknown[]): Promise<Memory> {
  const ops = values.flatMap((value) => readable(value) ?? [])
  return {
    answered: await answeredBefore(
      ctx.db,
      athleteId,
      ops.map((op) => op.opId),
    ),
    deleted: await deletedBefore(
      ctx.db,
      athleteId,
      ops.map((op) => op.entityId),
    ),
    devices: new Set(),
    clocks: [],
  }
}

const isNew = (op: AnsweredOp | Pick<AnsweredOp, 'fingerprint' | 'outcome'>): op is AnsweredOp => 'opId' in op

async function answer(ctx: Ctx, athleteId: AthleteId, value: unknown, latest: Hlc, memory: Memory): Promise<SyncOpResult> {
  let op: SyncOp
  try {
    op = readOp(value)
  } catch (error) {
    return { opId: opIdIn(value), outcome: 'rejected', ...refusalOf(asRefusal(ctx, error)) }
  }
  const { opId } = op
  memory.devices.add(op.deviceId)
  const fingerprint = fingerprintOf(op)
  const before = memory.answered.get(opId)
  if (before !== undefined && before.outcome !== 'rejected') {
    return before.fingerprint === fingerprint
      ? { opId, outcome: 'duplicate' }
      : { opId, outcome: 'rejected', code: 'sync.idempotency_mismatch' }
  }

  const isHeldBack = op.hlc.slice(0, 13) > latest.slice(0, 13)
  const hlc = isHeldBack ? latest : (op.hlc as Hlc)
  const result = await outcomeOf(ctx, athleteId, { ...op, hlc, isHeldBack }, memory)
  memory.clocks.push(hlc)
  if (op.kind === 'delete' && result.outcome !== 'rejected') memory.deleted.add(op.entityId)
  const { deviceId, deviceSeq, entityId, kind } = op
  memory.answered.set(opId, { opId, deviceId, deviceSeq, entityId, kind, fingerprint, outcome: result.outcome, code: result.code })
  return { opId, ...result }
}

type Result = Omit<SyncOpResult, 'opId' | 'outcome'> & { readonly outcome: AnsweredOp['outcome'] }

/** Applies one change as a unit within the batch: one that fails leaves nothing behind. */
async function outcomeOf(ctx: Ctx, athleteId: AthleteId, op: TimedOp, memory: Memory): Promise<Result> {
  try {
    if (op.kind === 'put') refuseUnbelievableId(ctx, op.entityId, '/entityId')
    const applied: Applied = await inTransaction(ctx, (ctx) => applyOp(ctx, athleteId, op, memory.deleted.has(op.entityId)))
    return applied
  } catch (error) {
    return { outcome: 'rejected', ...refusalOf(asRefusal(ctx, error)) }
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

function readable(value: unknown): SyncOp | undefined {
  try {
    return readOp(value)
  } catch {
    return undefined
  }
}

const opIdIn = (value: unknown) => {
  const opId = (value as { opId?: unknown } | null)?.opId
  return typeof opId === 'string' ? opId.slice(0, 100) : ''
}

import { status, type handleUnaryCall, type MetadataValue, type ServerUnaryCall, type ServiceError } from '@grpc/grpc-js'
import { ENGINE_VERSION, prescribe, type TrainingSnapshot } from '@gymgenius/engine'
import {
  type EngineServer,
  type PredictSetRequest,
  prescriptionToWire,
  setFromWire,
  snapshotFromWire,
  targetFromWire,
  Unreadable,
} from '@gymgenius/engine-rpc'
import type { FaultPort } from '@gymgenius/faults'
import type { Span, Traces } from '@gymgenius/traces'

/** Snapshots kept at one time; the one longest unused is forgotten. About 20 kB each. */
const WARM_KEPT = 10_000
const LONGEST_KEY = 200

/** The engine behind the wire: read, prescribe, write. Nothing it keeps is the only copy of anything. */
export function engineService(faults: FaultPort, traces?: Traces): EngineServer {
  const warm = new Map<string, TrainingSnapshot>()

  function keep(key: string, snapshot: TrainingSnapshot) {
    warm.delete(key)
    warm.set(key, snapshot)
    if (warm.size > WARM_KEPT) warm.delete(warm.keys().next().value!)
  }

  function groundOf(ground: PredictSetRequest['ground']): TrainingSnapshot {
    if (ground === undefined) throw new Unreadable('ground is missing')
    if (ground.$case === 'snapshot') return snapshotFromWire(ground.value)
    const { key, laterSets } = ground.value
    const snapshot = warm.get(key)
    if (snapshot === undefined) throw new NotWarm('This key was forgotten: send the snapshot again')
    keep(key, snapshot)
    if (snapshot.belief !== undefined && laterSets.length > 0)
      throw new Unreadable('later_sets: the belief does not know them; send a new snapshot')
    return laterSets.length === 0 ? snapshot : { ...snapshot, sets: [...snapshot.sets, ...laterSets.map(setFromWire)] }
  }

  const answer = <Request, Response>(name: string, work: (request: Request) => Response) => answering(faults, traces, name, work)

  return {
    predictSet: answer('PredictSet', ({ ground, target }) => {
      if (target === undefined) throw new Unreadable('target is missing')
      const prescription = prescribe(groundOf(ground), targetFromWire(target))
      return { prescription: prescriptionToWire(prescription), engineVersion: ENGINE_VERSION }
    }),
    warmStart: answer('WarmStart', ({ key, snapshot }) => {
      if (snapshot === undefined) throw new Unreadable('snapshot is missing')
      if (key === '' || key.length > LONGEST_KEY) throw new Unreadable(`key has 1 to ${LONGEST_KEY} characters`)
      keep(key, snapshotFromWire(snapshot))
      return { engineVersion: ENGINE_VERSION }
    }),
  }
}

class NotWarm extends Error {
  override readonly name = 'NotWarm'
}

function answering<Request, Response>(
  faults: FaultPort,
  traces: Traces | undefined,
  name: string,
  answer: (request: Request) => Response,
): handleUnaryCall<Request, Response> {
  return (call, done) => {
    if (isTooLate(call)) return done({ code: status.DEADLINE_EXCEEDED, details: 'Nobody waits for this any more' })
    const { request, metadata } = call
    const [requestId] = metadata.get('x-request-id')
    const method = `gymgenius.engine.v1.Engine/${name}`
    const span = traces?.begin(spanOf(method, metadata.get('traceparent')[0], requestId))
    try {
      const answered = answer(request)
      span?.end()
      done(null, answered)
    } catch (error) {
      span?.end({ failure: error })
      const refusal = refusalOf(error)
      if (refusal.code === status.INTERNAL) faults.tell(error, { says: 'engine failed', at: method, requestId: requestId?.toString() })
      done(refusal)
    }
  }
}

/** While others were answered its deadline passed: to work for it now would make those late who still wait. */
const isTooLate = (call: Pick<ServerUnaryCall<unknown, unknown>, 'cancelled' | 'getDeadline'>) =>
  call.cancelled || Number(call.getDeadline()) <= Date.now()

const spanOf = (name: string, after: MetadataValue | undefined, requestId: MetadataValue | undefined): Span => ({
  name,
  kind: 'server',
  facts: { 'rpc.system': 'grpc', ...(requestId !== undefined && { 'gymgenius.request_id': String(requestId) }) },
  after: after === undefined ? undefined : String(after),
})

function refusalOf(error: unknown): Partial<ServiceError> {
  if (error instanceof Unreadable) return { code: status.INVALID_ARGUMENT, details: error.message }
  if (error instanceof NotWarm) return { code: status.NOT_FOUND, details: error.message }
  return { code: status.INTERNAL, details: 'Something broke in the engine' }
}

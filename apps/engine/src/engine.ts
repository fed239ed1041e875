import { status, type handleUnaryCall, type ServiceError } from '@grpc/grpc-js'
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

/** Snapshots kept at one time; the one longest unused is forgotten. About 20 kB each. */
const WARM_KEPT = 10_000
const LONGEST_KEY = 200

/** The engine behind the wire: read, prescribe, write. Nothing it keeps is the only copy of anything. */
export function engineService(): EngineServer {
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

  return {
    predictSet: answering(({ ground, target }) => {
      if (target === undefined) throw new Unreadable('target is missing')
      const prescription = prescribe(groundOf(ground), targetFromWire(target))
      return { prescription: prescriptionToWire(prescription), engineVersion: ENGINE_VERSION }
    }),
    warmStart: answering(({ key, snapshot }) => {
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

function answering<Request, Response>(answer: (request: Request) => Response): handleUnaryCall<Request, Response> {
  return ({ request }, done) => {
    try {
      done(null, answer(request))
    } catch (error) {
      done(refusal(error))
    }
  }
}

function refusal(error: unknown): Partial<ServiceError> {
  if (error instanceof Unreadable) return { code: status.INVALID_ARGUMENT, details: error.message }
  if (error instanceof NotWarm) return { code: status.NOT_FOUND, details: error.message }
  console.error(error)
  return { code: status.INTERNAL, details: 'Something broke in the engine' }
}

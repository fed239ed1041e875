import { credentials, Metadata, type ServiceError } from '@grpc/grpc-js'
import { limits } from '@gymgenius/domain'
import type { Prescription, Target, TrainingSnapshot } from '@gymgenius/engine'
import {
  EngineClient,
  type PredictSetResponse,
  prescriptionFromWire,
  snapshotToWire,
  targetToWire,
  Unreadable,
} from '@gymgenius/engine-rpc'
import type { Traces } from '@gymgenius/traces'
import { engineInside, type EnginePort, type Prescribed } from '../platform/ports/engine.ts'
import { requestHere } from '../platform/request-here.ts'

/** The request waits in a transaction: a service that is slower than this is as good as away. */
const DEADLINE_MS = 250
const MOST_IN_FLIGHT = 64
const PREDICT_SET = 'gymgenius.engine.v1.Engine/PredictSet'
const RPC_FACTS = { 'rpc.system': 'grpc', 'rpc.method': PREDICT_SET }
/** After so many failures within the time, the service is left alone for a while. */
const BREAKER = { failures: 5, withinMs: 10_000, restMs: 5000 } as const

export interface GrpcEngineOptions {
  /** `grpc://host:port` or `unix:/path`. */
  readonly url: string
  readonly now: () => number
  readonly deadlineMs?: number
  readonly traces?: Traces | undefined
  readonly log: { warn(facts: object, text: string): void }
}

/** The engine behind a socket; where it does not answer in time, or not sensibly, the one inside does and says so. */
export function grpcEngine({ url, now, log, traces, deadlineMs = DEADLINE_MS }: GrpcEngineOptions): EnginePort {
  const client = new EngineClient(url.replace(/^grpc:\/\//, ''), credentials.createInsecure(), {
    'grpc.max_reconnect_backoff_ms': BREAKER.restMs,
    'grpc.enable_retries': 0,
  })
  const breaker = newBreaker(now)
  let inFlight = 0

  async function fromService(snapshot: TrainingSnapshot, target: Target): Promise<Prescribed> {
    inFlight++
    try {
      const ask = () => predictSet(client, { snapshot, target, deadline: now() + deadlineMs, traceParent: traces?.here() })
      const { prescription, engineVersion } = await (traces?.during({ name: PREDICT_SET, kind: 'client', facts: RPC_FACTS }, ask) ?? ask())
      if (prescription === undefined) throw new Unreadable('prescription is missing')
      return { prescription: sensible(prescriptionFromWire(prescription)), engineVersion, source: 'engine' }
    } finally {
      inFlight--
    }
  }

  return {
    async prescribe(snapshot, target) {
      if (!breaker.isOpen() && inFlight < MOST_IN_FLIGHT) {
        try {
          const prescribed = await fromService(snapshot, target)
          breaker.succeeded()
          return prescribed
        } catch (error) {
          breaker.failed()
          log.warn({ reason: (error as Error).message }, 'the engine service did not help: answered by the engine inside')
        }
      }
      return { ...(await engineInside.prescribe(snapshot, target)), source: 'fallback' }
    },
    close: () => client.close(),
  }
}

interface Question {
  readonly snapshot: TrainingSnapshot
  readonly target: Target
  readonly deadline: number
  readonly traceParent: string | undefined
}

function predictSet(client: EngineClient, { snapshot, target, deadline, traceParent }: Question): Promise<PredictSetResponse> {
  const request = { ground: { $case: 'snapshot' as const, value: snapshotToWire(snapshot) }, target: targetToWire(target) }
  return new Promise((resolve, reject) => {
    const done = (error: ServiceError | null, response: PredictSetResponse) => (error === null ? resolve(response) : reject(error))
    client.predictSet(request, metadataHere(traceParent), { deadline }, done)
  })
}

function metadataHere(traceParent: string | undefined): Metadata {
  const metadata = new Metadata()
  const requestId = requestHere()
  if (requestId !== undefined) metadata.set('x-request-id', requestId)
  if (traceParent !== undefined) metadata.set('traceparent', traceParent)
  return metadata
}

/** What no engine of ours would answer is not believed, whoever sent it. */
function sensible(prescription: Prescription): Prescription {
  const { load, repLow, repHigh, rir, rest } = prescription
  const isSensible =
    load >= 0 && load <= limits.loadKg && repLow >= 1 && repHigh >= repLow && repHigh <= limits.reps && rir >= 0 && rest >= 0
  if (!isSensible) throw new Unreadable('the prescription is out of bounds')
  return prescription
}

function newBreaker(now: () => number) {
  let failures: number[] = []
  let openUntil = -Infinity
  return {
    /** Further ahead than a rest, and the clock has stepped back since. */
    isOpen: () => now() < openUntil && openUntil - now() <= BREAKER.restMs,
    succeeded: () => {
      failures = []
    },
    failed: () => {
      failures = [...failures.filter((at) => now() - at < BREAKER.withinMs), now()]
      if (failures.length >= BREAKER.failures) [failures, openUntil] = [[], now() + BREAKER.restMs]
    },
  }
}

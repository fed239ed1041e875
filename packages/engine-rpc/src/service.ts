import { EngineService as generated, PredictSetRequest, WarmStartRequest } from './generated/engine/v1/engine.ts'
import { SharingReader } from './sharing-reader.ts'

/** What the service answers, its questions read the quick way. */
export const EngineService = {
  predictSet: { ...generated.predictSet, requestDeserialize: (bytes: Buffer) => PredictSetRequest.decode(new SharingReader(bytes)) },
  warmStart: { ...generated.warmStart, requestDeserialize: (bytes: Buffer) => WarmStartRequest.decode(new SharingReader(bytes)) },
}

export {
  EngineClient,
  type EngineServer,
  type PredictSetRequest,
  type PredictSetResponse,
  type SnapshotSet as WireSet,
  type WarmStartRequest,
  type WarmStartResponse,
} from './generated/engine/v1/engine.ts'
export * from './from-wire.ts'
export { EngineService } from './service.ts'
export * from './to-wire.ts'

export {
  EngineClient,
  EngineService,
  type EngineServer,
  type PredictSetRequest,
  type PredictSetResponse,
  type SnapshotSet as WireSet,
  type WarmStartRequest,
  type WarmStartResponse,
} from './generated/engine/v1/engine.ts'
export * from './from-wire.ts'
export * from './to-wire.ts'

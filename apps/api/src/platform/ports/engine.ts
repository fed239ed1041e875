import { ENGINE_VERSION, prescribe, type Prescription, type Target, type TrainingSnapshot } from '@gymgenius/engine'

/** Who works out what to lift next: this process, or the engine's own service. */
export interface EnginePort {
  prescribe(snapshot: TrainingSnapshot, target: Target): Promise<Prescribed>
  close(): void
}

export interface Prescribed {
  readonly prescription: Prescription
  readonly engineVersion: string
  /** `fallback` where the service was asked and did not answer, or not sensibly: then this process did. */
  readonly source: 'engine' | 'fallback'
}

/** The engine that every process carries with it. */
export const engineInside: EnginePort = {
  prescribe: async (snapshot, target) => ({
    prescription: prescribe(snapshot, target),
    engineVersion: ENGINE_VERSION,
    source: 'engine',
  }),
  close: () => {},
}

export { openTraces, tryCollector, type TraceSettings } from './open-traces.ts'
export type { Begun, Span, Traces } from './traces.ts'

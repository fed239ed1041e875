import { AsyncLocalStorage } from 'node:async_hooks'
import { type Context, ROOT_CONTEXT, type Span as OtelSpan, SpanKind, SpanStatusCode, trace, TraceFlags } from '@opentelemetry/api'
import { ExportResultCode, parseKeyPairsIntoRecord, parseTraceParent } from '@opentelemetry/core'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  ParentBasedSampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base'
import type { Begun, Span, Traces } from './traces.ts'

/** More than this waits for no collector: what is newer is dropped. */
const MOST_WAITING = 2048
const SEND_EVERY_MS = 1000
const SENT_WITHIN_MS = 5000
const LAST_SENT_WITHIN_MS = 2000

export interface TraceSettings {
  /** Where OTLP is spoken over HTTP, without `/v1/traces`. */
  readonly endpoint: string
  /** `name=value,name=value`, as the collector asks for them. */
  readonly headers?: string | undefined
  /** 0 to 1: of the traces that begin here, how many are kept. */
  readonly share: number
  readonly service: string
  readonly version: string
  readonly warn: (facts: object, text: string) => void
}

const KINDS = { server: SpanKind.SERVER, client: SpanKind.CLIENT, consumer: SpanKind.CONSUMER } as const

/** Tells a collector what is done for whom and how long it takes. Made by hand: no module of ours or others is changed for it. */
export function openTraces({ endpoint, headers, share, service, version, warn }: TraceSettings): Traces {
  const exporter = new OTLPTraceExporter({
    url: addressOf(endpoint),
    headers: parseKeyPairsIntoRecord(headers),
    timeoutMillis: SENT_WITHIN_MS,
  })
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.version': version }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [
      new BatchSpanProcessor(complainingOnce(exporter, warn), {
        maxQueueSize: MOST_WAITING,
        scheduledDelayMillis: SEND_EVERY_MS,
        exportTimeoutMillis: SENT_WITHIN_MS,
      }),
    ],
  })
  const tracer = provider.getTracer('gymgenius')
  const contexts = new AsyncLocalStorage<Context>()

  const start = ({ name, kind, facts = {}, after }: Span, startTime?: number) =>
    tracer.startSpan(
      name,
      { kind: KINDS[kind], attributes: facts, ...(startTime === undefined ? {} : { startTime }) },
      contextAfter(after) ?? contexts.getStore() ?? ROOT_CONTEXT,
    )

  function begin(asked: Span): Begun {
    const span = start(asked)
    const context = trace.setSpan(ROOT_CONTEXT, span)
    return {
      traceId: span.spanContext().traceId,
      run: (work) => contexts.run(context, work),
      end: ({ name, facts, failure } = {}) => {
        if (name !== undefined) span.updateName(name)
        if (facts !== undefined) span.setAttributes(facts)
        if (failure !== undefined) failed(span, failure)
        span.end()
      },
    }
  }

  const spanHere = () => trace.getSpan(contexts.getStore() ?? ROOT_CONTEXT)?.spanContext()

  return {
    begin,
    during: async (asked, work) => {
      const begun = begin(asked)
      try {
        const result = await begun.run(work)
        begun.end()
        return result
      } catch (failure) {
        begun.end({ failure })
        throw failure
      }
    },
    ended: (asked, milliseconds, failure) => {
      if (contexts.getStore() === undefined) return
      const now = performance.timeOrigin + performance.now()
      const span = start(asked, now - milliseconds)
      if (failure !== undefined) failed(span, failure)
      span.end(now)
    },
    here: () => {
      const at = spanHere()
      return at && `00-${at.traceId}-${at.spanId}-${(at.traceFlags & TraceFlags.SAMPLED) === 0 ? '00' : '01'}`
    },
    traceIdHere: () => spanHere()?.traceId,
    close: () => inTime(provider.shutdown(), LAST_SENT_WITHIN_MS),
  }
}

const addressOf = (endpoint: string) => `${endpoint.replace(/\/+$/, '')}/v1/traces`

/** Sends an empty batch; throws where it is not taken. */
export async function tryCollector(endpoint: string, headers: string | undefined): Promise<void> {
  const reply = await fetch(addressOf(endpoint), {
    method: 'POST',
    headers: { ...parseKeyPairsIntoRecord(headers), 'content-type': 'application/json' },
    body: '{"resourceSpans":[]}',
    signal: AbortSignal.timeout(SENT_WITHIN_MS),
  })
  if (!reply.ok) throw new Error(`it answers ${reply.status}`)
}

function contextAfter(after: Span['after']): Context | undefined {
  const parent = typeof after === 'string' ? parseTraceParent(after) : null
  return parent === null ? undefined : trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true })
}

/** By its kind only: a sentence of an error can hold what a lifter wrote. */
function failed(span: OtelSpan, failure: unknown) {
  const { code, name } = Object(failure) as { code?: unknown; name?: unknown }
  const kind = [code, name].find((kind) => typeof kind === 'number' || (typeof kind === 'string' && /^[\w.]{1,60}$/.test(kind)))
  span.setStatus({ code: SpanStatusCode.ERROR })
  span.setAttribute('error.type', String(kind ?? 'unknown'))
}

/** A collector that is away is said once, and again only after it was back. */
function complainingOnce(exporter: SpanExporter, warn: TraceSettings['warn']): SpanExporter {
  let isAway = false
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        const failed = result.code !== ExportResultCode.SUCCESS
        if (failed && !isAway)
          warn({ reason: result.error?.message }, 'traces could not be sent: they are dropped until the collector is back')
        isAway = failed
        done(result)
      }),
    forceFlush: async () => exporter.forceFlush?.(),
    shutdown: () => exporter.shutdown(),
  }
}

async function inTime(work: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  })
  await Promise.race([work.catch(() => {}), late]).finally(() => clearTimeout(timer))
}

import { Agent, request } from 'node:http'

/** One request of a load: what to send, made anew each time so that ids and values differ. */
export type Shot = () => {
  /** Latencies of an open loop are told by kind as well. */
  readonly kind?: string
  readonly method: string
  readonly path: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

export interface Latencies {
  readonly count: number
  readonly failures: number
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

interface Target {
  readonly port: number
  readonly connections: number
  readonly seconds: number
}

/**
 * Open loop: requests leave on a fixed schedule whether or not earlier ones came back, and each latency counts from the
 * moment the request was meant to leave, so that a stall of the server is felt by every request it delayed.
 */
export async function openLoop(
  shot: Shot,
  rate: number,
  { port, connections, seconds }: Target,
): Promise<Latencies & { readonly byKind: Readonly<Record<string, Latencies>> }> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const start = performance.now() + 50
  const total = Math.round(rate * seconds)
  const answers: { kind: string; ms: number | undefined }[] = []
  const pending: Promise<void>[] = []
  const timed = async (intended: number) => {
    const { kind = 'all', ...sent } = shot()
    const isGood = await send(agent, port, sent)
    answers.push({ kind, ms: isGood ? performance.now() - intended : undefined })
  }
  for (let i = 0; i < total; i++) {
    const intended = start + (i * 1000) / rate
    const wait = intended - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    pending.push(timed(intended))
  }
  await Promise.all(pending)
  agent.destroy()
  const of = (some: typeof answers) => {
    const times = some.flatMap(({ ms }) => (ms === undefined ? [] : [ms]))
    return summary(times, some.length - times.length, seconds)
  }
  const kinds = Map.groupBy(answers, ({ kind }) => kind)
  return { ...of(answers), byKind: Object.fromEntries([...kinds].map(([kind, some]) => [kind, of(some)])) }
}

/** Closed loop: each connection sends its next request when the last came back. Throughput only. */
export async function closedLoop(shot: Shot, { port, connections, seconds }: Target): Promise<Latencies> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const end = performance.now() + seconds * 1000
  const times: number[] = []
  let failures = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        const started = performance.now()
        if (await send(agent, port, shot())) times.push(performance.now() - started)
        else failures++
      }
    }),
  )
  agent.destroy()
  return summary(times, failures, seconds)
}

/** Runs `work` over and over on each of `lanes` until the time is up; times a second. */
export async function timesPerSecond(work: () => Promise<unknown>, lanes: number, seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1000
  let count = 0
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (performance.now() < end) {
        await work()
        count++
      }
    }),
  )
  return count / seconds
}

export const median = (values: readonly number[]) => quantile(values, 0.5)

function send(agent: Agent, port: number, { method, path, body, headers }: ReturnType<Shot>): Promise<boolean> {
  return new Promise((resolve) => {
    const payload = body === undefined ? undefined : JSON.stringify(body)
    const outgoing = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: {
          ...headers,
          ...(payload === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
        },
      },
      (response) => {
        response.resume()
        response.on('end', () => resolve(response.statusCode !== undefined && response.statusCode < 300))
      },
    )
    outgoing.on('error', () => resolve(false))
    outgoing.end(payload)
  })
}

function summary(times: readonly number[], failures: number, seconds: number): Latencies {
  return {
    count: times.length,
    failures,
    perSecond: times.length / seconds,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    p99: quantile(times, 0.99),
    max: times.reduce((most, time) => Math.max(most, time), 0),
  }
}

function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}

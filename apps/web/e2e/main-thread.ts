import type { Page } from '@playwright/test'

/** What the thread of a page did, in the browser's own record of it. Times in milliseconds. */
export interface MainThread {
  /**
   * Processor time that its tasks took, from the one that set the first mark to the last that began before the second one. It hardly
   * depends on what else the machine does, and is what a slower processor multiplies.
   */
  readonly worked: (from: string, to: string) => number
  /** The longest single task among them. */
  readonly longest: (from: string, to: string) => number
  readonly passed: (from: string, to: string) => number
  /** The browser's record of a page that has just begun comes without its beginning now and then. */
  readonly knows: (mark: string) => boolean
}

interface TraceEvent {
  readonly name: string
  readonly cat: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds. */
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
}

const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing']
const TASK = /^(ThreadControllerImpl::)?RunTask$/

/** Records what the page does; the marks are those of `performance.mark`. Ask for what was done when it is over. */
export async function record(page: Page): Promise<() => Promise<MainThread>> {
  const client = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  client.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as TraceEvent[])))
  await client.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: CATEGORIES } })
  return async () => {
    const complete = new Promise<void>((resolve) => client.once('Tracing.tracingComplete', () => resolve()))
    await client.send('Tracing.end')
    await complete
    await client.detach()
    return mainThreadOf(events)
  }
}

function mainThreadOf(events: readonly TraceEvent[]): MainThread {
  const marks = new Map(events.filter(({ cat }) => cat.includes('blink.user_timing')).map((event) => [event.name, event]))
  const mark = (name: string) => {
    const found = marks.get(name)
    if (found === undefined) throw new Error(`The page did not set the mark “${name}”`)
    return found
  }
  const threads = Map.groupBy(
    events.filter(({ name, ph }) => ph === 'X' && TASK.test(name)),
    threadOf,
  )
  const outer = new Map([...threads].map(([thread, tasks]) => [thread, outermost(tasks)]))
  const between = (from: string, to: string) => {
    const [first, last] = [mark(from), mark(to)]
    return (outer.get(threadOf(first)) ?? [])
      .filter(({ ts, dur = 0 }) => ts + dur > first.ts && ts < last.ts)
      .map(({ dur = 0, tdur = dur }) => tdur / 1000)
  }
  return {
    worked: (from, to) => between(from, to).reduce((sum, one) => sum + one, 0),
    longest: (from, to) => Math.max(0, ...between(from, to)),
    passed: (from, to) => (mark(to).ts - mark(from).ts) / 1000,
    knows: (name) => marks.has(name),
  }
}

const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`

/** A task within another is told twice. */
function outermost(tasks: readonly TraceEvent[]): readonly TraceEvent[] {
  let end = 0
  return tasks
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      const isOuter = ts >= end
      if (isOuter) end = ts + dur
      return isOuter
    })
}

/** The value that a share of a sample does not exceed. */
export function at(share: number, sample: readonly number[]): number {
  return sample.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * sample.length) - 1)] ?? 0
}

/** Runs `work` alone over all tabs and workers. Where the browser has no locks (plain http), alone in this one. */
export async function inLock<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  if (hasLocks()) return (await navigator.locks.request(name, work)) as Result
  const waiting = queues.get(name) ?? Promise.resolve()
  const result = waiting.then(work)
  queues.set(
    name,
    result.then(
      () => undefined,
      () => undefined,
    ),
  )
  return result
}

export const hasLocks = () => 'locks' in navigator && navigator.locks !== undefined

const queues = new Map<string, Promise<void>>()

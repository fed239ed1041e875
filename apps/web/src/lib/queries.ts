import { backoffMs } from './backoff.ts'
import { Problem } from './problem.ts'
import { QueryClient } from '@tanstack/react-query'

/** Told to come back, a screen does so this often before it shows what the server said. */
const COMES_BACK = 3
/** Nobody looks at a screen for longer without being told why. */
const LONGEST_WAIT_S = 10

/** Reads only. Writes go through the logbook, which does not forget them when the page goes away. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always', // a gym's "online" is a rumour: ask, and fall back
      staleTime: 10_000,
      retry: (failures, error) => failures < (error instanceof Problem ? (secondsToWait(error) <= LONGEST_WAIT_S ? COMES_BACK : 0) : 1),
      retryDelay: (failures, error) => (error instanceof Problem ? secondsToWait(error) * 1000 : 0) + backoffMs(failures, Math.random),
    },
  },
})

/** When a server that is busy, or without its database for a moment, wants to be asked again; any other no is final. */
const secondsToWait = ({ facts }: Problem) => (facts['retryAfter'] as number | undefined) ?? Infinity

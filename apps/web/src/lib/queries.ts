import { Problem } from './problem.ts'
import { QueryClient } from '@tanstack/react-query'

/** Reads only. Writes go through the logbook, which does not forget them when the page goes away. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always', // a gym's "online" is a rumour: ask, and fall back
      staleTime: 10_000,
      retry: (failures, error) => !(error instanceof Problem) && failures < 1,
    },
  },
})

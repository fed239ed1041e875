import type { ReportCard } from '@gymgenius/engine/report'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLogbookStatus } from '../../lib/logbook.ts'
import { currentSession } from '../../lib/session.ts'
import { useSettings } from '../../lib/settings.ts'
import { local, theView, VIEW } from '../../lib/view/read.ts'
import type { ReportAsked, ReportNews } from './report-messages.ts'

export interface ReportState {
  readonly card: ReportCard | undefined
  /** From 0 to 1 while it is being made. */
  readonly progress: number | undefined
  readonly isFailed: boolean
  readonly onAgain: () => void
}

/** The report card of the log on this phone; made again when the log has changed. */
export function useReport(): ReportState {
  const { timeZone, bodyMassKg } = useSettings()
  const { isComplete, phase } = useLogbookStatus()
  const [progress, setProgress] = useState(0)
  const stamp = useQuery(stampQuery()).data
  const account = currentSession().account!.id
  const asked = { account, timeZone, bodyMassKg: bodyMassKg ?? null, stamp: stamp ?? '' }
  const report = useQuery({
    queryKey: ['report', asked],
    // While a history arrives, each page of it is another log.
    enabled: stamp !== undefined && (isComplete || (phase !== 'syncing' && phase !== 'opening')),
    queryFn: ({ signal }) => askWorker(asked, setProgress, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
    networkMode: 'always',
  })
  return {
    card: report.data,
    progress: report.isFetching ? progress : undefined,
    isFailed: report.isError,
    onAgain: () => void report.refetch(),
  }
}

/** Changes when a set does: how far this phone has heard of the server, and what it has changed itself since. */
const stampQuery = () =>
  queryOptions({
    queryKey: [VIEW, 'stamp'],
    queryFn: async (): Promise<string> => {
      const view = await theView()
      const [count, cursor, changed] = await Promise.all([view.count('sets'), view.get('meta', 'cursor'), view.getAllKeys('bases')])
      const rows = await Promise.all(changed.filter((key) => key.startsWith('set ')).map((key) => view.get('sets', key.slice(4))))
      return JSON.stringify([count, cursor, rows])
    },
    ...local,
  })

function askWorker(asked: ReportAsked, onProgress: (share: number) => void, signal: AbortSignal) {
  const worker = new Worker(new URL('../../workers/report.worker.ts', import.meta.url), { type: 'module', name: 'report' })
  const answer = new Promise<ReportCard>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error))
    worker.addEventListener('error', (event) => reject(new Error(event.message)))
    worker.addEventListener('message', ({ data }: MessageEvent<ReportNews>) => {
      if (data.kind === 'progress') onProgress(data.share)
      else if (data.kind === 'card') resolve(data.card)
      else reject(new Error(data.text))
    })
    onProgress(0)
    worker.postMessage(asked)
  })
  return answer.finally(() => worker.terminate())
}

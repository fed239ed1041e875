import { makeReport } from '../features/report/make-report.ts'
import type { ReportAsked, ReportNews } from '../features/report/report-messages.ts'

/** Makes one report card beside the page, saying how far it is. Whoever does not want it any more ends this worker. */
declare const self: DedicatedWorkerGlobalScope

const say = (news: ReportNews) => self.postMessage(news)

self.addEventListener('message', ({ data }: MessageEvent<ReportAsked>) => {
  makeReport(data, (share) => say({ kind: 'progress', share })).then(
    (card) => say({ kind: 'card', card }),
    (error: unknown) => say({ kind: 'fault', text: String(error) }),
  )
})

import {
  getScoring,
  getScoringMetadata,
  getScoringMetrics,
  getScoringSummary,
  putScoring,
  reloadScoring,
  validateScoring,
} from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import { scoringFields } from './scoring-file.ts'
import { judgeScoring, metricsOf, reloadScoringNow, replaceScoring, scoringState, summaryOfMetrics } from './scoring.service.ts'

export function scoringRoutes(app: App) {
  serve(app, getScoring, async ({ ctx }) => scoringState(ctx))
  serve(app, validateScoring, async ({ body }) => judgeScoring(body.yaml))
  serve(app, putScoring, ({ ctx, actor, body }) => replaceScoring(ctx, actor, body.yaml))
  serve(app, reloadScoring, ({ ctx, actor }) => reloadScoringNow(ctx, actor))
  serve(app, getScoringMetadata, async () => ({ fields: scoringFields.map((field) => ({ ...field })) }))
  serve(app, getScoringMetrics, ({ ctx, actor }) => metricsOf(ctx, actor))
  serve(app, getScoringSummary, ({ ctx, actor }) => summaryOfMetrics(ctx, actor), { unit: 'own' })
}

import {
  createRecommendation,
  createRecommendationAlias,
  getMovementProgress,
  getReportCard,
  getScorecard,
  listSnapshots as snapshots,
} from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import { showProgress } from './progress.service.ts'
import { recommendInSnakeCase } from './recommendation-alias.service.ts'
import { recommend } from './recommendations.service.ts'
import { showReportCard } from './report-card.service.ts'
import { showScorecard } from './scorecard.service.ts'
import { listSnapshots } from './snapshots.service.ts'

export function prescriptionRoutes(app: App) {
  serve(app, createRecommendation, ({ ctx, actor, body }) => recommend(ctx, actor, body))
  serve(app, createRecommendationAlias, ({ ctx, actor, body }) => recommendInSnakeCase(ctx, actor, body))
  serve(app, snapshots, ({ ctx, actor }) => listSnapshots(ctx, actor))
  serve(app, getMovementProgress, ({ ctx, actor, params }) => showProgress(ctx, actor, params.id), { mayLag: true })
  serve(app, getReportCard, ({ ctx, actor }) => showReportCard(ctx, actor), { unit: 'own', mayLag: true })
  serve(app, getScorecard, ({ ctx, actor, query }) => showScorecard(ctx, actor, query.movementId), { mayLag: true })
}

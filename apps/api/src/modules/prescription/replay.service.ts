import { Problem } from '@gymgenius/contracts'
import type { RecommendationId } from '@gymgenius/domain'
import { ENGINE_VERSION, prescribe, type Target, type TrainingSnapshot } from '@gymgenius/engine'
import type { Ctx } from '../../platform/context.ts'
import { recommendationById } from './recommendations.repository.ts'

export interface Replay {
  /** True when the answer of today is the stored one, byte for byte. */
  readonly isSame: boolean
  readonly stored: { readonly engineVersion: string; readonly prescription: string }
  readonly now: { readonly engineVersion: string; readonly prescription: string }
}

/** Computes a stored recommendation again from what was known then. Another engine version may rightly answer otherwise. */
export async function replay(ctx: Ctx, id: RecommendationId): Promise<Replay> {
  const kept = await recommendationById(ctx.db, id)
  if (kept === undefined) throw new Problem('prescription.not_found', { id })
  const prescription = JSON.stringify(prescribe(JSON.parse(kept.snapshot) as TrainingSnapshot, JSON.parse(kept.target) as Target))
  return {
    isSame: prescription === kept.prescription,
    stored: { engineVersion: kept.engineVersion, prescription: kept.prescription },
    now: { engineVersion: ENGINE_VERSION, prescription },
  }
}

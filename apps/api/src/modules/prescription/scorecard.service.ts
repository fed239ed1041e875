import { type AdviceOutcome, type ForecastScore, Problem, type Scorecard } from '@gymgenius/contracts'
import type { AthleteId, MovementId } from '@gymgenius/domain'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { forecastScores, type ScoreSums } from '../learning/index.ts'
import { type AdvisedSet, setsAdvisedBy } from '../logging/index.ts'
import { movementFor } from '../movements/index.ts'
import { type Advised, newestAdvice } from './recommendations.repository.ts'

const RECENT_SETS = 120
const ADVICE_LOOKED_AT = 2000
/** Loads closer than this are one load: rounding between kilograms and pounds is less. */
const SAME_LOAD = 0.004

/** How often forecasts and advice came true, as far as the sets are read. */
export async function showScorecard(ctx: Ctx, { athleteId }: Athlete, movementId: MovementId | undefined): Promise<Scorecard> {
  if (movementId !== undefined && (await movementFor(ctx, athleteId, movementId)) === undefined) {
    throw new Problem('movements.not_found', { movementId })
  }
  const { all, recent, movements, years } = await forecastScores(ctx, athleteId, { movementId, recent: RECENT_SETS })
  return {
    all: meansOf(all),
    recent: meansOf(recent),
    movements: movements.map((sums) => ({ movementId: sums.movementId, ...meansOf(sums) })),
    years: years.map((sums) => ({ year: sums.year, ...meansOf(sums) })),
    advice: await adviceOutcomes(ctx, athleteId, movementId),
  }
}

function meansOf({ sets, ...sums }: ScoreSums): ForecastScore {
  const mean = (sum: number) => (sets === 0 ? null : sum / sets)
  const share = (sum: number) => (sets === 0 ? null : Math.min(1, sum / sets)) // a sum of shares may pass their number in the last bit
  return {
    sets,
    inside50: share(sums.inside50),
    inside80: share(sums.inside80),
    inside95: share(sums.inside95),
    pit50: share(sums.pit50),
    pit80: share(sums.pit80),
    pit95: share(sums.pit95),
    meanMiss: mean(sums.miss),
    meanCrps: mean(sums.crps),
    meanLogScore: mean(sums.logScore),
  }
}

interface Taken {
  readonly advised: Advised
  readonly set: AdvisedSet
}

async function adviceOutcomes(ctx: Ctx, athleteId: AthleteId, movementId: MovementId | undefined): Promise<Scorecard['advice']> {
  const advice = await newestAdvice(ctx.db, athleteId, movementId, ADVICE_LOOKED_AT)
  const byId = new Map(advice.map((advised) => [advised.id, advised]))
  const sets = await setsAdvisedBy(ctx, athleteId, [...byId.keys()])
  const taken = sets.map((set): Taken => ({ set, advised: byId.get(set.recommendationId)! }))
  const { followed = [], changed = [] } = Object.groupBy(taken, (one) => (isFollowed(one) ? 'followed' : 'changed'))
  const placesTaken = new Set(taken.map(({ advised }) => advised.place))
  const ignored = new Set(advice.map(({ place }) => place).filter((place) => !placesTaken.has(place)))
  return { followed: outcomeOf(followed), changed: outcomeOf(changed), ignored: ignored.size }
}

const isFollowed = ({ set, advised }: Taken) => Math.abs(set.load - advised.loadKg) <= SAME_LOAD * Math.max(set.load, advised.loadKg)

function outcomeOf(taken: readonly Taken[]): AdviceOutcome {
  const said = taken.flatMap(({ set, advised }) => (set.rir === null ? [] : [set.rir - advised.rir]))
  return {
    sets: taken.length,
    inRange: meanOf(taken.map(({ set: { reps }, advised: { repLow, repHigh } }) => Number(reps >= repLow && reps <= repHigh))),
    insideInterval: meanOf(taken.map(({ set: { reps }, advised: { interval } }) => Number(reps >= interval.low && reps <= interval.high))),
    expectedInside: meanOf(taken.map(({ advised }) => advised.interval.probability)),
    meanReserveMiss: meanOf(said),
  }
}

const meanOf = (values: readonly number[]) => (values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length)

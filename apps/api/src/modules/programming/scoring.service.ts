import { type getScoringMetrics, type getScoringSummary, type OutputOf, Problem, type ScoringState } from '@gymgenius/contracts'
import { type Instant, isoOf } from '@gymgenius/domain'
import { record } from '../../platform/audit.ts'
import { type Admin, actingAs, type Athlete, type Ctx, system } from '../../platform/context.ts'
import { allOutcomes, type Outcome, outcomesOf } from './outcomes.repository.ts'
import { hashOf, readScoring, reloadedScoring, type ScoringNow, scoringNow, scoringVersions, writeScoring } from './scoring-file.ts'

export const scoringState = (ctx: Ctx): ScoringState => shown(ctx, scoringNow(ctx))
export async function reloadScoringNow(ctx: Ctx, { accountId }: Admin): Promise<ScoringState> {
  const state = shown(ctx, reloadedScoring(ctx))
  await record(ctx, {
    act: 'programming.scoring_changed',
    as: 'admin',
    by: accountId,
    facts: { version: state.config.version, how: 'reloaded' },
  })
  return state
}

export function judgeScoring(yaml: string) {
  const read = readScoring(yaml)
  return 'config' in read
    ? { isValid: true, faults: [], config: { ...read.config, weights: { ...read.config.weights } } }
    : { isValid: false, faults: read.faults.map((fault) => ({ ...fault })) }
}

/** A version once put in place stays what it was: programs name it. */
export async function replaceScoring(ctx: Ctx, { accountId }: Admin, yaml: string): Promise<ScoringState> {
  const read = readScoring(yaml)
  if ('faults' in read) throw new Problem('programming.invalid_scoring', { faults: read.faults })
  const { version } = read.config
  const now = scoringNow(ctx)
  if (now.yaml === yaml) return shown(ctx, now)
  if (version === now.config.version || scoringVersions(ctx).includes(version)) {
    const message = `Version ${version} was used before; give this one a new number`
    throw new Problem('programming.invalid_scoring', { faults: [{ path: 'version', message }] })
  }
  // First, so that a log that cannot be written changes nothing: the file is not undone with the unit.
  await record(ctx, { act: 'programming.scoring_changed', as: 'admin', by: accountId, facts: { version } })
  return shown(ctx, writeScoring(ctx, yaml, version))
}

function shown(ctx: Ctx, { config, yaml, source, readAt, faults }: ScoringNow): ScoringState {
  return {
    config: { ...config, weights: { ...config.weights } },
    yaml,
    source,
    hash: hashOf(config),
    readAt: isoOf(readAt as Instant),
    faults: faults.map((fault) => ({ ...fault })),
    versions: scoringVersions(ctx),
  }
}

const MOST_TOLD = 200

/** How the lifter's own programs came out. */
export async function metricsOf(ctx: Ctx, { athleteId }: Athlete): Promise<OutputOf<typeof getScoringMetrics, 'reply'>> {
  const outcomes = await outcomesOf(ctx.db, athleteId, MOST_TOLD)
  return {
    items: outcomes.map(({ id: _id, programId, madeAt, ...rest }) => ({
      ...(programId !== null && { programId }),
      ...rest,
      madeAt: isoOf(madeAt),
      met: { ...rest.met },
      relaxations: { ...rest.relaxations },
    })),
  }
}

/** How all programs came out, by the version that judged their movements. No lifter is named. */
export async function summaryOfMetrics(ctx: Ctx, _admin: Admin): Promise<OutputOf<typeof getScoringSummary, 'reply'>> {
  const outcomes = await actingAs(ctx, system, (ctx) => allOutcomes(ctx.db))
  const versions = [...Map.groupBy(outcomes, ({ scoringVersion }) => scoringVersion)].map(([scoringVersion, all]) => ({
    scoringVersion,
    programs: all.length,
    sessions: all.reduce((sum, { sessions }) => sum + sessions, 0),
    successRate: rounded(all.filter(({ met }) => Object.values(met).every((share) => share === 1)).length / all.length),
    met: meanOf(all, ({ met }) => met),
    relaxationsAProgram: meanOf(all, ({ relaxations }) => relaxations),
    meanMilliseconds: rounded(all.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / all.length),
  }))
  return { versions: versions.sort((a, b) => Number(b.scoringVersion) - Number(a.scoringVersion)) }
}

function meanOf(all: readonly Outcome[], valuesOf: (outcome: Outcome) => Readonly<Record<string, number>>): Record<string, number> {
  const names = new Set(all.flatMap((outcome) => Object.keys(valuesOf(outcome))))
  return Object.fromEntries(
    [...names].sort().map((name) => [name, rounded(all.reduce((sum, outcome) => sum + (valuesOf(outcome)[name] ?? 0), 0) / all.length)]),
  )
}

const rounded = (value: number) => Math.round(value * 1000) / 1000

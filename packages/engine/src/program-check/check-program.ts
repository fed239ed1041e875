import {
  type KpiResult,
  type MicrocycleKpi,
  microcycleKpis,
  type ProgramReport,
  type SessionKpi,
  sessionKpis,
  type SessionType,
} from '@gymgenius/domain'
import type { CheckedProgram, CheckedRequest, PlacedSession } from './asked.ts'
import { hardConstraints, painsOf } from './hard-rules.ts'
import { placed } from './placed.ts'
import { completeStructure, movementCount, patternDiversity, patternRepeats, timeKept } from './structure.ts'
import { patternUses, uniqueMovements } from './variety.ts'
import { rounded, waiversOf } from './verdict.ts'
import { muscleCoverage, volumeKpis, volumeOf } from './volume.ts'

type SessionReport = ProgramReport['sessions'][number]
type MicrocycleReport = ProgramReport['microcycles'][number]

/**
 * Judges a program by every figure of row A8 and every hard rule, whoever made it: each session by its type, each microcycle, and the whole.
 * Knows nothing of how programs are made (decision 0108).
 */
export function checkProgram(request: CheckedRequest, program: CheckedProgram): ProgramReport {
  const waivers = waiversOf(program.waivers)
  const weeks = placed(request, program)
  const pains = painsOf(request.injuries)
  const hardNo = new Set(request.rules?.hardNo)
  const lastOfType = new Map<SessionType, PlacedSession>()
  let before: PlacedSession | undefined
  const sessions: SessionReport[] = []
  for (const session of weeks.flatMap((week) => week.sessions)) {
    const { day, week } = session
    sessions.push({
      session: day.session,
      week,
      kpis: {
        complete_structure: completeStructure(session, waivers),
        movement_count: movementCount(session, waivers),
        time: timeKept(session, request, waivers),
        pattern_diversity: patternDiversity(session, waivers),
        hard_constraints: hardConstraints(session, before, request, pains, hardNo, waivers),
        pattern_repeats: patternRepeats(session, lastOfType.get(day.type), waivers),
      },
    })
    before = session
    lastOfType.set(day.type, session)
  }
  const volumes = weeks.map((week) => volumeOf(week, request))
  const volumeResults = volumeKpis(weeks, volumes, request, waivers)
  const microcycles = weeks.map((week, place): MicrocycleReport => ({
    week: week.week,
    kpis: {
      muscle_coverage: muscleCoverage(week, waivers),
      unique_movements: uniqueMovements(week, waivers),
      pattern_uses: patternUses(week, request, waivers),
      volume: volumeResults[place]!,
    },
  }))
  return {
    kpis: overall(sessions, microcycles),
    sessions,
    microcycles,
    relaxations: program.relaxations ?? [],
    waivers: program.waivers ?? [],
    notices: program.notices ?? [],
    volume: weeks.map(({ week }, place) => ({ week, muscles: volumes[place]! })),
  }
}

function overall(sessions: readonly SessionReport[], microcycles: readonly MicrocycleReport[]): ProgramReport['kpis'] {
  const ofSessions = sessionKpis.map((kpi): [SessionKpi, KpiResult] => [
    kpi,
    share(
      sessions.map(({ session, kpis }) => ({ where: `session ${session}`, result: kpis[kpi] })),
      'session',
    ),
  ])
  const ofMicrocycles = microcycleKpis.map((kpi): [MicrocycleKpi, KpiResult] => [
    kpi,
    share(
      microcycles.map(({ week, kpis }) => ({ where: `week ${week}`, result: kpis[kpi] })),
      'week',
    ),
  ])
  return Object.fromEntries([...ofSessions, ...ofMicrocycles]) as ProgramReport['kpis']
}

function share(results: readonly { readonly where: string; readonly result: KpiResult }[], unit: 'session' | 'week'): KpiResult {
  const missed = results.filter(({ result }) => !result.pass)
  const met = results.length - missed.length
  const [first] = missed
  return {
    pass: results.length > 0 && first === undefined,
    value: results.length === 0 ? 0 : rounded(met / results.length),
    target: `every ${unit}`,
    why:
      first === undefined
        ? `${met} of ${results.length} ${unit}s.`
        : `${met} of ${results.length} ${unit}s. In ${first.where}: ${first.result.why}`,
    ...(first?.result.reasons !== undefined && { reasons: first.result.reasons }),
  }
}

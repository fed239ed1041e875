import { type MicrocycleKpi, microcycleKpis, type ProgramReport, type SessionKpi, sessionKpis } from '@gymgenius/domain'

/** How often a figure was met: of sessions or of microcycles, whichever it judges. */
export interface KpiOutcome {
  readonly judged: number
  readonly met: number
}

export interface GenerationOutcome {
  readonly kpis: Readonly<Record<SessionKpi | MicrocycleKpi, KpiOutcome>>
  readonly sessions: number
  /** Sessions that meet every figure. */
  readonly wholeSessions: number
  readonly microcycles: number
  readonly wholeMicrocycles: number
  readonly relaxations: number
}

/** What a report comes to in numbers that can be kept, and added up over many programs. */
export function outcomeOf({ sessions, microcycles, relaxations }: ProgramReport): GenerationOutcome {
  return {
    kpis: Object.fromEntries([
      ...sessionKpis.map((kpi) => [kpi, { judged: sessions.length, met: sessions.filter(({ kpis }) => kpis[kpi].pass).length }]),
      ...microcycleKpis.map((kpi) => [kpi, { judged: microcycles.length, met: microcycles.filter(({ kpis }) => kpis[kpi].pass).length }]),
    ]) as GenerationOutcome['kpis'],
    sessions: sessions.length,
    wholeSessions: sessions.filter(({ kpis }) => sessionKpis.every((kpi) => kpis[kpi].pass)).length,
    microcycles: microcycles.length,
    wholeMicrocycles: microcycles.filter(({ kpis }) => microcycleKpis.every((kpi) => kpis[kpi].pass)).length,
    relaxations: relaxations.length,
  }
}

/** Both together. */
export function addOutcomes(one: GenerationOutcome, other: GenerationOutcome): GenerationOutcome {
  return {
    kpis: Object.fromEntries(
      [...sessionKpis, ...microcycleKpis].map((kpi) => [
        kpi,
        { judged: one.kpis[kpi].judged + other.kpis[kpi].judged, met: one.kpis[kpi].met + other.kpis[kpi].met },
      ]),
    ) as GenerationOutcome['kpis'],
    sessions: one.sessions + other.sessions,
    wholeSessions: one.wholeSessions + other.wholeSessions,
    microcycles: one.microcycles + other.microcycles,
    wholeMicrocycles: one.wholeMicrocycles + other.wholeMicrocycles,
    relaxations: one.relaxations + other.relaxations,
  }
}

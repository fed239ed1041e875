import { generateProgram } from '@gymgenius/engine/programming'
import { addOutcomes, type GenerationOutcome, outcomeOf } from '@gymgenius/engine/program-check'
import type { ProgramReport } from '@gymgenius/domain'
import { type LifterGym, lifterGyms, randomLifter } from './program-lifters.ts'

/** What random lifters are given, judged by the checker: `node bench/program-kpis.ts [lifters] [gym]`. */
const lifters = Number(process.argv[2] ?? 2000)
const gyms = process.argv[3] === undefined ? (Object.keys(lifterGyms) as LifterGym[]) : [process.argv[3] as LifterGym]
const SHOWN = 4

let broken = 0
for (const gym of gyms) {
  let sum: GenerationOutcome | undefined
  const whys = new Map<string, string[]>()
  for (let i = 0; i < Math.ceil(lifters / gyms.length); i++) {
    const { request, seed } = randomLifter(i, gym)
    const { report } = generateProgram(request)
    const outcome = outcomeOf(report)
    sum = sum === undefined ? outcome : addOutcomes(sum, outcome)
    note(report, seed, whys)
  }
  const { sessions, wholeSessions, microcycles, wholeMicrocycles, kpis, relaxations } = sum!
  console.log(
    `${gym}: ${sessions} sessions, ${share(wholeSessions, sessions)} whole; ${microcycles} microcycles, ${share(wholeMicrocycles, microcycles)} whole; ${relaxations} places gave way`,
  )
  for (const [kpi, { judged, met }] of Object.entries(kpis)) {
    console.log(`  ${kpi.padEnd(20)} ${share(met, judged)}`)
    for (const why of (whys.get(kpi) ?? []).slice(0, SHOWN)) console.log(`      ${why}`)
  }
  broken += kpis.hard_constraints.judged - kpis.hard_constraints.met
}
console.log(`Sessions that break a hard rule: ${broken}`)
process.exitCode = broken > 0 ? 1 : 0

function share(part: number, of: number): string {
  return `${((100 * part) / of).toFixed(2)} %`
}

function note({ sessions, microcycles }: ProgramReport, seed: number, whys: Map<string, string[]>): void {
  for (const { kpis, ...at } of [...sessions, ...microcycles])
    for (const [kpi, { pass, why }] of Object.entries(kpis)) {
      if (pass) continue
      const where = 'session' in at ? `session ${at.session}` : `week ${at.week}`
      whys.set(kpi, [...(whys.get(kpi) ?? []), `lifter ${seed}, ${where}: ${why}`])
    }
}

import type {
  BlockKind,
  LocalDay,
  ProgramDay,
  ProgramItem,
  ProgramReason,
  ProgramSet,
  Relaxation,
  SessionFocus,
  SessionSection,
} from '@gymgenius/domain'
import { seconds as secondsOf, metres as metresOf } from '@gymgenius/domain'
import { isRelief, type PlannedMicrocycle } from './calendar.ts'
import type { Candidate } from './candidates.ts'
import { stepsTaken } from './choose.ts'
import type { Design } from './design.ts'
import { doseOf } from './doses.ts'
import type { FittedStation, FittedWork, Placed } from './fit.ts'
import { plannedMuscles } from './muscles.ts'
import type { PatternedSession } from './pattern-plan.ts'
import { sayReasons } from './reasons.ts'
import { isRoad, raisesPulse } from './road.ts'
import type { ProgramRequest } from './request.ts'
import { stationsSeconds } from './time.ts'

/** The movements of a design with what is done of each in that week. */
export function placedOf(
  design: Design,
  session: PatternedSession,
  week: PlannedMicrocycle,
  request: ProgramRequest,
  slider: number,
): Placed[] {
  const place = (candidate: Candidate, section: SessionSection, steps: number, muscle?: number): Placed => ({
    candidate,
    section,
    steps,
    ...(muscle !== undefined && { muscle }),
    dose: doseOf({ candidate, section, type: session.type, experience: request.experience, slider, week }),
  })
  return [
    ...design.warmUps.map(({ candidate, steps }) => place(candidate, 'warm_up', steps)),
    ...design.mains.map(({ candidate, steps }) => place(candidate, 'main', steps)),
    ...design.accessories.map(({ candidate, steps, muscle }) => place(candidate, 'accessory', steps, muscle)),
    ...(design.finisher === undefined ? [] : [place(design.finisher.candidate, 'finisher', design.finisher.steps)]),
    ...design.coolDowns.map(({ candidate, steps }) => place(candidate, 'cool_down', steps)),
  ]
}

export interface SessionPlace {
  readonly number: number
  readonly session: PatternedSession
  readonly block: BlockKind
  readonly date: LocalDay | undefined
  readonly percentOf: (id: string, reps: number, rir: number) => number | undefined
}

/** A session as the lifter reads it. */
export function dayOf(stations: readonly FittedStation[], place: SessionPlace, pace: number): ProgramDay {
  const { session, number, date } = place
  const items = (section: SessionSection): ProgramItem[] => {
    let pair = 0
    return stations
      .filter((station) => station.section === section)
      .flatMap((station) => {
        const superset = station.works.length > 1 ? ++pair : undefined
        return station.works.map((work) => itemOf(work, station, superset, place))
      })
  }
  return {
    session: number,
    ...(date !== undefined && { date }),
    type: session.type,
    focus: session.focus,
    name: nameOf(session),
    minutes: Math.round(stationsSeconds(stations, pace) / 60),
    sections: {
      warm_up: items('warm_up'),
      main: items('main'),
      accessory: items('accessory'),
      finisher: items('finisher'),
      cool_down: items('cool_down'),
    },
  }
}

export function relaxationsOf(stations: readonly FittedStation[], session: number): Relaxation[] {
  return stations.flatMap(({ works, section }) =>
    works.flatMap(({ placed: { steps, candidate } }) =>
      stepsTaken(steps)
        .slice(-1)
        .map((step) => ({ session, section, step, why: `${candidate.movement.name}: ${WHY[step]}` })),
    ),
  )
}

const WHY = {
  widen_patterns: 'no other pattern had a movement left for this place',
  allow_synergists: 'what trains this muscle first was taken or not there',
  discipline_weight: 'what you like best had nothing left',
  allow_isolation: 'all movements of several joints were taken or not there',
  allow_generic: 'nothing made for this place was there',
  emergency: 'hardly anything is left to choose from',
} as const

function itemOf(work: FittedWork, station: FittedStation, superset: number | undefined, place: SessionPlace): ProgramItem {
  const { placed, reps, seconds, metres } = work
  const { movement } = placed.candidate
  const { rir, progression } = placed.dose
  const percent = seconds === undefined && metres === undefined ? place.percentOf(movement.id, (reps[0] + reps[1]) / 2, rir) : undefined
  const set: ProgramSet = {
    ...(placed.section === 'warm_up' && { kind: 'warm_up' }),
    reps: reps[0],
    repHigh: reps[1],
    rir,
    ...(seconds !== undefined && { durationSeconds: secondsOf(seconds) }),
    ...(metres !== undefined && { distanceMeters: metresOf(metres) }),
    ...(percent !== undefined && { percent }),
  }
  const reasons = reasonsOf(work, station, place)
  return {
    movementId: movement.id,
    movement: movement.name,
    pattern: movement.pattern,
    muscles: [...movement.muscles]
      .sort((a, b) => Number(b.role === 'prime_mover') - Number(a.role === 'prime_mover'))
      .map(({ muscle }) => muscle),
    sets: Array.from({ length: station.sets }, () => set),
    restSeconds: station.rest,
    ...(progression !== undefined && { progression }),
    ...(superset !== undefined && { superset }),
    reason: sayReasons(reasons),
    reasons,
  }
}

function reasonsOf({ placed, seconds }: FittedWork, { works }: FittedStation, { session, block }: SessionPlace): ProgramReason[] {
  const { candidate, section, steps } = placed
  const relaxed = stepsTaken(steps).at(-1)
  const isWork = section === 'main' || section === 'accessory'
  return [
    whyHere(placed, session, seconds),
    ...(candidate.liking === undefined ? [] : [{ code: candidate.liking }]),
    ...(candidate.careful === undefined ? [] : [{ code: 'careful', facts: { joint: candidate.careful } }]),
    ...(relaxed === undefined ? [] : [{ code: 'gave_way', facts: { step: relaxed } }]),
    ...(works.length > 1 && (section === 'accessory' || session.type !== 'conditioning') ? [{ code: 'in_turn' }] : []),
    ...(isRelief(block) && isWork && session.type !== 'cardio' && session.type !== 'mobility' ? [{ code: 'relief' }] : []),
  ]
}

function whyHere({ candidate, section, muscle, dose }: Placed, session: PatternedSession, seconds: number | undefined): ProgramReason {
  const { movement } = candidate
  const prime = movement.muscles[0]?.muscle ?? 'body'
  if (section === 'warm_up') {
    if (raisesPulse(candidate) || isRoad(candidate)) return { code: 'raises_pulse' }
    return { code: 'prepares', facts: { muscle: prime } }
  }
  if (section === 'cool_down') {
    if (movement.pattern === 'locomotion' && dose.seconds !== undefined && dose.seconds[0] >= 180)
      return { code: 'easy_road', facts: { minutes: Math.round((seconds ?? 0) / 60) } }
    return { code: 'lengthens', facts: { muscle: prime } }
  }
  if (section === 'finisher') return { code: 'finishes' }
  if (section === 'accessory')
    return muscle === undefined ? { code: 'fills_session' } : { code: 'for_muscle', facts: { muscle: plannedMuscles[muscle]! } }
  if (session.type === 'cardio') return { code: isRoad(candidate) ? 'road' : 'road_in_turns' }
  if (session.type === 'mobility') return { code: 'range', facts: { muscle: prime } }
  if (session.type === 'conditioning') return { code: 'station', facts: { pattern: movement.pattern } }
  return { code: 'main_pattern', facts: { pattern: movement.pattern } }
}

const NAMES: Readonly<Record<SessionFocus, string>> = {
  full_body: 'Full body',
  upper: 'Upper body',
  lower: 'Lower body',
  push: 'Push',
  pull: 'Pull',
  legs: 'Legs',
}

function nameOf({ type, focus, variant }: PatternedSession): string {
  if (type === 'cardio') return 'Cardio'
  if (type === 'mobility') return 'Mobility'
  if (type === 'conditioning') return 'Conditioning'
  return `${NAMES[focus]} ${'ABC'[variant % 3]}`
}

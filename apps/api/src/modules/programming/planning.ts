import { allowed } from '@gymgenius/catalog'
import { type Furniture, furnitureOf } from '@gymgenius/catalog/gym'
import { type PlannedProgram, Problem, type ProgramRequest } from '@gymgenius/contracts'
import {
  type Equipment,
  equipmentKinds,
  type Experience,
  type Fixture,
  fixtures,
  type GeneratedProgram,
  type GymId,
  isoOfDay,
  type LocalDay,
  localDayOf,
  type MovementId,
  type ProgramInjury,
  type ProgramMovement,
  type ProgramSplit,
} from '@gymgenius/domain'
import {
  generateProgram,
  type KeptSessions,
  type KnownOfLifter,
  type ProgramRequest as PlanRequest,
  type ScoringConfig,
} from '@gymgenius/engine/programming'
import type { Plannable } from '../movements/index.ts'

type Gym = Exclude<NonNullable<ProgramRequest['gym']>, { readonly id: GymId }>

/** What is known of whoever asks, where the request leaves it out; of nobody in particular at the command line. */
export interface Asker {
  readonly movements: readonly Plannable[]
  readonly experience: Experience
  readonly rules: NonNullable<ProgramRequest['rules']>
  readonly disciplines?: ProgramRequest['disciplines']
  readonly specialise?: ProgramRequest['specialise']
  readonly finishers?: ProgramRequest['finishers']
  readonly activities?: ProgramRequest['activities']
  readonly injuries: readonly ProgramInjury[]
  /** Movements that something that hurts names beside those that load the joint. */
  readonly painful: readonly MovementId[]
  /** The gym they train in; undefined: everything. */
  readonly gym: Gym | undefined
  /** A gym of theirs by its id. */
  readonly gymOf: (id: GymId) => Gym | undefined
  /** What their log tells. */
  readonly known?: KnownOfLifter & Pick<PlanRequest, 'trainingMaxima'>
  readonly scoring?: ScoringConfig | undefined
}

/** Somebody of whom nothing is known. */
export const anybody = (movements: readonly Plannable[]): Asker => ({
  movements,
  experience: 'intermediate',
  rules: [],
  injuries: [],
  painful: [],
  gym: undefined,
  gymOf: () => undefined,
})

/**
 * The program that answers a request, judged by the checker, who knows nothing of how it was made. Deterministic: the same request of the same
 * lifter is the same program. `kept`: sessions that stay as they are.
 */
export const planFor = (request: ProgramRequest, asker: Asker, kept?: KeptSessions): GeneratedProgram =>
  generateProgram(planRequestOf(request, asker), kept)

/** The request as the engine takes it; throws a Problem for what names nothing. */
export function planRequestOf(request: ProgramRequest, asker: Asker): PlanRequest {
  const rules = request.rules ?? asker.rules
  if (request.rules !== undefined) refuseUnknown(request.rules, asker.movements)
  const gyms = (request.gyms ?? [request.gym]).map((gym) => gymSaid(gym, asker))
  const movements = doable(asker.movements, gyms.map(furnitureIn))
  if (movements.length === 0) throw new Problem('programming.nothing_fits')
  const startsOn = startOf(request)
  const ruled = (rule: string) => rules.filter((one) => one.rule === rule).map(({ movementId }) => movementId)
  const hardNo = [...ruled('hard_no'), ...asker.painful]
  const wanted = (rule: string) => ruled(rule).filter((id) => !hardNo.includes(id)) // what hurts is not wanted now
  return {
    goals: request.goals.filter(({ weight }) => weight > 0),
    split: request.split ?? usualSplit(request),
    daysPerWeek: request.daysPerWeek,
    weeks: request.weeks,
    microcycleDays: request.microcycleDays,
    minutes: request.minutes,
    experience: request.experience ?? asker.experience,
    movements,
    gymOfDay: request.gymOfDay,
    rules: { hardNo, hardYes: wanted('hard_yes'), preferred: wanted('preferred') },
    disciplines: request.disciplines ?? asker.disciplines,
    injuries: worst(request.injuries ?? asker.injuries),
    activities: request.activities ?? asker.activities,
    specialise: request.specialise ?? asker.specialise,
    seed: request.seed,
    startsOn,
    weekdays: request.weekdays,
    scoring: asker.scoring,
    days: request.days,
    blocks: request.blocks,
    peaks: request.peaks ?? (request.peakOn === undefined ? undefined : true),
    finishers: request.finishers ?? asker.finishers,
    ...asker.known,
  }
}

/** Counted back from the day of a test, where one is named. */
export function startOf({ startsOn, peakOn, weeks, microcycleDays }: ProgramRequest): LocalDay | undefined {
  if (startsOn !== undefined) return localDayOf(startsOn)
  return peakOn === undefined ? undefined : ((localDayOf(peakOn) + 1 - weeks * microcycleDays) as LocalDay)
}

/** By days where nobody says: whole bodies as long as they are few. */
function usualSplit({ daysPerWeek, days, blocks }: ProgramRequest): ProgramSplit {
  if (days !== undefined || blocks !== undefined) return 'hybrid'
  return daysPerWeek <= 3 ? 'full_body' : daysPerWeek <= 5 ? 'upper_lower' : 'push_pull_legs'
}

function refuseUnknown(rules: readonly { readonly movementId: MovementId }[], movements: readonly Plannable[]): void {
  const known = new Set(movements.map(({ id }) => id))
  const stranger = rules.find(({ movementId }) => !known.has(movementId))
  if (stranger !== undefined) throw new Problem('movements.unknown', { movementId: stranger.movementId })
}

function gymSaid(gym: ProgramRequest['gym'], asker: Asker): Gym | undefined {
  if (gym === undefined) return asker.gym
  if (typeof gym === 'string' || !('id' in gym)) return gym
  const own = asker.gymOf(gym.id)
  if (own === undefined) throw new Problem('equipment.gym_not_found', { gymId: gym.id })
  return own
}

function furnitureIn(gym: Gym | undefined): Furniture {
  if (gym === undefined || gym === 'full') return { equipment: new Set(equipmentKinds), fixtures: new Set(fixtures) }
  if ('items' in gym) return furnitureOf(gym)
  const atHome = furnitureOf({ items: [], hasTheRest: false })
  const beside = gym.fixtures ?? gym.equipment.flatMap((kind) => USELESS_WITHOUT[kind] ?? [])
  return { equipment: new Set([...atHome.equipment, ...gym.equipment]), fixtures: new Set([...atHome.fixtures, ...beside]) }
}

/** What stands beside an equipment in any room that has it, where the lifter names the equipment alone. */
const USELESS_WITHOUT: Partial<Readonly<Record<Equipment, readonly Fixture[]>>> = {
  barbell: ['rack', 'flat_bench'],
  smith_machine: ['flat_bench'],
  cable: ['anchor_point'],
  band: ['anchor_point'],
  suspension: ['anchor_point'],
}

/** What can be done in any of the gyms, each with those it can be done in where these are not all. */
function doable(movements: readonly Plannable[], gyms: readonly Furniture[]): ProgramMovement[] {
  return movements.flatMap((movement) => {
    const { needs, slug: _slug, ...plain } = movement
    const there = gyms.flatMap((gym, i) => (allowed({ id: movement.id, equipment: movement.equipment, needs }, gym) ? [i] : []))
    if (there.length === 0) return []
    return [there.length === gyms.length ? plain : { ...plain, gyms: there }]
  })
}

/** A joint that is named twice hurts as much as the worse word says. */
function worst(injuries: readonly ProgramInjury[]): ProgramInjury[] {
  const severities = ['mild', 'moderate', 'severe']
  const byJoint = new Map<string, ProgramInjury>()
  for (const injury of injuries) {
    const known = byJoint.get(injury.joint)
    if (known === undefined || severities.indexOf(injury.severity) > severities.indexOf(known.severity)) byJoint.set(injury.joint, injury)
  }
  return [...byJoint.values()]
}

/** A program as the API and the command line tell it: days of the calendar as people write them. */
export function programShown({ weeks, report }: GeneratedProgram): PlannedProgram {
  return { weeks: weeksShown(weeks), report }
}

export const weeksShown = (weeks: GeneratedProgram['weeks']): PlannedProgram['weeks'] =>
  weeks.map((week) => ({
    ...week,
    days: week.days.map(({ date, ...day }) => (date === undefined ? day : { ...day, date: isoOfDay(date) })),
  }))

/** A week that was written by hand or came in a text, as the engine has it. */
export const weeksOf = (weeks: PlannedProgram['weeks']): GeneratedProgram['weeks'] =>
  weeks.map((week) => ({
    ...week,
    days: week.days.map(({ date, ...day }) => (date === undefined ? day : { ...day, date: localDayOf(date) })),
  }))

import { patchAuthors, patchStates, programSplits } from '@gymgenius/domain'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { WorkoutWithSets } from './logging.workouts.ts'
import { Program, ProgramRequestChange } from './programming.ts'
import { calendarDay, HandWrittenDay, PlannedDay, ProgramReason, whole } from './programming.shapes.ts'
import { byId, idOf, isoInstant, listOf, newIdOf, note, nothing } from './scalars.ts'

const sessionNumber = whole(1, 1000)
const ofOne = ['programming.program_not_found'] as const
const ofSession = [...ofOne, 'programming.not_ready', 'programming.session_not_found', 'programming.session_done'] as const

/** One session in the order of the program, with the day it comes to lie on if nothing is missed. */
export const AgendaDay = z.strictObject({
  session: sessionNumber,
  week: z.int(),
  name: z.string(),
  minutes: z.number(),
  /** next: the one to train now · planned: after it · done · skipped: left out, or merged into another. */
  status: z.enum(['done', 'next', 'planned', 'skipped']),
  day: calendarDay.optional(),
  /** It was given this day, or days of rest before it. */
  isPinned: z.boolean(),
  restDays: z.int(),
  /** Of the next: so many days after it was due. */
  daysLate: z.int().optional(),
  /** The plan of it that the phone holds; of the next ones. */
  routineId: idOf<'routine'>().optional(),
  workoutId: idOf<'workout'>().optional(),
})
export type AgendaDay = z.infer<typeof AgendaDay>

export const Agenda = z.strictObject({
  programId: idOf<'program'>(),
  startedOn: calendarDay.optional(),
  weekdays: z.array(whole(0, 6)).optional(),
  items: z.array(AgendaDay),
  /** Proposals that wait for the lifter's word. */
  proposals: z.int(),
})
export type Agenda = z.infer<typeof Agenda>

export const getAgenda = endpoint({
  name: 'programming.get_agenda',
  method: 'GET',
  path: '/v1/programs/{id}/agenda',
  summary: 'The sessions in the order they are to be done: what is done, what is next, and on which days the rest comes to lie',
  access: 'athlete',
  params: byId<'program'>(),
  reply: Agenda,
  problems: [...ofOne, 'programming.not_ready'],
})

export const getNextSession = endpoint({
  name: 'programming.next_session',
  method: 'GET',
  path: '/v1/programs/next',
  summary: 'The next session of the program that is trained, whole; null where none is',
  access: 'athlete',
  reply: z.strictObject({
    next: z
      .strictObject({ programId: idOf<'program'>(), program: z.string(), week: z.int(), agenda: AgendaDay, session: PlannedDay })
      .nullable(),
  }),
  problems: [],
})

export const enrol = endpoint({
  name: 'programming.enrol',
  method: 'PUT',
  path: '/v1/programs/{id}/enrolment',
  summary:
    'Begin a program, or say anew when it begins; the one trained until now is put down. Its next sessions go to the phone as routines',
  access: 'athlete',
  params: byId<'program'>(),
  body: z.strictObject({
    /** Left out: today. */
    startsOn: calendarDay.optional(),
    /** 0 is Monday. Left out: sessions follow each other and are tied to no weekday. */
    weekdays: z.array(whole(0, 6)).min(1).max(7).optional(),
  }),
  reply: Agenda,
  problems: [...ofOne, 'programming.not_ready'],
})

export const leaveProgram = endpoint({
  name: 'programming.leave',
  method: 'DELETE',
  path: '/v1/programs/{id}/enrolment',
  summary: 'Put a program down: its sessions leave the phone, what was done stays',
  access: 'athlete',
  params: byId<'program'>(),
  reply: nothing,
  status: 204,
  problems: ofOne,
})

const ofOneSession = z.strictObject({
  id: idOf<'program'>(),
  session: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number),
})

export const startSession = endpoint({
  name: 'programming.start_session',
  method: 'POST',
  path: '/v1/programs/{id}/sessions/{session}/start',
  summary: 'Start a workout from a session; it counts as done when the workout is finished',
  access: 'athlete',
  params: ofOneSession,
  body: z.strictObject({ workoutId: newIdOf<'workout'>().optional(), gymId: idOf<'gym'>().optional() }),
  reply: z.strictObject({ routineId: idOf<'routine'>(), workout: WorkoutWithSets }),
  status: 201,
  problems: [...ofSession, 'programming.not_started', 'logging.id_taken', 'logging.workout_not_found', 'logging.routine_not_found'],
})

export const markSession = endpoint({
  name: 'programming.mark_session',
  method: 'PUT',
  path: '/v1/programs/{id}/sessions/{session}/done',
  summary: 'Say that a session is done, in this workout or without one; or that it is not',
  access: 'athlete',
  params: ofOneSession,
  body: z.strictObject({ isDone: z.boolean(), workoutId: idOf<'workout'>().optional() }),
  reply: Agenda,
  problems: [...ofOne, 'programming.not_ready', 'programming.session_not_found', 'logging.workout_not_found'],
})

/** What a lifter may want to be different. */
export const PlanChange = z.discriminatedUnion('kind', [
  /** Another movement in one place, or wherever this one stands in what is left. */
  z.strictObject({
    kind: z.literal('swap'),
    session: sessionNumber,
    movementId: idOf<'movement'>(),
    toMovementId: idOf<'movement'>(),
    everywhere: z.boolean().default(false),
  }),
  /** Before another session; null: last. */
  z.strictObject({ kind: z.literal('move'), session: sessionNumber, before: sessionNumber.nullable() }),
  /** On a day of its own; null: no longer. */
  z.strictObject({ kind: z.literal('pin'), session: sessionNumber, day: calendarDay.nullable() }),
  z.strictObject({ kind: z.literal('rest'), session: sessionNumber, days: whole(0, 60) }),
  z.strictObject({ kind: z.literal('skip'), session: sessionNumber }),
  z.strictObject({ kind: z.literal('take_up'), session: sessionNumber }),
  /** Two sessions become one of so many minutes; left out: those of the longer. */
  z.strictObject({ kind: z.literal('merge'), session: sessionNumber, with: sessionNumber, minutes: whole(10, 240).optional() }),
  /** “I have 35 minutes”. */
  z.strictObject({ kind: z.literal('fit'), session: sessionNumber, minutes: whole(5, 240) }),
  /** About a week of less, from the next session on. */
  z.strictObject({ kind: z.literal('deload'), days: whole(3, 14).default(7) }),
  /** One training day more or less in each week that is left. */
  z.strictObject({ kind: z.literal('days'), daysPerWeek: whole(1, 14) }),
  z.strictObject({ kind: z.literal('split'), split: z.enum(programSplits), daysPerWeek: whole(1, 14).optional() }),
  /** By hand: a whole session written anew. */
  z.strictObject({ kind: z.literal('edit'), session: sessionNumber, to: HandWrittenDay }),
])
export type PlanChange = z.infer<typeof PlanChange>

/** Bounds of what is believed: eight of ten such ranges hold. */
const band = z.strictObject({ low: z.number(), middle: z.number(), high: z.number() })

/** What changes for one movement that the engine knows the lifter by. */
export const LiftForecast = z.strictObject({
  movementId: idOf<'movement'>(),
  movement: z.string(),
  /** What could be lifted once now, in kilograms. */
  nowKg: band,
  /** And when the program is through, as it stands and after the change. */
  withoutKg: band,
  withKg: band,
})
export type LiftForecast = z.infer<typeof LiftForecast>

const muscleWeeks = z.record(z.string(), z.array(z.number()))

/** What a change would do, before it is decided. */
export const WhatIf = z.strictObject({
  diff: z.array(ProgramReason),
  /** A session that the change writes anew, as it would be. */
  sessions: z.array(PlannedDay),
  /** Hard sets a week by muscle, for each week of the plan, as it stands and after the change. */
  weeks: z.array(z.int()),
  volumeBefore: muscleWeeks,
  volumeAfter: muscleWeeks,
  weeksAfter: z.array(z.int()),
  forecast: z.array(LiftForecast),
  /** What to know before deciding: a muscle below what it needs, an impossible wish. */
  notices: z.array(ProgramReason),
})
export type WhatIf = z.infer<typeof WhatIf>

const ofChange = [
  ...ofSession,
  'programming.patch_conflict',
  'programming.nothing_left',
  'programming.nothing_fits',
  'movements.unknown',
  'equipment.gym_not_found',
] as const

export const whatIf = endpoint({
  name: 'programming.what_if',
  method: 'POST',
  path: '/v1/programs/{id}/what-if',
  summary: 'What a change would do to sessions, volume and the forecast; nothing is kept',
  access: 'athlete',
  params: byId<'program'>(),
  body: z.strictObject({ change: PlanChange }),
  reply: WhatIf,
  repeatsSafely: true,
  problems: ofChange,
})

/** One change of a program. */
export const Patch = z.strictObject({
  id: idOf<'patch'>(),
  /** In the order they were thought of, from 1. */
  number: z.int(),
  author: z.enum(patchAuthors),
  state: z.enum(patchStates),
  reason: ProgramReason,
  /** The lifter's own words. */
  note: z.string().optional(),
  /** What it does, line by line. */
  diff: z.array(ProgramReason),
  /** Where it changed what the program is made from: what that was; null: nobody had said. */
  requestBefore: ProgramRequestChange.nullable().optional(),
  at: isoInstant,
  decidedAt: isoInstant.optional(),
  /** An applied change that nothing later stands on, and that touches nothing that was done since. */
  canUndo: z.boolean(),
})
export type Patch = z.infer<typeof Patch>

export const changePlan = endpoint({
  name: 'programming.change_plan',
  method: 'POST',
  path: '/v1/programs/{id}/changes',
  summary: 'Change a program; the change is kept with its reason and can be undone',
  access: 'athlete',
  params: byId<'program'>(),
  body: z.strictObject({ id: newIdOf<'patch'>().optional(), change: PlanChange, note: note.optional() }),
  reply: z.strictObject({ patch: Patch, program: Program }),
  status: 201,
  problems: [...ofChange, 'logging.id_taken'],
})

export const listPatches = endpoint({
  name: 'programming.list_patches',
  method: 'GET',
  path: '/v1/programs/{id}/changes',
  summary: 'Every change of a program, newest first, proposals among them',
  access: 'athlete',
  params: byId<'program'>(),
  reply: listOf(Patch),
  problems: ofOne,
})

const ofPatch = z.strictObject({ id: idOf<'program'>(), patch: idOf<'patch'>() })

export const decidePatch = endpoint({
  name: 'programming.decide_patch',
  method: 'POST',
  path: '/v1/programs/{id}/changes/{patch}/decision',
  summary: 'Accept or refuse a proposal',
  access: 'athlete',
  params: ofPatch,
  body: z.strictObject({ accept: z.boolean() }),
  reply: z.strictObject({ patch: Patch, program: Program }),
  problems: [...ofOne, 'programming.patch_not_found', 'programming.patch_decided', 'programming.patch_conflict'],
})

export const undoPatch = endpoint({
  name: 'programming.undo_patch',
  method: 'POST',
  path: '/v1/programs/{id}/changes/{patch}/undo',
  summary: 'Take a change back: the plan is as it was before, to the byte',
  access: 'athlete',
  params: ofPatch,
  reply: z.strictObject({ patch: Patch, program: Program }),
  problems: [...ofOne, 'programming.patch_not_found', 'programming.patch_decided', 'programming.patch_conflict'],
})

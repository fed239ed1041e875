import { disciplines, trackedMuscles } from '@gymgenius/domain'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { ProgramRequestChange } from './programming.ts'
import { calendarDay, experience, ProgramReason, weeklyActivity, weightedGoals, whole } from './programming.shapes.ts'
import { byId, idOf, isoInstant, listOf, name, newIdOf, note, nothing, text } from './scalars.ts'

/** performance: a load, a time, a distance · body_composition: weight, a measure · skill: something one can do, or not · event: a day · habit. */
export const goalKinds = ['performance', 'body_composition', 'skill', 'event', 'habit', 'other'] as const

const amount = z.number().min(-1e6).max(1e6)

const said = {
  kind: z.enum(goalKinds),
  title: name,
  /** Of a performance: in this movement. */
  movementId: idOf<'movement'>().optional(),
  /** What is to be reached, in `unit`: 140 kg, 12 reps. */
  target: amount.optional(),
  /** Where it began. */
  start: amount.optional(),
  unit: text(20).optional(),
  /** By when; of an event: the day itself. */
  by: calendarDay.optional(),
  /** What programs on the way there train for. Left out: what suits the kind. */
  goals: weightedGoals.optional(),
  note: note.optional(),
}
const GoalSaid = z.strictObject(said)

const GoalVersion = GoalSaid.extend({ version: z.int(), at: isoInstant })

export const CheckIn = z.strictObject({
  id: idOf<'check_in'>(),
  at: isoInstant,
  kind: z.enum(goalKinds),
  value: amount.optional(),
  /** 1 far off · 5 there. */
  rating: whole(1, 5).optional(),
  note: note.optional(),
})
export type CheckIn = z.infer<typeof CheckIn>

export const Goal = z.strictObject({
  id: idOf<'goal'>(),
  state: z.enum(['open', 'reached', 'dropped']),
  current: GoalVersion,
  /** What was said before, newest first. */
  earlier: z.array(GoalVersion),
  checkIns: z.array(CheckIn),
  /** From start to target by the newest check-in with a value, 0 to 1. */
  progress: z.number().optional(),
  createdAt: isoInstant,
})
export type Goal = z.infer<typeof Goal>

const ofOne = ['goals.goal_not_found'] as const

export const listGoals = endpoint({
  name: 'goals.list_goals',
  method: 'GET',
  path: '/v1/goals',
  aliases: ['/goals'],
  summary: 'Long-term goals with what was said before and their check-ins, newest first',
  access: 'athlete',
  reply: listOf(Goal),
  problems: [],
})

export const createGoal = endpoint({
  name: 'goals.create_goal',
  method: 'POST',
  path: '/v1/goals',
  aliases: ['/goals'],
  summary: 'Set a long-term goal',
  access: 'athlete',
  body: GoalSaid.extend({ id: newIdOf<'goal'>().optional() }),
  reply: Goal,
  status: 201,
  problems: [...ofOne, 'goals.too_many_goals', 'movements.unknown', 'logging.id_taken'],
})

export const getGoal = endpoint({
  name: 'goals.get_goal',
  method: 'GET',
  path: '/v1/goals/{id}',
  aliases: ['/goals/{id}'],
  summary: 'One goal',
  access: 'athlete',
  params: byId<'goal'>(),
  reply: Goal,
  problems: ofOne,
})

export const putGoal = endpoint({
  name: 'goals.put_goal',
  method: 'PUT',
  path: '/v1/goals/{id}',
  aliases: ['/goals/{id}'],
  summary: 'Say a goal anew: a new version; what was said before is kept',
  access: 'athlete',
  params: byId<'goal'>(),
  body: GoalSaid.extend({ state: z.enum(['open', 'reached', 'dropped']).optional() }),
  reply: Goal,
  problems: [...ofOne, 'movements.unknown'],
})

export const deleteGoal = endpoint({
  name: 'goals.delete_goal',
  method: 'DELETE',
  path: '/v1/goals/{id}',
  aliases: ['/goals/{id}'],
  summary: 'Delete a goal with its check-ins',
  access: 'athlete',
  params: byId<'goal'>(),
  reply: nothing,
  status: 204,
  problems: ofOne,
})

export const checkIn = endpoint({
  name: 'goals.check_in',
  method: 'POST',
  path: '/v1/goals/{id}/check-ins',
  aliases: ['/goals/{id}/check-ins'],
  summary: 'Say how it stands with a goal; with nothing said, that something was done for it',
  access: 'athlete',
  params: byId<'goal'>(),
  body: z.strictObject({
    id: newIdOf<'check_in'>().optional(),
    at: isoInstant.optional(),
    kind: z.enum(goalKinds).optional(),
    value: amount.optional(),
    rating: whole(1, 5).optional(),
    note: note.optional(),
  }),
  reply: Goal,
  status: 201,
  problems: [...ofOne, 'goals.too_many_goals', 'logging.id_taken'],
})

/** A stretch of the year that one program fills. */
const MacrocycleBlock = z.strictObject({
  /** From 1. */
  block: z.int(),
  startsOn: calendarDay,
  weeks: z.int(),
  emphasis: z.enum(['base', 'size', 'strength', 'peak', 'recovery']),
  reasons: z.array(ProgramReason),
  /** Ready for `POST /v1/programs`, with the rest of what you want. */
  request: ProgramRequestChange,
})

export const getMacrocycle = endpoint({
  name: 'goals.get_macrocycle',
  method: 'GET',
  path: '/v1/macrocycle',
  aliases: ['/macrocycle'],
  summary: 'The year as blocks of 8 to 12 weeks that lead to the goals, each with the request of its program',
  access: 'athlete',
  query: z.strictObject({ from: calendarDay.optional() }),
  reply: z.strictObject({ from: calendarDay, blocks: z.array(MacrocycleBlock) }),
  problems: [],
})

/** How somebody trains, as far as programs ask. What is not said is found out, or usual. */
export const TrainingProfile = z.strictObject({
  experience: experience.optional(),
  /** 1 not at all · 3 as any · 5 most. */
  disciplines: z.partialRecord(z.enum(disciplines), whole(1, 5)).optional(),
  /** What one can do: muscle-up, pistol squat, snatch; as the lifter says it. */
  skills: z.array(text(100)).max(50).optional(),
  /** How a week looks. */
  schedule: z
    .strictObject({
      daysPerWeek: whole(1, 14).optional(),
      minutes: whole(10, 240).optional(),
      /** 0 is Monday. */
      weekdays: z.array(whole(0, 6)).max(7).optional(),
    })
    .optional(),
  cardioFinishers: z.boolean().optional(),
  /** Done beside the gym each week, with pleasure or by duty: its fatigue is counted. */
  activities: z.array(weeklyActivity).max(20).optional(),
  specialise: z.array(z.enum(trackedMuscles)).max(3).optional(),
  birthYear: whole(1900, 2100).optional(),
  heightCm: z.number().min(50).max(272).optional(),
})
export type TrainingProfile = z.infer<typeof TrainingProfile>

export const getProfile = endpoint({
  name: 'goals.get_profile',
  method: 'GET',
  path: '/v1/profile',
  aliases: ['/settings/profile'],
  summary: 'How you train: experience, disciplines, skills, a week, activities; biometrics are in the diary',
  access: 'athlete',
  reply: TrainingProfile,
  problems: [],
})

export const putProfile = endpoint({
  name: 'goals.put_profile',
  method: 'PUT',
  path: '/v1/profile',
  aliases: ['/settings/profile'],
  summary: 'Say anew how you train; programs are made by it where a request says nothing else',
  access: 'athlete',
  // A shape of its own: what may be left out here is always said in the answer.
  body: z.strictObject(TrainingProfile.shape),
  reply: TrainingProfile,
  problems: [],
})

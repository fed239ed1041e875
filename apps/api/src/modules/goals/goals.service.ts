import {
  type checkIn,
  type CheckIn,
  type createGoal,
  type Goal,
  invalidRequest,
  type OutputOf,
  Problem,
  type putGoal,
  type TrainingProfile,
} from '@gymgenius/contracts'
import { type AthleteId, type CheckInId, type GoalId, type Instant, instantOf, isoOf, type MovementId } from '@gymgenius/domain'
import { canonical } from '../../platform/canonical.ts'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { refuseUnbelievableId } from '../../platform/new-ids.ts'
import { movementFor } from '../movements/index.ts'
import {
  checkInsOf,
  deleteGoalRow,
  findGoal,
  type GoalRecord,
  type GoalVersion,
  goalsOf,
  insertCheckIn,
  insertGoal,
  saveProfile,
  storedProfile,
  updateGoal,
} from './goals.repository.ts'

/** More than anybody keeps in mind. */
const MOST_GOALS = 100
const MOST_VERSIONS = 200
const MOST_CHECK_INS = 2000

type Said = Omit<OutputOf<typeof createGoal, 'body'>, 'id'>

export async function listGoalsOf(ctx: Ctx, { athleteId }: Athlete): Promise<{ items: Goal[] }> {
  const goals = await goalsOf(ctx.db, athleteId)
  const checkIns = await checkInsOf(
    ctx.db,
    athleteId,
    goals.map(({ id }) => id),
  )
  return { items: goals.map((goal) => shown(goal, checkIns.get(goal.id) ?? [])) }
}

export const getGoalOf = async (ctx: Ctx, { athleteId }: Athlete, id: GoalId): Promise<Goal> =>
  goalNow(ctx, athleteId, await ownGoal(ctx, athleteId, id))

/** Sets a goal. The same request again changes nothing and is answered alike. */
export async function setGoal(ctx: Ctx, { athleteId }: Athlete, { id, ...said }: OutputOf<typeof createGoal, 'body'>): Promise<Goal> {
  refuseUnbelievableId(ctx, id)
  await refuseUnknown(ctx, athleteId, said.movementId)
  const before = id === undefined ? undefined : await findGoal(ctx.db, athleteId, id)
  if (before !== undefined) {
    if (canonical(sayingOf(before.versions[0]!)) !== canonical(said)) throw new Problem('logging.id_taken')
    return goalNow(ctx, athleteId, before)
  }
  if ((await goalsOf(ctx.db, athleteId)).length >= MOST_GOALS) throw new Problem('goals.too_many_goals', { allowed: MOST_GOALS })
  const now = ctx.clock.now()
  const goal: GoalRecord = { id: id ?? ctx.ids.next<GoalId>(), state: 'open', versions: [version(1, said, now)], createdAt: now }
  if (!(await insertGoal(ctx.db, athleteId, goal))) throw new Problem('goals.goal_not_found') // somebody else's id: no more is said
  return goalNow(ctx, athleteId, goal)
}

/** Says a goal anew; what was said before is kept. What is said twice alike is no new version. */
export async function sayGoal(
  ctx: Ctx,
  { athleteId }: Athlete,
  id: GoalId,
  { state, ...said }: OutputOf<typeof putGoal, 'body'>,
): Promise<Goal> {
  await refuseUnknown(ctx, athleteId, said.movementId)
  const before = await ownGoal(ctx, athleteId, id)
  const last = before.versions.at(-1)!
  const isNew = canonical(sayingOf(last)) !== canonical(said)
  const versions = isNew ? [...before.versions, version(last.version + 1, said, ctx.clock.now())].slice(-MOST_VERSIONS) : before.versions
  const goal = { ...before, state: state ?? before.state, versions }
  await updateGoal(ctx.db, athleteId, goal, ctx.clock.now())
  return goalNow(ctx, athleteId, goal)
}

export async function dropGoal(ctx: Ctx, { athleteId }: Athlete, id: GoalId): Promise<void> {
  if (!(await deleteGoalRow(ctx.db, athleteId, id))) throw new Problem('goals.goal_not_found')
}

export async function checkInOf(
  ctx: Ctx,
  { athleteId }: Athlete,
  goalId: GoalId,
  { id: saidId, at, kind, ...said }: OutputOf<typeof checkIn, 'body'>,
): Promise<Goal> {
  refuseUnbelievableId(ctx, saidId)
  const goal = await ownGoal(ctx, athleteId, goalId)
  if ((said.value ?? 0) < 0 && !mayBeNegative(goal.versions.at(-1)!))
    throw invalidRequest({ pointer: '/value', code: 'out_of_range', message: 'Must be at least 0' })
  const known = (await checkInsOf(ctx.db, athleteId, [goalId])).get(goalId) ?? []
  const id = saidId ?? ctx.ids.next<CheckInId>()
  if (known.some((one) => one.id === id)) return shown(goal, known)
  if (known.length >= MOST_CHECK_INS) throw new Problem('goals.too_many_goals', { allowed: MOST_CHECK_INS })
  const when = at === undefined ? ctx.clock.now() : instantOf(at)
  const kept = await insertCheckIn(ctx.db, athleteId, goalId, { ...said, id, at: when, kind: kind ?? goal.versions.at(-1)!.kind })
  if (!kept) throw new Problem('logging.id_taken')
  return goalNow(ctx, athleteId, goal)
}

export const profileOf = (ctx: Ctx, athleteId: AthleteId): Promise<TrainingProfile> => storedProfile(ctx.db, athleteId)

export async function sayProfile(ctx: Ctx, { athleteId }: Athlete, profile: TrainingProfile): Promise<TrainingProfile> {
  await saveProfile(ctx.db, athleteId, profile, ctx.clock.now())
  return storedProfile(ctx.db, athleteId)
}

const version = (number: number, said: Said, at: Instant): GoalVersion => ({ version: number, at: isoOf(at), ...said })

const sayingOf = ({ version: _version, at: _at, ...said }: GoalVersion) => said

async function refuseUnknown(ctx: Ctx, athleteId: AthleteId, movementId: MovementId | undefined): Promise<void> {
  if (movementId !== undefined && (await movementFor(ctx, athleteId, movementId)) === undefined)
    throw new Problem('movements.unknown', { movementId })
}

async function ownGoal(ctx: Ctx, athleteId: AthleteId, id: GoalId): Promise<GoalRecord> {
  const goal = await findGoal(ctx.db, athleteId, id)
  if (goal === undefined) throw new Problem('goals.goal_not_found')
  return goal
}

const goalNow = async (ctx: Ctx, athleteId: AthleteId, goal: GoalRecord): Promise<Goal> =>
  shown(goal, (await checkInsOf(ctx.db, athleteId, [goal.id])).get(goal.id) ?? [])

function shown({ id, state, versions, createdAt }: GoalRecord, checkIns: readonly CheckIn[]): Goal {
  const current = versions.at(-1)!
  const progress = progressOf(current, checkIns)
  return {
    id,
    state,
    current: { ...current },
    earlier: versions.slice(0, -1).toReversed(),
    checkIns: checkIns.map((one) => ({ ...one })),
    ...(progress !== undefined && { progress }),
    createdAt: isoOf(createdAt),
  }
}

/** A goal that goes from or to less than nothing counts a difference; of the other kinds only what is measured in no way of ours can be negative. */
const mayBeNegative = ({ kind, start = 0, target = 0 }: GoalVersion) => kind === 'other' || start < 0 || target < 0

/** How much of the way is done, downhill ways too; undefined where nobody said from where to where, or how it stands. */
function progressOf({ start, target }: GoalVersion, checkIns: readonly CheckIn[]): number | undefined {
  const value = checkIns.find((one) => one.value !== undefined)?.value
  if (start === undefined || target === undefined || value === undefined || start === target) return undefined
  return Math.round(Math.min(1, Math.max(0, (value - start) / (target - start))) * 1000) / 1000
}

import { Problem } from '@gymgenius/contracts'
import type { AthleteId, LivedPlan, PatchAuthor, PatchId, PatchOp, PatchState, ProgramId, ProgramReason } from '@gymgenius/domain'
import { applyPatch, diffOf } from '@gymgenius/engine/patches'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { type Lived, withPlan } from './lived.service.ts'
import { judged } from './judging.service.ts'
import { insertPatch, type PatchRecord } from './patches.repository.ts'
import { savePlan } from './programs.repository.ts'

/** A change on its way to be kept. */
export interface NewPatch {
  readonly id?: PatchId | undefined
  readonly author: PatchAuthor
  readonly state: PatchState
  readonly reason: ProgramReason
  readonly note: string | null
  readonly ops: readonly PatchOp[]
  /** Where it changes what the program is made from: what that was. */
  readonly askedBefore?: PatchRecord['askedBefore']
}

/** Keeps a patch under the next number; undefined where its id is somebody else's, or of another program. */
export async function keepPatch(ctx: Ctx, athleteId: AthleteId, programId: ProgramId, patch: NewPatch): Promise<PatchId | undefined> {
  const id = patch.id ?? ctx.ids.next<PatchId>()
  const now = ctx.clock.now()
  const decidedAt = patch.state === 'proposed' ? null : now
  const kept = await insertPatch(ctx.db, athleteId, {
    ...patch,
    id,
    programId,
    askedBefore: patch.askedBefore ?? null,
    diff: diffOf(patch.ops),
    createdAt: now,
    decidedAt,
  })
  return kept ? id : undefined
}

/** The plan after these ops; a Problem where something they touch was changed since. */
export function applied(plan: LivedPlan, ops: readonly PatchOp[]): LivedPlan {
  const after = applyPatch(plan, ops)
  if (!after.ok) throw new Problem('programming.patch_conflict')
  return after.plan
}

/** Writes a plan that was changed; judged anew where its sessions are others than `before`, so that its report is about the plan as it is. */
export async function put(ctx: Ctx, actor: Athlete, life: Lived, plan: LivedPlan): Promise<Lived> {
  const isSame = plan.weeks === life.plan.weeks && plan.skipped === life.plan.skipped
  const report = isSame ? undefined : await judged(ctx, actor, life, plan)
  await savePlan(ctx.db, actor.athleteId, life.program.id, { plan, report }, ctx.clock.now())
  return withPlan(life, { plan, report: report ?? life.report })
}

/** Whether a proposal can still be done: to the plan as it is, and to nothing that is done. */
export const stillFits = ({ plan, done }: Pick<Lived, 'plan' | 'done'>, ops: readonly PatchOp[]) =>
  !ops.some((op) => touchesDone(op, done)) && applyPatch(plan, ops).ok

export function touchesDone(op: PatchOp, done: ReadonlySet<number>): boolean {
  if (op.op === 'reorder' || op.op === 'rest' || op.op === 'pin') return false
  if (op.op !== 'replace_weeks') return done.has(op.session)
  return op.after.some(({ days }) =>
    days.some(({ session }) => done.has(session) && !op.before.some((week) => week.days.some((day) => day.session === session))),
  )
}

import {
  type changePlan,
  type OutputOf,
  type Patch,
  type PlanChange,
  Problem,
  type Program,
  type ProgramRequest,
} from '@gymgenius/contracts'
import { type AthleteId, isoOf, type LivedPlan, type MovementId, type PatchId, type ProgramId } from '@gymgenius/domain'
import { applyPatch, invertPatch } from '@gymgenius/engine/patches'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { refuseUnbelievableId } from '../../platform/new-ids.ts'
import { movementsForPlans, type Plannable } from '../movements/index.ts'
import { applied, keepPatch, put, stillFits, touchesDone } from './changes.keeping.ts'
import { withoutCarried } from './carrying.service.ts'
import { type Meant, meant } from './changing.ts'
import { type Lived, livedProgram } from './lived.service.ts'
import { bringToPhones } from './phone.service.ts'
import { decide, findPatch, type PatchRecord, patchesOf } from './patches.repository.ts'
import { updateProgram } from './programs.repository.ts'
import { ownProgram } from './own.service.ts'
import { lifeShown } from './programs.service.ts'
import { remade } from './remaking.service.ts'

type Changed = { readonly patch: Patch; readonly program: Program }

/** Every movement that a change may name, by its id. */
export async function movementsById(ctx: Ctx, athleteId: AthleteId): Promise<ReadonlyMap<MovementId, Plannable>> {
  return new Map((await movementsForPlans(ctx, athleteId)).map((movement) => [movement.id, movement]))
}

/** What the lifter wants, as ops; a program made anew for what is left, where that is what it takes. */
export async function meaningOf(
  ctx: Ctx,
  actor: Athlete,
  life: Lived,
  change: PlanChange,
): Promise<Meant & { readonly request?: Partial<ProgramRequest> }> {
  if (change.kind === 'days' || change.kind === 'split') {
    const { kind, ...facts } = change
    const wish = { split: 'split' in change ? change.split : undefined, daysPerWeek: change.daysPerWeek }
    const { ops, notices, request } = await remade(ctx, actor, life, wish)
    return { ops, notices, request, reason: { code: `asked_${kind}`, facts: plainFacts(facts) } }
  }
  return meant(life, change, await movementsById(ctx, actor.athleteId))
}

const plainFacts = (said: object) =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Record<string, string | number>

/** Does what the lifter wants, and keeps what it was. The same request again, by its id, changes nothing. */
export async function changePlanOf(
  ctx: Ctx,
  actor: Athlete,
  id: ProgramId,
  { id: said, change, note }: OutputOf<typeof changePlan, 'body'>,
): Promise<Changed> {
  const { athleteId } = actor
  refuseUnbelievableId(ctx, said)
  const life = await livedProgram(ctx, athleteId, id, true)
  const before = said === undefined ? undefined : await findPatch(ctx.db, athleteId, id, said)
  if (before !== undefined) return answered(ctx, athleteId, life, before.id)
  const wanted = change.kind === 'edit' ? { ...change, to: await withoutCarried(ctx, athleteId, life, change) } : change
  const { ops, reason, request } = await meaningOf(ctx, actor, life, wanted)
  const askedBefore = request === undefined ? null : { request: life.program.request }
  const patch = { id: said, author: 'athlete', state: 'applied', reason, note: note ?? null, ops, askedBefore } as const
  const patchId = await keepPatch(ctx, athleteId, id, patch)
  if (patchId === undefined) throw new Problem('logging.id_taken')
  const after = await put(ctx, actor, life, applied(life.plan, ops))
  if (request !== undefined) await updateProgram(ctx.db, athleteId, id, { request }, ctx.clock.now())
  return answered(ctx, athleteId, await bringToPhones(ctx, athleteId, after), patchId)
}

export async function listPatchesOf(ctx: Ctx, { athleteId }: Athlete, id: ProgramId): Promise<{ items: Patch[] }> {
  await ownProgram(ctx, athleteId, id)
  const patches = await patchesOf(ctx.db, athleteId, id)
  if (patches.length === 0) return { items: [] }
  const life = await livedProgram(ctx, athleteId, id)
  return { items: patches.map((patch) => patchShown(patch, life)) }
}

/** Accepts a proposal, which is then a change like any other, or refuses it. */
export async function decidePatchOf(
  ctx: Ctx,
  actor: Athlete,
  { id, patch: patchId }: { readonly id: ProgramId; readonly patch: PatchId },
  accept: boolean,
): Promise<Changed> {
  const { athleteId } = actor
  const life = await livedProgram(ctx, athleteId, id, true)
  const patch = await ownPatch(ctx, athleteId, id, patchId)
  const wanted = accept ? 'applied' : 'refused'
  if (patch.state === wanted) return answered(ctx, athleteId, life, patchId)
  if (patch.state !== 'proposed') throw new Problem('programming.patch_decided', { state: patch.state })
  if (accept && !stillFits(life, patch.ops)) throw new Problem('programming.patch_conflict')
  const after = accept ? await put(ctx, actor, life, applied(life.plan, patch.ops)) : life
  await decide(ctx.db, athleteId, patchId, wanted, ctx.clock.now())
  return answered(ctx, athleteId, accept ? await bringToPhones(ctx, athleteId, after) : life, patchId)
}

/** Takes a change back; refused where a later one stands on it, or where what it touched is done. */
export async function undoPatchOf(
  ctx: Ctx,
  actor: Athlete,
  { id, patch: patchId }: { readonly id: ProgramId; readonly patch: PatchId },
): Promise<Changed> {
  const { athleteId } = actor
  const life = await livedProgram(ctx, athleteId, id, true)
  const patch = await ownPatch(ctx, athleteId, id, patchId)
  if (patch.state === 'undone') return answered(ctx, athleteId, life, patchId)
  if (patch.state !== 'applied') throw new Problem('programming.patch_decided', { state: patch.state })
  const plan = undone(life, patch)
  if (plan === undefined) throw new Problem('programming.patch_conflict')
  const after = await put(ctx, actor, life, plan)
  if (patch.askedBefore !== null) await updateProgram(ctx.db, athleteId, id, patch.askedBefore, ctx.clock.now())
  await decide(ctx.db, athleteId, patchId, 'undone', ctx.clock.now())
  return answered(ctx, athleteId, await bringToPhones(ctx, athleteId, after), patchId)
}

/** The plan as it was before the patch; undefined where something stands on it. A session that is done stays as it was done. */
function undone({ plan, done }: Lived, { ops }: PatchRecord): LivedPlan | undefined {
  if (ops.some((op) => touchesDone(op, done))) return undefined
  const before = applyPatch(plan, invertPatch(ops))
  return before.ok ? before.plan : undefined
}

async function ownPatch(ctx: Ctx, athleteId: AthleteId, id: ProgramId, patchId: PatchId): Promise<PatchRecord> {
  const patch = await findPatch(ctx.db, athleteId, id, patchId)
  if (patch === undefined) throw new Problem('programming.patch_not_found')
  return patch
}

/** The change as it is kept, and the program as it is after it: `life` is how it stands now. */
async function answered(ctx: Ctx, athleteId: AthleteId, life: Lived, patchId: PatchId): Promise<Changed> {
  const patch = await ownPatch(ctx, athleteId, life.program.id, patchId)
  const program = await ownProgram(ctx, athleteId, life.program.id) // its row was written
  return { patch: patchShown(patch, life), program: await lifeShown(ctx, athleteId, { ...life, program }) }
}

function patchShown(patch: PatchRecord, life: Lived): Patch {
  const { id, number, author, state, reason, note, diff, askedBefore, createdAt, decidedAt } = patch
  return {
    id,
    number,
    author,
    state,
    reason: { ...reason },
    ...(note !== null && { note }),
    diff: diff.map((line) => ({ ...line })),
    ...(askedBefore !== null && { requestBefore: askedBefore.request }),
    at: isoOf(createdAt),
    ...(decidedAt !== null && { decidedAt: isoOf(decidedAt) }),
    canUndo: state === 'applied' && undone(life, patch) !== undefined,
  }
}

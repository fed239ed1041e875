import { type DataKind, Problem, type TrainedAthlete } from '@gymgenius/contracts'
import type { TrainerGrantId } from '@gymgenius/domain'
import { record } from '../../platform/audit.ts'
import { actingAs, type Athlete, type Ctx, system, type Trainer } from '../../platform/context.ts'
import { me } from '../accounts/index.ts'
import { fileOf, type PictureFile, picturesOf, pictureSeen } from '../pictures/index.ts'
import { countLook, endGrants, grantsTo, runningGrant, takeOpenGrant } from './grants.repository.ts'
import { hashOfCode } from './grants.service.ts'
import { trainedShown } from './shown.ts'

export async function listAthletes(ctx: Ctx, { accountId }: Trainer): Promise<{ items: TrainedAthlete[] }> {
  const grants = await grantsTo(ctx.db, accountId, ctx.clock.now())
  const pictures = await picturesOf(
    ctx,
    grants.map(({ athleteId }) => athleteId),
  )
  return { items: grants.map((grant) => trainedShown(grant, pictures.get(grant.athleteId))) }
}

/** Takes a code that an athlete handed on. One that is wrong, taken, too old or one's own is answered alike. */
export async function takeCode(ctx: Ctx, { accountId }: Trainer, code: string): Promise<TrainedAthlete> {
  return actingAs(ctx, system, async (ctx) => {
    const { email } = await me(ctx, { athleteId: accountId })
    const grant = await takeOpenGrant(ctx.db, hashOfCode(code), { id: accountId, email }, ctx.clock.now())
    if (grant === undefined) throw new Problem('trainers.code_not_found')
    await record(ctx, { act: 'trainers.taken', as: 'trainer', by: accountId, about: grant.athleteId, facts: { kinds: grant.kinds } })
    return trainedShown(grant)
  })
}

/** A trainer gives a grant back. */
export async function leave(ctx: Ctx, { accountId }: Trainer, id: TrainerGrantId): Promise<undefined> {
  await actingAs(ctx, system, async (ctx) => {
    const { athleteId } = await granted(ctx, accountId, id)
    await endGrants(ctx.db, athleteId, id, ctx.clock.now())
    await record(ctx, { act: 'trainers.ended', as: 'trainer', by: accountId, about: athleteId, facts: { grants: 1 } })
  })
}

/**
 * One look of a trainer: written into the audit log first, then read with the rights of the grant alone. Between the two it may
 * have ended: the database then shows nothing.
 */
export async function look<T>(
  ctx: Ctx,
  { accountId }: Trainer,
  grantId: TrainerGrantId,
  kind: DataKind,
  read: (ctx: Ctx, athlete: Athlete) => Promise<T>,
): Promise<T> {
  const athleteId = await actingAs(ctx, system, async (ctx) => {
    const grant = await granted(ctx, accountId, grantId)
    if (!grant.kinds.includes(kind)) throw new Problem('trainers.not_granted', { kind })
    await countLook(ctx.db, grantId, ctx.clock.now())
    await record(ctx, { act: 'trainers.looked', as: 'trainer', by: accountId, about: grant.athleteId, facts: { kind } })
    return grant.athleteId
  })
  const onBehalf: Athlete = { kind: 'athlete', athleteId, loginSessionId: athleteId as never }
  return actingAs(ctx, { kind: 'look', trainerId: accountId, grantId }, (ctx) => read(ctx, onBehalf))
}

/** Whose grant it is, by their face. It is no look at what a grant shows, and is not counted as one. */
export async function seePicture(ctx: Ctx, { accountId }: Trainer, grantId: TrainerGrantId): Promise<PictureFile> {
  const { athleteId } = await actingAs(ctx, system, (ctx) => granted(ctx, accountId, grantId))
  const picture = await actingAs(ctx, { kind: 'look', trainerId: accountId, grantId }, (ctx) => pictureSeen(ctx, athleteId))
  return fileOf(ctx, picture)
}

async function granted(ctx: Ctx, trainerId: Trainer['accountId'], id: TrainerGrantId) {
  const grant = await runningGrant(ctx.db, trainerId, id, ctx.clock.now())
  if (grant === undefined) throw new Problem('trainers.athlete_not_found')
  return grant
}

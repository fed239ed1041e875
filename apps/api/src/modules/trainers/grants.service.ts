import { createHash, createHmac } from 'node:crypto'
import { type changeGrant, type giveGrant, invalidRequest, type OutputOf, Problem, type TrainerGrant } from '@gymgenius/contracts'
import { type AthleteId, DAY_MS, daysBefore, type Instant, instantOf, type TrainerGrantId } from '@gymgenius/domain'
import { record } from '../../platform/audit.ts'
import { actingAs, type Athlete, type Ctx, system } from '../../platform/context.ts'
import { refuseUnbelievableId } from '../../platform/new-ids.ts'
import { requireConsent } from '../consents/index.ts'
import { deleteGrantsEndedBefore, endGrants, findGrant, type GrantFields, grantsOf, insertGrant, updateGrant } from './grants.repository.ts'
import { grantShown, stateOf } from './shown.ts'

const MOST_GRANTS = 50
const CODE_DAYS = 7
const SHOWN_DAYS = 366

export async function listGrantsOf(ctx: Ctx, { athleteId }: Pick<Athlete, 'athleteId'>): Promise<{ items: TrainerGrant[] }> {
  const now = ctx.clock.now()
  const grants = await grantsOf(ctx.db, athleteId, daysBefore(now, SHOWN_DAYS))
  return { items: grants.map((grant) => grantShown(grant, now, codeOf(ctx))) }
}

/** Makes a grant that one trainer can take by its code. The same request again answers the same. */
export async function give(
  ctx: Ctx,
  actor: Athlete,
  { id, shownAs, kinds, seenFrom, endsAt }: OutputOf<typeof giveGrant, 'body'>,
): Promise<TrainerGrant> {
  refuseUnbelievableId(ctx, id)
  const { athleteId } = actor
  return actingAs(ctx, actor, async (ctx) => {
    await requireConsent(ctx, athleteId, 'trainer_sharing')
    const now = ctx.clock.now()
    const before = await findGrant(ctx.db, athleteId, id)
    if (before !== undefined) return grantShown(before, now, codeOf(ctx))
    if ((await grantsOf(ctx.db, athleteId, now)).filter((grant) => stateOf(grant, now) !== 'ended').length >= MOST_GRANTS)
      throw new Problem('trainers.too_many_grants', { allowed: MOST_GRANTS })
    const fields = { shownAs, kinds, seenFrom: maybeInstant(seenFrom), endsAt: inFuture(maybeInstant(endsAt), now) }
    const code = { hash: hashOfCode(codeOf(ctx)({ id })), expiresAt: (now + CODE_DAYS * DAY_MS) as Instant }
    if (!(await insertGrant(ctx.db, athleteId, id, fields, code, now))) throw new Problem('logging.id_taken')
    await record(ctx, { act: 'trainers.granted', as: 'athlete', by: athleteId, about: athleteId, facts: factsOf(fields) })
    return grantShown(await known(ctx, athleteId, id), now, codeOf(ctx))
  })
}

/** Shows more or less, from the next look on. */
export async function change(
  ctx: Ctx,
  actor: Athlete,
  id: TrainerGrantId,
  said: OutputOf<typeof changeGrant, 'body'>,
): Promise<TrainerGrant> {
  const { athleteId } = actor
  return actingAs(ctx, actor, async (ctx) => {
    const now = ctx.clock.now()
    const before = await known(ctx, athleteId, id)
    if (stateOf(before, now) === 'ended') throw new Problem('trainers.grant_ended')
    const fields: GrantFields = {
      shownAs: said.shownAs ?? before.shownAs,
      kinds: said.kinds ?? before.kinds,
      seenFrom: said.seenFrom === undefined ? before.seenFrom : maybeInstant(said.seenFrom),
      endsAt: said.endsAt === undefined ? before.endsAt : inFuture(maybeInstant(said.endsAt), now),
    }
    await updateGrant(ctx.db, athleteId, id, fields)
    await record(ctx, { act: 'trainers.changed', as: 'athlete', by: athleteId, about: athleteId, facts: factsOf(fields) })
    return grantShown({ ...before, ...fields }, now, codeOf(ctx))
  })
}

export async function end(ctx: Ctx, { athleteId }: Athlete, id: TrainerGrantId): Promise<void> {
  await known(ctx, athleteId, id)
  await endThem(ctx, athleteId, id)
}

/** Ends everything that this athlete let trainers see, in the unit of whatever made it end. */
export const endAllGrants = (ctx: Ctx, athleteId: AthleteId): Promise<void> => endThem(ctx, athleteId, 'all')

async function endThem(ctx: Ctx, athleteId: AthleteId, which: TrainerGrantId | 'all') {
  const grants = await endGrants(ctx.db, athleteId, which, ctx.clock.now())
  if (grants > 0) await record(ctx, { act: 'trainers.ended', as: 'athlete', by: athleteId, about: athleteId, facts: { grants } })
}

/** Chore: what ended long ago is not shown any more, and goes. */
export async function forgetEndedGrants(ctx: Ctx): Promise<void> {
  const before = daysBefore(ctx.clock.now(), SHOWN_DAYS)
  await actingAs(ctx, system, (ctx) => deleteGrantsEndedBefore(ctx.db, before))
}

/** Made of the grant and the server's secret, so that it need not be kept to be told again: 128 bits. */
const codeOf =
  (ctx: Ctx) =>
  ({ id }: { readonly id: TrainerGrantId }) =>
    createHmac('sha256', ctx.config.secret).update(`gymgenius trainer-grant ${id}`).digest().subarray(0, 16).toString('base64url')

export const hashOfCode = (code: string) => createHash('sha256').update(code.trim()).digest('base64url')

async function known(ctx: Ctx, athleteId: AthleteId, id: TrainerGrantId) {
  const grant = await findGrant(ctx.db, athleteId, id)
  if (grant === undefined) throw new Problem('trainers.grant_not_found')
  return grant
}

const factsOf = ({ kinds, seenFrom, endsAt }: GrantFields) => ({ kinds, isAll: seenFrom === null, isOpenEnded: endsAt === null })

const maybeInstant = (iso: string | null | undefined): Instant | null => (iso === undefined || iso === null ? null : instantOf(iso))

function inFuture(at: Instant | null, now: Instant): Instant | null {
  if (at === null || at > now) return at
  throw invalidRequest({ pointer: '/endsAt', code: 'out_of_range', message: 'Must be after now' })
}

import type { TrainedAthlete, TrainerGrant } from '@gymgenius/contracts'
import type { AccountId, TrainerGrantId } from '@gymgenius/domain'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { actingAs } from '../../platform/context.ts'
import { openDoor, type Door, type SignedInHere, test as base } from '../../testing/front-door.ts'
import { uuid } from '../../testing/ids.ts'

interface Gym {
  readonly door: Door
  readonly ann: SignedInHere
  readonly coach: SignedInHere
  give(said?: object): Promise<TrainerGrant>
  look(id: string, what: string): ReturnType<Door['ask']>
}

/** Ann, who has trained on two days and weighed herself, and a trainer whom the super admin appointed. */
const test = base.extend('gym', async ({ ctx }): Promise<Gym> => {
  const door = await openDoor(ctx)
  const owner = (await door.register('owner@example.test')).json<SignedInHere>()
  const [ann, coach] = [await door.lifter('ann@example.test'), await door.lifter('coach@example.test')]
  await door.ask('PATCH', `/v1/accounts/${coach.account.id}`, { token: owner.accessToken, body: { role: 'trainer' } })
  ctx.clock.advance(2000)
  const token = ann.accessToken
  const post = (url: string, body: object) => door.ask('POST', url, { token, body })
  const own = { name: 'Zercher squat', pattern: 'squat', equipment: 'barbell', laterality: 'bilateral', loadKind: 'external' }
  const movementId = (await post('/v1/movements', own)).json<{ id: string }>().id
  for (const day of ['2026-02-01', '2026-03-01']) {
    const span = { startedAt: `${day}T17:00:00Z`, endedAt: `${day}T18:00:00Z` }
    const workoutId = (await post('/v1/workouts', span)).json<{ id: string }>().id
    await post('/v1/sets', {
      workoutId,
      movementId,
      loadKg: day === '2026-02-01' ? 100 : 80,
      reps: 5,
      rir: 2,
      performedAt: `${day}T17:10:00Z`,
    })
    await post('/v1/body-weights', { weightKg: 81.4, at: `${day}T07:00:00Z` })
  }
  await door.ask('PUT', '/v1/consents', { token, body: { purpose: 'trainer_sharing', version: 1 } })
  let given = 0
  return {
    door,
    ann,
    coach,
    give: async (said = {}) =>
      (await post('/v1/grants', { id: uuid(0xa000 + ++given), shownAs: 'Ann', kinds: ['workouts'], ...said })).json<TrainerGrant>(),
    look: (id, what) => door.ask('GET', `/v1/trainer/athletes/${id}/${what}`, { token: coach.accessToken }),
  }
})

const take = ({ door, coach }: Gym, code: string | undefined) =>
  door.ask('POST', '/v1/trainer/athletes', { token: coach.accessToken, body: { code: code ?? '' } })
const grants = async ({ door, ann }: Gym) =>
  (await door.ask('GET', '/v1/grants', { token: ann.accessToken })).json<{ items: TrainerGrant[] }>().items

test('a trainer who took the code sees the workouts and the best sets, under the name Ann chose', async ({ gym }) => {
  const grant = await gym.give()
  const taken = await take(gym, grant.code)
  expect(taken.json<TrainedAthlete>()).toMatchObject({ id: grant.id, shownAs: 'Ann', kinds: ['workouts'] })
  expect(taken.body).not.toMatch(/ann@|trainerEmail/)
  const workouts = (await gym.look(grant.id, 'workouts')).json<{ items: { sets: { movement: string; loadKg: number }[] }[] }>().items
  expect(workouts.map(({ sets }) => sets.map(({ movement, loadKg }) => [movement, loadKg]))).toEqual([
    [['Zercher squat', 80]],
    [['Zercher squat', 100]],
  ])
  expect((await gym.look(grant.id, 'records')).json()).toMatchObject({ items: [{ movement: 'Zercher squat', loadKg: 100, reps: 5 }] })
  expect(await grants(gym)).toMatchObject([{ state: 'running', trainerEmail: 'coach@example.test', looks: 2 }])
})

test('what was not granted is not shown, until Ann adds it', async ({ gym }) => {
  const grant = await gym.give()
  await take(gym, grant.code)
  for (const what of ['body-weights', 'recovery', 'soreness', 'injuries', 'programs']) {
    expect((await gym.look(grant.id, what)).json()).toMatchObject({ status: 403, code: 'trainers.not_granted' })
  }
  const { accessToken: token } = gym.ann
  await gym.door.ask('PATCH', `/v1/grants/${grant.id}`, { token, body: { kinds: ['body_weight'] } })
  expect((await gym.look(grant.id, 'body-weights')).json<{ items: unknown[] }>().items).toHaveLength(2)
  expect((await gym.look(grant.id, 'workouts')).json()).toMatchObject({ code: 'trainers.not_granted' })
})

test('what is older than Ann lets be seen is not shown, nor are its sets', async ({ gym }) => {
  const grant = await gym.give({ kinds: ['workouts', 'body_weight'], seenFrom: '2026-02-15T00:00:00Z' })
  await take(gym, grant.code)
  expect((await gym.look(grant.id, 'workouts')).json<{ items: unknown[] }>().items).toHaveLength(1)
  expect((await gym.look(grant.id, 'records')).json()).toMatchObject({ items: [{ loadKg: 80 }] })
  expect((await gym.look(grant.id, 'body-weights')).json<{ items: unknown[] }>().items).toHaveLength(1)
})

test('from the moment a grant is ended, withdrawn or over, the trainer sees nothing, and it is not there', async ({ ctx, gym }) => {
  const { accessToken: token } = gym.ann
  const gone = async ({ id }: TrainerGrant) => {
    expect((await gym.look(id, 'workouts')).json()).toMatchObject({ status: 404, code: 'trainers.athlete_not_found' })
    const list = await gym.door.ask('GET', '/v1/trainer/athletes', { token: gym.coach.accessToken })
    expect(list.json<{ items: { id: string }[] }>().items.map((each) => each.id)).not.toContain(id)
  }
  const [ended, timed, left, withdrawn] = [
    await gym.give(),
    await gym.give({ endsAt: '2026-03-02T18:03:00Z' }),
    await gym.give(),
    await gym.give(),
  ]
  for (const grant of [ended, timed, left, withdrawn]) {
    await take(gym, grant.code)
    expect((await gym.look(grant.id, 'workouts')).statusCode).toBe(200)
  }
  expect((await gym.door.ask('DELETE', `/v1/grants/${ended.id}`, { token })).statusCode).toBe(204)
  await gone(ended)
  const { accessToken } = gym.coach
  expect((await gym.door.ask('DELETE', `/v1/trainer/athletes/${left.id}`, { token: accessToken })).statusCode).toBe(204)
  await gone(left)
  ctx.clock.advance(2 * 60_000)
  expect((await gym.look(timed.id, 'workouts')).statusCode).toBe(200)
  ctx.clock.advance(60_000)
  await gone(timed)
  await gym.door.ask('DELETE', '/v1/consents?purpose=trainer_sharing', { token })
  await gone(withdrawn)
})

test('with every filter forgotten, the database shows a look only what its grant shows, and lets it write nothing', async ({
  ctx,
  gym,
}) => {
  const grant = await gym.give({ seenFrom: '2026-02-15T00:00:00Z' })
  await take(gym, grant.code)
  const trainerId = gym.coach.account.id as AccountId
  const look = (by: AccountId, grantId = grant.id) => ({ kind: 'look', trainerId: by, grantId: grantId as TrainerGrantId }) as const
  const rows = (actor: ReturnType<typeof look>, table: 'workout' | 'performed_set' | 'diary_entry' | 'movement') =>
    actingAs(
      ctx,
      actor,
      async ({ db }) => (await db.selectFrom(table).select('athlete_id').where('athlete_id', 'is not', null).execute()).length,
    )
  expect([await rows(look(trainerId), 'workout'), await rows(look(trainerId), 'performed_set')]).toEqual([1, 1])
  expect([await rows(look(trainerId), 'movement'), await rows(look(trainerId), 'diary_entry')]).toEqual([1, 0])
  const others = [look(gym.ann.account.id as AccountId), look(trainerId, uuid<TrainerGrantId>(0xdead))]
  for (const other of others) expect([await rows(other, 'workout'), await rows(other, 'movement')]).toEqual([0, 0])
  for (const table of ['account', 'athlete', 'login_session', 'goal', 'routine', 'gym', 'audit_entry', 'recommendation', 'import_file']) {
    const read = actingAs(ctx, look(trainerId), ({ db }) => sql`select from ${sql.table(table)}`.execute(db))
    await expect(read, table).rejects.toMatchObject({ code: '42501' })
  }
  for (const table of ['workout', 'performed_set', 'movement', 'program', 'diary_entry', 'pain_constraint', 'trainer_grant']) {
    const write = actingAs(ctx, look(trainerId), ({ db }) => sql`delete from ${sql.table(table)}`.execute(db))
    await expect(write, table).rejects.toMatchObject({ code: '42501' })
  }
})

test('a code is for one trainer and one week, is no use to Ann herself, and says nothing of who is here', async ({ ctx, gym }) => {
  const grant = await gym.give()
  expect((await grants(gym))[0]).toMatchObject({ state: 'open', code: grant.code })
  const refused = { status: 404, code: 'trainers.code_not_found' }
  expect((await take(gym, 'no such code')).json()).toMatchObject(refused)
  expect((await take(gym, ` ${grant.code} `)).statusCode).toBe(201)
  expect((await take(gym, grant.code)).json()).toMatchObject(refused)
  expect((await grants(gym))[0]).not.toHaveProperty('code')
  const late = await gym.give()
  ctx.clock.advance(8 * 60_000)
  await ctx.db
    .updateTable('trainer_grant')
    .set({ code_expires_at: new Date('2026-03-02T18:01:00Z') })
    .where('id', '=', late.id)
    .execute()
  expect((await take(gym, late.code)).json()).toMatchObject(refused)
})

test('the same grant given twice is one, and none is given before sharing was agreed to', async ({ gym }) => {
  const said = { id: uuid(0xb001), shownAs: 'Ann', kinds: ['workouts', 'programs'] }
  const [first, again] = [await gym.give(said), await gym.give(said)]
  expect(again).toEqual(first)
  const { accessToken: token } = gym.ann
  await gym.door.ask('DELETE', '/v1/consents?purpose=trainer_sharing', { token })
  expect(await gym.give()).toMatchObject({
    status: 403,
    code: 'privacy.consent_required',
    facts: { purpose: 'trainer_sharing', version: 1 },
  })
  const old = await gym.door.ask('PUT', '/v1/consents', { token, body: { purpose: 'trainer_sharing', version: 0 } })
  expect(old.json()).toMatchObject({ status: 409, code: 'privacy.consent_outdated' })
  expect((await gym.door.ask('GET', '/v1/consents', { token })).json()).toMatchObject({
    items: [{ purpose: 'trainer_sharing', version: 1, withdrawnAt: expect.any(String) as string }],
  })
})

test('every look is in Ann’s audit log, with the kind of data and the role, and no value', async ({ gym }) => {
  const grant = await gym.give({ kinds: ['workouts', 'body_weight'] })
  await take(gym, grant.code)
  await gym.look(grant.id, 'body-weights')
  await gym.look(grant.id, 'recovery')
  const audit = await gym.door.ask('GET', '/v1/me/audit', { token: gym.ann.accessToken })
  const { items } = audit.json<{ items: { act: string; as: string; facts: object; by?: object }[] }>()
  expect(items.slice(0, 3).map(({ act, as, facts }) => ({ act, as, facts }))).toEqual([
    { act: 'trainers.looked', as: 'trainer', facts: { kind: 'body_weight' } },
    { act: 'trainers.taken', as: 'trainer', facts: { kinds: ['workouts', 'body_weight'] } },
    expect.objectContaining({ act: 'trainers.granted', as: 'athlete' }),
  ])
  expect(audit.body).not.toMatch(/81\.4|coach@/)
})

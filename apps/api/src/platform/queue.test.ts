import { Problem } from '@gymgenius/contracts'
import type { AthleteId, ImportId } from '@gymgenius/domain'
import { anAthlete } from '../testing/builders.ts'
import { expect, test } from '../testing/test.ts'
import { actingAs, announce, type Ctx, inTransaction, request, system } from './context.ts'
import { doChore } from './chores.ts'
import { claimDeliveries, markDone, outboxHealth, retryLater } from './outbox.ts'
import { deliverDue } from './queue.ts'
import { knownBy, requestHere } from './request-here.ts'
import type { Room } from './room.ts'

const work = { athleteId: 'a' as AthleteId, importId: 'i' as ImportId }
const jobRoom = (run: (ctx: Ctx, payload: typeof work) => Promise<void>): Room => ({ name: 'imports', jobs: { 'imports.commit': run } })
const settings = (...rooms: Room[]) => ({ rooms, rng: () => 0.5 })
const rows = (ctx: Ctx) => ctx.db.selectFrom('outbox').selectAll().orderBy('id').execute()

test('a fact reaches every room that listens, after it happened', async ({ ctx }) => {
  const heard: string[] = []
  const listener = (name: string): Room => ({
    name,
    listens: {
      'accounts.account_opened': async (ctx, { accountId }) => {
        const found = await ctx.db.selectFrom('athlete').select('id').where('id', '=', accountId).execute()
        heard.push(`${name} found ${found.length}`)
      },
    },
  })
  await inTransaction(ctx, async (ctx) => announce(ctx, 'accounts.account_opened', { accountId: await anAthlete(ctx) }))
  expect(await deliverDue(ctx, settings(listener('one'), listener('two')))).toBe(1)
  expect(heard).toEqual(['one found 1', 'two found 1'])
  expect(await deliverDue(ctx, settings(listener('one'), listener('two')))).toBe(0)
})

test('what was asked in a unit that failed is never done', async ({ ctx }) => {
  const failing = inTransaction(ctx, async (ctx) => {
    await request(ctx, 'imports.commit', work)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await rows(ctx)).toEqual([])
})

test('a job that fails is tried five times, each pause four times as long, and then kept with its reason', async ({ ctx }) => {
  await request(ctx, 'imports.commit', work)
  let tries = 0
  const room = jobRoom(async () => {
    tries++
    throw new Error('the disk is full')
  })
  const pauses: number[] = []
  for (let i = 0; i < 8; i++) {
    await deliverDue(ctx, settings(room))
    const [row] = await rows(ctx)
    if (row!.dead_at !== null) break
    const pause = row!.due_at.getTime() - ctx.clock.now()
    pauses.push(pause / 1000)
    ctx.clock.advance(pause - 1)
    expect(await deliverDue(ctx, settings(room))).toBe(0)
    ctx.clock.advance(1)
  }
  expect({ tries, pauses }).toEqual({ tries: 5, pauses: [1, 4, 16, 64] })
  expect((await rows(ctx))[0]).toMatchObject({ attempts: 5, last_error: 'the disk is full', done_at: null })
  expect(await outboxHealth(ctx.db, ['job:imports.commit'], ctx.clock.now())).toMatchObject({ waiting: 0, dead: 1 })
})

test('a job that can never succeed is not tried again', async ({ ctx }) => {
  await request(ctx, 'imports.commit', work)
  const room = jobRoom(() => Promise.reject(new Problem('imports.not_found')))
  expect(await deliverDue(ctx, settings(room))).toBe(1)
  expect((await rows(ctx))[0]).toMatchObject({ attempts: 1, last_error: 'No such import' })
  expect((await rows(ctx))[0]!.dead_at).not.toBeNull()
})

test('one poisoned job does not hold up the others', async ({ ctx }) => {
  const done: string[] = []
  for (const importId of ['poison', 'good', 'better'] as ImportId[]) await request(ctx, 'imports.commit', { ...work, importId })
  const room = jobRoom(async (_, { importId }) => {
    if (importId === ('poison' as ImportId)) throw new Error('poison')
    done.push(importId)
  })
  await deliverDue(ctx, settings(room))
  expect(done).toEqual(['good', 'better'])
})

test('a job that hangs counts as failed after its time', async ({ ctx }) => {
  await request(ctx, 'imports.commit', work)
  await deliverDue(ctx, { ...settings(jobRoom(() => new Promise(() => {}))), timeoutMs: 20 })
  expect((await rows(ctx))[0]).toMatchObject({ attempts: 1, last_error: 'took longer than 0.02 s', dead_at: null })
})

test('what a dead process was delivering is given to another when its lease ends, and not before', async ({ ctx }) => {
  await request(ctx, 'imports.commit', work)
  const now = ctx.clock.now()
  const later = (now + 10_000) as typeof now
  const topics = ['job:imports.commit']
  expect(await claimDeliveries(ctx.db, topics, 5, now, later)).toHaveLength(1)
  expect(await claimDeliveries(ctx.db, topics, 5, now, later)).toEqual([])
  expect(await claimDeliveries(ctx.db, topics, 5, later, later)).toMatchObject([{ attempts: 2 }])
})

test('a job that kills its process every time is given up', async ({ ctx }) => {
  await request(ctx, 'imports.commit', work)
  for (let i = 0; i < 5; i++) await claimDeliveries(ctx.db, ['job:imports.commit'], 1, ctx.clock.now(), ctx.clock.now())
  let ran = false
  await deliverDue(
    ctx,
    settings(
      jobRoom(async () => {
        ran = true
      }),
    ),
  )
  expect(ran).toBe(false)
  expect((await rows(ctx))[0]).toMatchObject({ last_error: 'the process died at every try' })
})

test('a fact that no room listens to waits a day for a newer version that may, and is done', async ({ ctx }) => {
  await announce(ctx, 'accounts.account_opened', { accountId: 'a' as AthleteId })
  await deliverDue(ctx, settings())
  expect((await rows(ctx))[0]!.done_at).toBeNull()
  ctx.clock.advance(25 * 3_600_000)
  await deliverDue(ctx, settings())
  expect((await rows(ctx))[0]!.done_at).not.toBeNull()
})

test('two versions at once: what only the newer one knows is left to it', async ({ ctx }) => {
  await announce(ctx, 'accounts.account_opened', { accountId: 'a' as AthleteId })
  await request(ctx, 'imports.commit', work)
  const heard: string[] = []
  const newer: Room[] = [
    { name: 'accounts', listens: { 'accounts.account_opened': async () => void heard.push('fact') } },
    jobRoom(async () => void heard.push('job')),
  ]
  expect(await deliverDue(ctx, settings())).toBe(0) // the older one
  expect(await deliverDue(ctx, settings(...newer))).toBe(2)
  expect(heard.sort()).toEqual(['fact', 'job'])
})

test('F20 who lost a row to another while it hung has no say in it any more', async ({ ctx }) => {
  await request(ctx, 'imports.commit', work)
  const topics = ['job:imports.commit']
  const now = ctx.clock.now()
  const [slow] = await claimDeliveries(ctx.db, topics, 1, now, now)
  const [quick] = await claimDeliveries(ctx.db, topics, 1, now, now)
  await markDone(ctx.db, slow!, now)
  await retryLater(ctx.db, slow!, now, 'too late')
  expect((await rows(ctx))[0]).toMatchObject({ done_at: null, last_error: null })
  await markDone(ctx.db, quick!, now)
  expect((await rows(ctx))[0]!.done_at).not.toBeNull()
})

test('what a request asks for is known by its id until it is done', async ({ ctx }) => {
  await knownBy('from-the-phone', () => request(ctx, 'imports.commit', work))
  let seen: string | undefined
  await deliverDue(ctx, settings(jobRoom(async () => void (seen = requestHere()))))
  expect(seen).toBe('from-the-phone')
  expect((await rows(ctx))[0]).toMatchObject({ request_id: 'from-the-phone' })
})

test('a chore is done once a period, whoever asks', async ({ ctx }) => {
  let count = 0
  const chore = {
    name: 'logging.close_silent',
    everySeconds: 60,
    run: async () => {
      count++
    },
  }
  const again = await doChore(ctx, chore)
  expect(again - ctx.clock.now()).toBe(60_000)
  expect(await doChore(ctx, chore)).toBe(again)
  ctx.clock.advance(60_000)
  await doChore(ctx, chore)
  expect(count).toBe(2)
})

test('a chore that has more to do is due again at once', async ({ ctx }) => {
  let left = 2
  const chore = { name: 'learning.keep_up', everySeconds: 60, run: async () => (--left > 0 ? ('more' as const) : undefined) }
  expect((await doChore(ctx, chore)) - ctx.clock.now()).toBe(0)
  expect((await doChore(ctx, chore)) - ctx.clock.now()).toBe(60_000)
})

test('a chore that fails says why and is due again', async ({ ctx }) => {
  await doChore(ctx, { name: 'logging.close_silent', everySeconds: 60, run: () => Promise.reject(new Error('no')) })
  const chores = await actingAs(ctx, system, (ctx) => ctx.db.selectFrom('chore').selectAll().execute())
  expect(chores).toMatchObject([{ last_error: 'Error: no', leased_until: null }])
})

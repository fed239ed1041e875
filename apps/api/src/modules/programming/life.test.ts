import { Agenda, Patch, Program, WhatIf } from '@gymgenius/contracts'
import type { MovementId } from '@gymgenius/domain'
import { deliverDue } from '../../platform/queue.ts'
import { rooms } from '../../rooms.ts'
import { anAthlete } from '../../testing/builders.ts'
import { type Caller, expect, type StillWorld, test } from '../../testing/test.ts'

const asked = {
  goals: [
    { goal: 'strength', weight: 6 },
    { goal: 'hypertrophy', weight: 4 },
  ],
  daysPerWeek: 3,
  weeks: 4,
  minutes: 60,
  experience: 'intermediate',
  gym: 'full',
}

interface Item {
  movementId: MovementId
  movement: string
  sets: { kind?: string }[]
}
interface Day {
  session: number
  name: string
  minutes: number
  sections: Record<'warm_up' | 'main' | 'accessory' | 'finisher' | 'cool_down', Item[]>
}

async function begun(api: Caller, more: object = {}) {
  const program = (await api.post('/v1/programs', { ...asked, ...more })).json()
  const agenda = (await api.put(`/v1/programs/${program.id}/enrolment`, {})).json()
  const day = (session: number): Day =>
    program.weeks.flatMap(({ days }: { days: Day[] }) => days).find((one: Day) => one.session === session)!
  return { id: program.id as string, program, agenda, day }
}

const change = (api: Caller, id: string, said: object) => api.post(`/v1/programs/${id}/changes`, { change: said })
const agendaOf = async (api: Caller, id: string) => (await api.get(`/v1/programs/${id}/agenda`)).json()
const days = (agenda: { items: { day?: string }[] }) => agenda.items.map(({ day }) => day?.slice(5))
const statuses = (agenda: { items: { status: string }[] }) => agenda.items.map(({ status }) => status[0]).join('')
const told = async (ctx: StillWorld) => deliverDue(ctx, { rooms, rng: () => 0.5 })

/** Sets of all muscles in one week. */
const sum = (volume: Record<string, number[]>, week: number) => Object.values(volume).reduce((total, sets) => total + sets[week]!, 0)

/** Does a session as it is planned, from its plan on the phone. */
async function train(api: Caller, id: string, session: number, share = 1, { loadKg = 40, reps = 8, rir = 2 } = {}) {
  const { workout, routineId } = (await api.post(`/v1/programs/${id}/sessions/${session}/start`, {})).json()
  const routine = (await api.get(`/v1/routines/${routineId}`)).json()
  const sets = routine.items.flatMap(({ movementId, sets }: Item) => sets.filter(({ kind }) => kind !== 'warm_up').map(() => movementId))
  for (const movementId of sets.slice(0, Math.ceil(sets.length * share)))
    await api.post('/v1/sets', { workoutId: workout.id, movementId, kind: 'working', loadKg, reps, rir })
  return workout.id as string
}
const finish = (api: Caller, workoutId: string) =>
  api.patch(`/v1/workouts/${workoutId}`, { endedAt: new Date(api.app.ctx.clock.now()).toISOString() })

test('a program that is begun lies on the days that follow, and its next sessions are plans on the phone', async ({ api }) => {
  const { id, agenda, day } = await begun(api)
  expect(Agenda.safeParse(agenda).error?.issues).toBeUndefined()
  expect(days(agenda).slice(0, 4)).toEqual(['03-02', '03-04', '03-06', '03-09'])
  expect(statuses(agenda)).toBe('nppppppppppp')
  const { routines } = (await api.get('/v1/sync')).json()
  expect(routines.map(({ program }: { program: { session: number; day: string } }) => [program.session, program.day])).toEqual([
    [1, '2026-03-02'],
    [2, '2026-03-04'],
    [3, '2026-03-06'],
    [4, '2026-03-09'],
    [5, '2026-03-11'],
  ])
  expect(routines[0]).toMatchObject({ name: day(1).name, folder: 'Strength, 4 weeks' })
  const planned = Object.values(day(1).sections).flat()
  expect(routines[0].items.map(({ movementId }: Item) => movementId)).toEqual(planned.map(({ movementId }) => movementId))
  expect(JSON.stringify(routines[0].items)).not.toContain('loadKg')
  expect((await api.get('/v1/programs/next')).json().next).toMatchObject({ programId: id, week: 1, session: { session: 1 } })
})

test('a finished workout does its session, and the phone gets the one after the last it has', async ({ api, ctx }) => {
  const { id } = await begun(api)
  const workoutId = await train(api, id, 1)
  await finish(api, workoutId)
  await told(ctx)
  const agenda = await agendaOf(api, id)
  expect(statuses(agenda)).toBe('dnpppppppppp')
  expect(agenda.items[0]).toMatchObject({ workoutId, day: '2026-03-02' })
  const { items } = (await api.get('/v1/routines')).json()
  expect(items.map(({ program }: { program: { session: number } }) => program.session)).toEqual([2, 3, 4, 5, 6])
  expect((await api.get(`/v1/programs/${id}`)).json()).toMatchObject({ sessionsDone: 1, state: 'active' })
  await api.delete(`/v1/workouts/${workoutId}`)
  expect(statuses(await agendaOf(api, id))).toBe('nppppppppppp')
})

test('a workout with hardly a set does not do its session', async ({ api, ctx }) => {
  const { id } = await begun(api)
  await finish(api, await train(api, id, 1, 0.1))
  await told(ctx)
  expect(statuses(await agendaOf(api, id))).toBe('nppppppppppp')
})

test('a workout that fell silent moves the plan on by a day of rest, once, told and undoable', async ({ api, ctx }) => {
  const { id } = await begun(api)
  await train(api, id, 1)
  ctx.clock.advance(31 * 60_000)
  await api.get('/v1/today')
  await told(ctx)
  const agenda = await agendaOf(api, id)
  expect(statuses(agenda)).toBe('dnpppppppppp')
  expect(days(agenda).slice(0, 3)).toEqual(['03-02', '03-05', '03-07'])
  const [patch] = (await api.get(`/v1/programs/${id}/changes`)).json().items
  expect(patch).toMatchObject({
    author: 'engine',
    state: 'applied',
    reason: { code: 'workout_expired', facts: { session: 2 } },
    canUndo: true,
  })
  await api.post(`/v1/programs/${id}/changes/${patch.id}/undo`)
  expect(days(await agendaOf(api, id)).slice(0, 3)).toEqual(['03-02', '03-04', '03-06'])
})

test('a missed day loses nothing: what was next stays next, and how late it is, is told', async ({ api, ctx }) => {
  const { id } = await begun(api)
  ctx.clock.advance(3 * 86_400_000)
  const agenda = await agendaOf(api, id)
  expect(agenda.items[0]).toMatchObject({ status: 'next', day: '2026-03-05', daysLate: 3 })
  expect(days(agenda).slice(1, 3)).toEqual(['03-07', '03-09'])
})

test('thirty-five minutes: the session is planned again, what went is shown, and undo brings back every byte', async ({ api }) => {
  const { id, day } = await begun(api)
  const asIs = (await api.get(`/v1/programs/${id}`)).json()
  const what = (await api.post(`/v1/programs/${id}/what-if`, { change: { kind: 'fit', session: 1, minutes: 35 } })).json()
  expect(WhatIf.safeParse(what).error?.issues).toBeUndefined()
  expect(what.sessions[0].minutes).toBeLessThanOrEqual(37)
  expect(what.sessions[0].sections.main.length).toBeGreaterThan(0)
  expect(what.notices.some(({ code }: { code: string }) => code.startsWith('cut_'))).toBe(true)
  expect((await api.get(`/v1/programs/${id}`)).json()).toEqual(asIs)
  const { patch, program } = (await change(api, id, { kind: 'fit', session: 1, minutes: 35 })).json()
  expect(Patch.safeParse(patch).error?.issues).toBeUndefined()
  expect(Program.safeParse(program).error?.issues).toBeUndefined()
  expect(program.weeks[0].days[0]).toEqual(what.sessions[0])
  const shorter = (await api.get('/v1/routines')).json().items[0]
  expect(shorter.items.length).toBeLessThan(Object.values(day(1).sections).flat().length)
  const back = (await api.post(`/v1/programs/${id}/changes/${patch.id}/undo`)).json()
  expect(JSON.stringify(back.program.weeks)).toBe(JSON.stringify(asIs.weeks))
  expect(back.patch).toMatchObject({ state: 'undone', canUndo: false })
})

test('sessions are moved, pinned, left out, taken up again and put off, and each can be undone on its own', async ({ api }) => {
  const { id, agenda } = await begun(api)
  const order = async () => (await agendaOf(api, id)).items.map(({ session }: { session: number }) => session).slice(0, 4)
  const moved = (await change(api, id, { kind: 'move', session: 3, before: 1 })).json()
  expect(moved.patch.diff).toEqual([{ code: 'session_moved', facts: { session: 3, before: 1 } }])
  expect(await order()).toEqual([3, 1, 2, 4])
  await change(api, id, { kind: 'skip', session: 1 })
  await change(api, id, { kind: 'pin', session: 2, day: '2026-03-08' })
  await change(api, id, { kind: 'rest', session: 4, days: 2 })
  const after = await agendaOf(api, id)
  expect(statuses(after).slice(0, 4)).toBe('nspp')
  expect(days(after).slice(0, 4)).toEqual(['03-02', undefined, '03-08', '03-13'])
  expect((await api.get('/v1/routines')).json().items.map(({ program }: { program: { session: number } }) => program.session)).toEqual([
    3, 2, 4, 5, 6,
  ])
  const { items } = (await api.get(`/v1/programs/${id}/changes`)).json()
  expect(items.map(({ number, canUndo }: { number: number; canUndo: boolean }) => [number, canUndo])).toEqual([
    [4, true],
    [3, true],
    [2, true],
    [1, true],
  ])
  for (const { id: patch } of items.toReversed()) expect((await api.post(`/v1/programs/${id}/changes/${patch}/undo`)).statusCode).toBe(200)
  expect((await agendaOf(api, id)).items.map(({ day }: { day: string }) => day)).toEqual(
    agenda.items.map(({ day }: { day: string }) => day),
  )
})

test('what would be no different is no change: a day or a rest it has already, a lighter week made lighter', async ({ api }) => {
  const { id } = await begun(api)
  const refused = { code: 'programming.nothing_left' }
  expect((await change(api, id, { kind: 'pin', session: 2, day: null })).json()).toMatchObject(refused)
  expect((await change(api, id, { kind: 'rest', session: 2, days: 0 })).json()).toMatchObject(refused)
  const { program: light } = (await change(api, id, { kind: 'deload' })).json()
  expect((await change(api, id, { kind: 'deload' })).json()).toMatchObject(refused)
  expect((await change(api, id, { kind: 'deload', days: 14 })).json().program.weeks[0]).toEqual(light.weeks[0])
})

test('a day that has passed is nobody’s to come', async ({ api }) => {
  const { id } = await begun(api)
  const reply = await change(api, id, { kind: 'pin', session: 2, day: '2026-02-28' })
  expect(reply.json()).toMatchObject({ code: 'request.invalid', facts: { errors: [{ pointer: '/change/day' }] } })
  expect((await change(api, id, { kind: 'pin', session: 2, day: '2026-03-02' })).statusCode).toBe(201)
})

test('what is merged into a session that was left out is trained', async ({ api }) => {
  const { id } = await begun(api)
  await change(api, id, { kind: 'skip', session: 2 })
  await change(api, id, { kind: 'merge', session: 2, with: 3 })
  expect(statuses(await agendaOf(api, id)).slice(0, 4)).toBe('npsp')
})

test('undo brings back what was asked for, and what is made anew keeps to that', async ({ api }) => {
  const { id, program } = await begun(api)
  const { patch } = (await change(api, id, { kind: 'days', daysPerWeek: 4 })).json()
  expect((await api.get(`/v1/programs/${id}`)).json().request).toMatchObject({ daysPerWeek: 4 })
  const undone = (await api.post(`/v1/programs/${id}/changes/${patch.id}/undo`)).json()
  expect(undone.program).toMatchObject({ request: program.request, weeks: program.weeks })
  const again = (await api.post(`/v1/programs/${id}/regenerate`, { request: { weeks: 2 } })).json()
  expect(again.weeks.map(({ days }: { days: Day[] }) => days.length)).toEqual([3, 3])
})

test('what a later change stands on cannot be undone before it', async ({ api }) => {
  const { id } = await begun(api)
  const first = (await change(api, id, { kind: 'move', session: 3, before: 1 })).json().patch.id
  await change(api, id, { kind: 'move', session: 5, before: 1 })
  const refused = await api.post(`/v1/programs/${id}/changes/${first}/undo`)
  expect(refused.json()).toMatchObject({ status: 409, code: 'programming.patch_conflict' })
})

test('a swap tells its consequences, everywhere or here, and the load is the engine’s to find', async ({ api }) => {
  const { id, day } = await begun(api)
  const from = day(1).sections.main[0]!
  const to = day(2).sections.main[0]!
  const said = { kind: 'swap', session: 1, movementId: from.movementId, toMovementId: to.movementId, everywhere: true }
  const { diff } = (await api.post(`/v1/programs/${id}/what-if`, { change: said })).json()
  expect(diff[0]).toEqual({ code: 'movement_swapped', facts: { session: 1, before: from.movement, after: to.movement } })
  const { program } = (await change(api, id, said)).json()
  expect(JSON.stringify(program.weeks)).not.toContain(from.movementId)
  expect((await change(api, id, { ...said, session: 2 })).json()).toMatchObject({ code: 'programming.nothing_left' })
})

test('a session says what it takes with another movement in it, and undone what it took before', async ({ api }) => {
  const { id, day } = await begun(api)
  const curl = (await api.get('/v1/movements?q=Bicep Curl (Barbell)')).json().items[0]
  for (const session of [1, 2, 3]) {
    const said = { kind: 'swap', session, movementId: day(session).sections.main[0]!.movementId, toMovementId: curl.id, everywhere: false }
    const { program, patch } = (await change(api, id, said)).json()
    const { minutes } = program.weeks[0].days[session - 1]
    expect(minutes).toBe(Math.round(program.report.sessions[session - 1].kpis.time.value))
    expect(minutes).not.toBe(day(session).minutes)
    const back = (await api.post(`/v1/programs/${id}/changes/${patch.id}/undo`)).json()
    expect(back.program.weeks[0].days[session - 1]).toEqual(day(session))
  }
})

test('two sessions become one in the time of one', async ({ api }) => {
  const { id, day } = await begun(api)
  const { program } = (await change(api, id, { kind: 'merge', session: 1, with: 2 })).json()
  const merged: Day = program.weeks[0].days[0]
  expect(merged.minutes).toBeLessThanOrEqual(1.05 * Math.max(day(1).minutes, day(2).minutes) + 1)
  const names = merged.sections.main.map(({ movement }) => movement)
  expect(names).toEqual(expect.arrayContaining([day(1).sections.main[0]!.movement, day(2).sections.main[0]!.movement]))
  expect(statuses(await agendaOf(api, id)).slice(0, 3)).toBe('nsp')
})

test('what if I deload now, skip one, add a day, change the split: volume is shown before anything is decided', async ({ api }) => {
  const { id } = await begun(api)
  const ask = async (said: object) => {
    const reply = await api.post(`/v1/programs/${id}/what-if`, { change: said })
    expect(reply.statusCode, reply.body).toBe(200)
    return reply.json()
  }
  const relief = await ask({ kind: 'deload' })
  expect(sum(relief.volumeAfter, 0)).toBeLessThan(0.65 * sum(relief.volumeBefore, 0))
  expect(sum(relief.volumeAfter, 0)).toBeGreaterThan(0.35 * sum(relief.volumeBefore, 0)) // never full rest
  for (const { sections } of relief.sessions) expect(sections.main.length).toBeGreaterThan(0)
  const skipped = await ask({ kind: 'skip', session: 2 })
  expect(sum(skipped.volumeAfter, 0)).toBeLessThan(sum(skipped.volumeBefore, 0))
  const more = await ask({ kind: 'days', daysPerWeek: 4 })
  expect(more.weeksAfter).toEqual([1, 2, 3, 4])
  const split = await ask({ kind: 'split', split: 'upper_lower', daysPerWeek: 4 })
  expect(split.diff[0]).toMatchObject({ code: 'weeks_replaced', facts: { sessionsBefore: 12, sessionsAfter: 16 } })
  expect((await api.get(`/v1/programs/${id}/changes`)).json().items).toEqual([])
})

test('what is done stays when the rest is made again, by another split too; and undo brings it all back', async ({ api, ctx }) => {
  const { id, program } = await begun(api)
  await finish(api, await train(api, id, 1))
  await told(ctx)
  const asIs = (await api.get(`/v1/programs/${id}`)).json()
  const again = (await api.post(`/v1/programs/${id}/regenerate`, {})).json()
  expect(again.weeks[0].days[0]).toEqual(program.weeks[0].days[0])
  expect(JSON.stringify(again.weeks)).not.toBe(JSON.stringify(program.weeks))
  const one = (await api.post(`/v1/programs/${id}/regenerate`, { sessions: [4], request: { seed: 99 } })).json()
  const changed = one.weeks.flatMap(({ days }: { days: Day[] }, w: number) =>
    days.filter((day, d) => JSON.stringify(day) !== JSON.stringify(again.weeks[w].days[d])).map(({ session }) => session),
  )
  expect(changed).toEqual([4])
  const { program: split } = (await change(api, id, { kind: 'split', split: 'upper_lower', daysPerWeek: 4 })).json()
  expect(split.weeks.map(({ days }: { days: Day[] }) => days.length)).toEqual([3, 4, 4, 4])
  expect(new Set(split.weeks.flatMap(({ days }: { days: Day[] }) => days.map(({ session }) => session))).size).toBe(15)
  for (const { id: patch } of (await api.get(`/v1/programs/${id}/changes`)).json().items)
    await api.post(`/v1/programs/${id}/changes/${patch}/undo`)
  expect((await api.get(`/v1/programs/${id}`)).json().weeks).toEqual(asIs.weeks)
  expect((await api.post(`/v1/programs/${id}/regenerate`, { sessions: [1] })).json()).toMatchObject({ code: 'programming.nothing_left' })
})

test('a session that is done is not planned again', async ({ api, ctx }) => {
  const { id } = await begun(api)
  await finish(api, await train(api, id, 1))
  await told(ctx)
  for (const said of [
    { kind: 'skip', session: 1 },
    { kind: 'fit', session: 1, minutes: 30 },
    { kind: 'move', session: 2, before: 1 },
  ])
    expect((await change(api, id, said)).json()).toMatchObject({ code: 'programming.session_done' })
  expect((await change(api, id, { kind: 'skip', session: 99 })).json()).toMatchObject({ code: 'programming.session_not_found' })
})

test('where strength falls after weeks of training a lighter week is proposed, and done only when the lifter says so', async ({
  api,
  ctx,
}) => {
  const { id } = await begun(api, { weeks: 10, experience: 'novice', daysPerWeek: 3 })
  const proposals = async () => (await api.get(`/v1/programs/${id}/changes`)).json().items
  const evening = async (session: number, said: object) => {
    await finish(api, await train(api, id, session, 1, said))
    await told(ctx)
    ctx.clock.advance(2 * 86_400_000)
  }
  for (let session = 1; session <= 13; session++) await evening(session, { loadKg: 60, reps: 8, rir: 2 })
  expect(await proposals()).toEqual([])
  for (let session = 14; session <= 16; session++) await evening(session, { loadKg: 50, reps: 4, rir: 0 })
  const [proposal, ...others] = await proposals()
  expect(others).toEqual([])
  expect(proposal).toMatchObject({ author: 'engine', state: 'proposed', canUndo: false, reason: { code: 'deload_advised' } })
  expect(Object.keys(proposal.reason.facts)).toContain('strength_falls')
  const before = (await api.get(`/v1/programs/${id}`)).json()
  expect((await agendaOf(api, id)).proposals).toBe(1)
  const decided = (await api.post(`/v1/programs/${id}/changes/${proposal.id}/decision`, { accept: true })).json()
  expect(decided.patch).toMatchObject({ state: 'applied', canUndo: true })
  expect(JSON.stringify(decided.program.weeks)).not.toBe(JSON.stringify(before.weeks))
  const back = (await api.post(`/v1/programs/${id}/changes/${proposal.id}/undo`)).json()
  expect(JSON.stringify(back.program.weeks)).toBe(JSON.stringify(before.weeks))
  await evening(17, { loadKg: 50, reps: 4, rir: 0 })
  const [again] = await proposals()
  await api.post(`/v1/programs/${id}/changes/${again.id}/decision`, { accept: false })
  await evening(18, { loadKg: 50, reps: 4, rir: 0 })
  expect((await proposals()).map(({ state }: { state: string }) => state)).toEqual(['refused', 'undone'])
})

test('another program that is begun takes the place of the one before, on the phone too; put down, it leaves', async ({ api }) => {
  const first = await begun(api)
  const second = await begun(api, { seed: 5 })
  const programs = async () => [
    ...new Set((await api.get('/v1/routines')).json().items.map(({ program }: { program: { programId: string } }) => program.programId)),
  ]
  expect(await programs()).toEqual([second.id])
  expect((await api.get(`/v1/programs/${first.id}`)).json().state).toBe('draft')
  expect((await api.delete(`/v1/programs/${second.id}/enrolment`)).statusCode).toBe(204)
  expect(await programs()).toEqual([])
  expect((await api.get('/v1/programs/next')).json()).toEqual({ next: null })
})

test('nobody reads, changes or begins another’s program', async ({ api }) => {
  const { id } = await begun(api)
  const { patch } = (await change(api, id, { kind: 'skip', session: 1 })).json()
  const bob = api.as(await anAthlete(api.app.ctx))
  const replies = [
    await bob.get(`/v1/programs/${id}/agenda`),
    await bob.get(`/v1/programs/${id}/changes`),
    await bob.put(`/v1/programs/${id}/enrolment`, {}),
    await change(bob, id, { kind: 'skip', session: 2 }),
    await bob.post(`/v1/programs/${id}/what-if`, { change: { kind: 'skip', session: 2 } }),
    await bob.post(`/v1/programs/${id}/changes/${patch.id}/undo`),
    await bob.post(`/v1/programs/${id}/sessions/1/start`, {}),
    await bob.post(`/v1/programs/${id}/regenerate`, {}),
    await bob.post(`/v1/programs/${id}/share`),
  ]
  for (const reply of replies) expect(reply.json()).toMatchObject({ status: 404, code: 'programming.program_not_found' })
})

import { createProgram, Goal } from '@gymgenius/contracts'
import { anAthlete } from '../../testing/builders.ts'
import { expect, test } from '../../testing/test.ts'

const squat = { kind: 'performance', title: 'Squat 140 kg', start: 120, target: 140, unit: 'kg', by: '2026-11-01' }

test('a goal that is said anew keeps what was said before, and check-ins tell how far it is', async ({ api }) => {
  const made = await api.post('/v1/goals', squat)
  expect(made.statusCode).toBe(201)
  const { id } = made.json()
  await api.post(`/v1/goals/${id}/check-ins`, { value: 125, note: 'felt light', at: '2026-02-01T10:00:00Z' })
  await api.post(`/v1/goals/${id}/check-ins`, { rating: 3 })
  await api.put(`/v1/goals/${id}`, { ...squat, target: 150 })
  const goal = (await api.put(`/v1/goals/${id}`, { ...squat, target: 150 })).json()
  expect(Goal.safeParse(goal).error?.issues).toBeUndefined()
  expect(goal).toMatchObject({
    state: 'open',
    current: { version: 2, target: 150 },
    earlier: [{ version: 1, target: 140 }],
    checkIns: [
      { rating: 3, kind: 'performance' },
      { value: 125, note: 'felt light' },
    ],
    progress: 0.167,
  })
  expect((await api.put(`/v1/goals/${id}`, { ...squat, target: 150, state: 'reached' })).json()).toMatchObject({
    state: 'reached',
    current: { version: 2 },
  })
})

test('losing is progress too, and nobody else sees any of it', async ({ api }) => {
  const { id } = (await api.post('/v1/goals', { kind: 'body_composition', title: '80 kg', start: 90, target: 80, unit: 'kg' })).json()
  expect((await api.post(`/v1/goals/${id}/check-ins`, { value: 84 })).json().progress).toBe(0.6)
  const bob = api.as(await anAthlete(api.app.ctx))
  for (const reply of [
    await bob.get(`/v1/goals/${id}`),
    await bob.put(`/v1/goals/${id}`, squat),
    await bob.post(`/v1/goals/${id}/check-ins`, { value: 1 }),
    await bob.delete(`/v1/goals/${id}`),
  ])
    expect(reply.json()).toMatchObject({ status: 404, code: 'goals.goal_not_found' })
  expect((await api.get('/v1/export')).json().goals.goals).toHaveLength(1)
  expect((await api.delete(`/v1/goals/${id}`)).statusCode).toBe(204)
  expect((await api.get('/v1/goals')).json()).toEqual({ items: [] })
})

test.for([
  [{ ...squat, title: ' ' }, '/title'],
  [{ ...squat, by: '2026-02-30' }, '/by'],
  [{ ...squat, kind: 'wish' }, '/kind'],
  [{ ...squat, goals: [{ goal: 'strength', weight: 4 }] }, '/goals'],
  [{ ...squat, target: 1e9 }, '/target'],
] as const)('%j is refused where it is wrong', async ([body, pointer], { api }) => {
  expect((await api.post('/v1/goals', body)).json()).toMatchObject({ status: 422, facts: { errors: [{ pointer }] } })
})

test.for([
  [squat, 422],
  [{ kind: 'body_composition', title: '80 kg', start: 90, target: 80, unit: 'kg' }, 422],
  [{ kind: 'body_composition', title: 'Lose 5 kg', start: 0, target: -5, unit: 'kg' }, 201],
  [{ kind: 'other', title: 'Colder mornings', target: 3, unit: '°C' }, 201],
] as const)('of %j less than nothing is checked in only where the measure can be so', async ([said, status], { api }) => {
  const { id } = (await api.post('/v1/goals', said)).json()
  const reply = await api.post(`/v1/goals/${id}/check-ins`, { value: -5 })
  expect(reply.statusCode).toBe(status)
  if (status === 422)
    expect(reply.json()).toMatchObject({ code: 'request.invalid', facts: { errors: [{ pointer: '/value', code: 'out_of_range' }] } })
  expect((await api.post(`/v1/goals/${id}/check-ins`, { value: 0 })).statusCode).toBe(201)
})

test('the year is laid out towards a contest, and a program is cut from each of its blocks', async ({ api }) => {
  await api.put('/v1/profile', { experience: 'advanced', schedule: { daysPerWeek: 4, minutes: 75 } })
  await api.post('/v1/goals', { kind: 'event', title: 'County meet', by: '2026-12-06' })
  const { blocks } = (await api.get('/v1/macrocycle?from=2026-03-02')).json()
  expect(blocks.map(({ emphasis }: { emphasis: string }) => emphasis).slice(0, 5)).toEqual(['base', 'size', 'strength', 'peak', 'recovery'])
  for (const { request, weeks } of blocks) {
    expect(createProgram.body.safeParse(request).error?.issues).toBeUndefined()
    expect(request).toMatchObject({ weeks, daysPerWeek: 4, minutes: 75 })
  }
  const made = (await api.post('/v1/programs', { ...blocks[3].request, gym: 'full' })).json()
  expect(made.weeks.at(-1)).toMatchObject({ block: 'taper' })
})

test('how somebody trains is said once, and programs are made by it', async ({ api }) => {
  expect((await api.get('/v1/profile')).json()).toEqual({})
  const profile = {
    experience: 'advanced',
    disciplines: { calisthenics: 5, powerlifting: 1 },
    skills: ['muscle-up'],
    cardioFinishers: false,
  }
  expect((await api.put('/v1/profile', profile)).json()).toEqual(profile)
  expect((await api.get('/settings/profile')).json()).toEqual(profile)
  const request = { goals: [{ goal: 'strength', weight: 10 }], daysPerWeek: 3, weeks: 2, minutes: 60 }
  const mine = (await api.post('/v1/programs', request)).json().weeks
  expect(
    (await api.post('/v1/programs', { ...request, experience: 'advanced', disciplines: profile.disciplines, finishers: false })).json()
      .weeks,
  ).toEqual(mine)
  expect((await api.put('/v1/profile', { heightCm: 12 })).json()).toMatchObject({ code: 'request.invalid' })
})

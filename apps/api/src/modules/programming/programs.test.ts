import { compilePlan, getProgram } from '@gymgenius/contracts'
import { anAthlete } from '../../testing/builders.ts'
import { type Caller, expect, test } from '../../testing/test.ts'
import { deliverDue } from '../../platform/queue.ts'
import { rooms } from '../../rooms.ts'
import { Usage } from '../../cli/command.ts'
import { planned } from '../../cli/plan.ts'
import { removeMovement } from '../movements/index.ts'

const compileReply = compilePlan.reply
const asked = {
  goals: [
    { goal: 'strength', weight: 6 },
    { goal: 'hypertrophy', weight: 3 },
    { goal: 'mobility', weight: 1 },
  ],
  split: 'full_body',
  daysPerWeek: 3,
  weeks: 8,
  minutes: 60,
  experience: 'novice',
  gym: 'full',
  seed: 7,
}
const GYM_FORMS = 'Give "full", or one of id (a gym of yours), items (what stands there) and equipment (the kinds of it)'
const make = async (api: Caller, more: object = {}) => {
  const reply = await api.post('/v1/programs', { ...asked, ...more })
  expect(reply.statusCode, reply.body).toBe(201)
  return reply.json()
}

test('a program that is asked of the API is the one that the command line makes, to the byte', async ({ api }) => {
  const made = await make(api)
  const { weeks, report } = JSON.parse(planned(JSON.stringify(asked)))
  expect(JSON.stringify({ weeks: made.weeks, report: made.report })).toBe(JSON.stringify({ weeks, report }))
  expect(made).toMatchObject({ status: 'ready', state: 'draft', weekCount: 8, sessions: 24, sessionsDone: 0, name: 'Strength, 8 weeks' })
  const kept = (await api.get(`/v1/programs/${made.id}`)).json()
  expect(kept).toEqual(made)
  expect(getProgram.reply.safeParse(kept).error?.issues).toBeUndefined()
})

test('what names nothing is told on the command line in a line, with what it named', () => {
  const movementId = '019caf80-0001-7000-8000-00000000dead'
  const rules = [{ rule: 'hard_no', movementId }]
  expect(() => planned(JSON.stringify({ ...asked, rules }))).toThrow(
    new Usage(`This request cannot be answered: No such movement\n  movementId  ${movementId}`),
  )
  const gym = { id: movementId }
  expect(() => planned(JSON.stringify({ ...asked, gym }))).toThrow(
    new Usage(`This request cannot be answered: No such gym\n  gymId  ${movementId}`),
  )
})

test('one that is made behind says where it stands, and is there when the work is done', async ({ api, ctx }) => {
  const reply = await api.post('/v1/programs', asked, { prefer: 'respond-async' })
  expect(reply.statusCode).toBe(202)
  const { id } = reply.json()
  expect((await api.get(`/v1/programs/${id}`)).json()).toMatchObject({ status: 'queued', weekCount: 0 })
  await deliverDue(ctx, { rooms, rng: () => 0.5 })
  expect((await api.get(`/v1/programs/${id}`)).json()).toMatchObject({ status: 'ready', weekCount: 8 })
})

test('one that cannot be made behind says why', async ({ api, ctx }) => {
  const gym = { id: '019caf80-0001-7000-8000-00000000dead' }
  const { id } = (await api.post('/v1/programs', { ...asked, gym }, { prefer: 'respond-async' })).json()
  await deliverDue(ctx, { rooms, rng: () => 0.5 })
  expect((await api.get(`/v1/programs/${id}`)).json()).toMatchObject({
    status: 'failed',
    failure: { code: 'equipment.gym_not_found', title: 'No such gym' },
  })
})

test('sent twice with an id of the client it is made once, and the id is taken for anything else', async ({ api }) => {
  const id = '019caf80-0001-7000-8000-000000000001'
  const first = await make(api, { id })
  expect(await make(api, { id })).toEqual(first)
  expect((await api.get('/v1/programs')).json().items).toHaveLength(1)
  expect((await api.post('/v1/programs', { ...asked, id, seed: 8 })).json()).toMatchObject({ code: 'logging.id_taken' })
  const bob = api.as(await anAthlete(api.app.ctx))
  expect((await bob.post('/v1/programs', { ...asked, id })).json()).toMatchObject({ code: 'programming.program_not_found' })
})

test('the lifter’s gym, rules and pains are obeyed where the request does not name them', async ({ api }) => {
  const all = await make(api, { gym: undefined })
  const movement = all.weeks[0].days[0].sections.main[0]
  await api.put(`/v1/rules/movements/${movement.movementId}`, { rule: 'hard_no' })
  await api.post('/v1/gyms', {
    name: 'Hotel',
    items: [{ id: 'd', kind: 'presence', equipment: 'dumbbell' }],
    chosenAt: '2026-03-01T10:00:00Z',
  })
  const mine = JSON.stringify((await make(api, { gym: undefined })).weeks)
  expect(mine).not.toContain(movement.movementId)
  expect(mine).not.toContain('Barbell')
  expect(JSON.stringify((await make(api, { rules: [] })).weeks)).toContain(movement.movementId)
})

test('programs are renamed, put away, listed by pages and deleted, and nobody else sees them', async ({ api }) => {
  const [a, b] = [await make(api, { name: 'Winter' }), await make(api, { seed: 9 })]
  await api.patch(`/v1/programs/${a.id}`, { name: 'Deep winter', state: 'archived' })
  expect((await api.get('/v1/programs?state=archived')).json().items).toMatchObject([{ id: a.id, name: 'Deep winter', state: 'archived' }])
  const page = (await api.get('/v1/programs?limit=1')).json()
  expect(page.items).toMatchObject([{ id: b.id }])
  expect((await api.get(`/v1/programs?limit=1&cursor=${page.nextCursor}`)).json().items).toMatchObject([{ id: a.id }])
  const bob = api.as(await anAthlete(api.app.ctx))
  expect((await bob.get('/v1/programs')).json().items).toEqual([])
  for (const reply of [await bob.get(`/v1/programs/${a.id}`), await bob.delete(`/v1/programs/${a.id}`)]) expect(reply.statusCode).toBe(404)
  const copy = (await api.get('/v1/export')).json()
  expect(copy.programming.programs.map(({ id }: { id: string }) => id)).toEqual([b.id, a.id])
  expect((await api.delete(`/v1/programs/${a.id}`)).statusCode).toBe(204)
  expect((await api.get(`/v1/programs/${a.id}`)).statusCode).toBe(404)
})

test('a shared plan brings the movements that its lifter made; whoever copies it has one of their own by that name, once', async ({
  api,
}) => {
  const mine = { name: 'Ann’s sled push', pattern: 'carry', equipment: 'other', laterality: 'bilateral', loadKind: 'external' }
  const { id: movementId } = (await api.post('/v1/movements', mine)).json()
  const { id, weeks } = await make(api, { weeks: 1 })
  const from = weeks[0].days[0].sections.main[0].movementId
  const change = { kind: 'swap', session: 1, movementId: from, toMovementId: movementId, everywhere: true }
  expect((await api.post(`/v1/programs/${id}/changes`, { change })).statusCode).toBeLessThan(300)
  const { path } = (await api.post(`/v1/programs/${id}/share`)).json()
  const bob = api.as(await anAthlete(api.app.ctx))
  const copies = []
  for (const copy of [
    '019caf80-0001-7000-8000-000000000003',
    '019caf80-0001-7000-8000-000000000004',
    '019caf80-0001-7000-8000-000000000004',
  ])
    copies.push((await bob.post(`${path}/copy`, { id: copy })).json())
  const [first, second, again] = copies.map(({ weeks }) =>
    weeks[0].days[0].sections.main.find(({ movement }: { movement: string }) => movement === mine.name),
  )
  expect(first.movementId).not.toBe(movementId)
  expect([second.movementId, again.movementId]).toEqual([first.movementId, first.movementId])
  expect((await bob.get(`/v1/movements/${first.movementId}`)).json()).toMatchObject({ name: mine.name, isCustom: true })
  await removeMovement(api.app.ctx, api.athleteId, movementId)
  const gone = await bob.post(`${path}/copy`, { id: '019caf80-0001-7000-8000-000000000005' })
  expect(gone.json()).toMatchObject({ status: 422, code: 'movements.unknown' })
})

test('a link shows the plan without signing in, nothing about the lifter, and ends when it is taken back', async ({ api }) => {
  const injured = await make(api, { injuries: [{ joint: 'shoulder', severity: 'moderate' }], startsOn: '2026-03-02' })
  const { token, path } = (await api.post(`/v1/programs/${injured.id}/share`)).json()
  expect(token.length).toBeGreaterThanOrEqual(32)
  const seen = await api.as(undefined).get(path)
  expect(seen.statusCode).toBe(200)
  expect(Object.keys(seen.json())).toEqual(['name', 'weeks'])
  expect(seen.json().weeks[0].days[0].sections.main[0].movement).toBe(injured.weeks[0].days[0].sections.main[0].movement)
  for (const word of ['shoulder"', 'loadKg', 'injur', api.athleteId, injured.id, '2026-']) expect(seen.body).not.toContain(word)
  const bob = api.as(await anAthlete(api.app.ctx))
  const id = '019caf80-0001-7000-8000-000000000002'
  const copied = await bob.post(`${path}/copy`, { id, name: 'From Ann' })
  expect(copied.json()).toMatchObject({ id, name: 'From Ann', source: 'link', status: 'ready', sessions: injured.sessions })
  const { report } = copied.json()
  expect(report.sessions).toHaveLength(injured.sessions)
  expect(report.kpis.hard_constraints).toMatchObject({ pass: true })
  expect(Object.keys(report.volume[0].muscles)).toContain('quadriceps')
  expect(JSON.stringify(report)).not.toContain('shoulder"')
  const renewed = (await api.post(`/v1/programs/${injured.id}/share`)).json()
  expect((await api.as(undefined).get(path)).statusCode).toBe(404)
  expect((await api.delete(`/v1/programs/${injured.id}/share`)).statusCode).toBe(204)
  expect((await api.as(undefined).get(renewed.path)).statusCode).toBe(404)
  expect((await bob.get(`/v1/programs/${id}`)).statusCode).toBe(200)
})

test.for([
  ['goals that sum to nine', { goals: [{ goal: 'strength', weight: 9 }] }, '/goals', 'The weights sum to 9; they share ten dollars'],
  [
    'a goal named twice',
    {
      goals: [
        { goal: 'speed', weight: 5 },
        { goal: 'speed', weight: 5 },
      ],
    },
    '/goals/1/goal',
    'This goal is named twice',
  ],
  ['a microcycle of fifteen days', { microcycleDays: 15 }, '/microcycleDays', 'Must be between 7 and 14'],
  ['nine days in a week', { split: 'hybrid', daysPerWeek: 9 }, '/daysPerWeek', '9 training days do not fit into a microcycle of 7 days'],
  ['no days at all', { daysPerWeek: 0 }, '/daysPerWeek', 'Must be between 1 and 14'],
  ['five minutes', { minutes: 5 }, '/minutes', 'Must be between 10 and 240'],
  ['a hundred weeks', { weeks: 100 }, '/weeks', 'Must be between 1 and 16'],
  ['a day that does not exist', { startsOn: '2026-02-30' }, '/startsOn', 'There is no such day'],
  ['weekdays without a start', { weekdays: [0, 2, 4] }, '/weekdays', 'Weekdays need startsOn'],
  ['too few weekdays', { weekdays: [0], startsOn: '2026-03-02' }, '/weekdays', '1 weekdays are too few for 3 training days'],
  ['a gym that the request does not have', { gymOfDay: [0, 3] }, '/gymOfDay', 'There is no such gym in this request'],
  ['a gym that says nothing', { gym: {} }, '/gym', GYM_FORMS],
  ['a gym of no kind', { gym: 'garage' }, '/gym', GYM_FORMS],
  ['a gym with equipment that nobody knows', { gym: { equipment: ['barbell', 'dumbell'] } }, '/gym/equipment/1', undefined],
  ['a gym with a stranger’s field', { gym: { equipment: [], size: 3 } }, '/gym/size', 'There is no such field'],
  ['a stranger’s field', { strength: 10 }, '/strength', undefined],
] as const)('%s is refused with a sentence, and nothing is kept', async ([, more, pointer, message], { api }) => {
  const reply = await api.post('/v1/programs', { ...asked, ...more })
  expect(reply.json()).toMatchObject({
    status: 422,
    code: 'request.invalid',
    facts: { errors: expect.arrayContaining([expect.objectContaining({ pointer, ...(message && { message }) })]) },
  })
  expect((await api.get('/v1/programs')).json().items).toEqual([])
})

test.for([
  ['a test that is over', { peakOn: '2019-05-01' }, 'Must be after today'],
  ['a test today', { peakOn: '2026-03-02' }, 'Must be after today'],
  [
    'a test that is nearer than its weeks',
    { peakOn: '2026-03-28', weeks: 4 },
    '4 weeks that end on this day would have begun on 2026-03-01',
  ],
] as const)('%s is refused at its day, and nothing is kept', async ([, more, message], { api }) => {
  const reply = await api.post('/v1/programs', { ...asked, ...more })
  expect(reply.json()).toMatchObject({
    status: 422,
    code: 'request.invalid',
    facts: { errors: [{ pointer: '/peakOn', code: 'out_of_range', message }] },
  })
  expect((await api.get('/v1/programs')).json().items).toEqual([])
})

test('a program that leads to a test begins so that its last week meets the day, whoever begins it without saying when', async ({
  api,
}) => {
  const { id, weeks } = await make(api, { peakOn: '2026-06-14', weeks: 4 })
  const agenda = (await api.put(`/v1/programs/${id}/enrolment`, {})).json()
  expect(agenda.startedOn).toBe('2026-05-18')
  expect(agenda.startedOn).toBe(weeks[0].days[0].date)
  expect((await api.put(`/v1/programs/${id}/enrolment`, { startsOn: '2026-05-20' })).json().startedOn).toBe('2026-05-20')
})

test('a program is shared by a request that says nothing, or an empty object', async ({ api }) => {
  const { id } = await make(api, { weeks: 2 })
  for (const body of [undefined, {}]) expect((await api.post(`/v1/programs/${id}/share`, body)).statusCode).toBe(201)
  expect((await api.post(`/v1/programs/${id}/share`, { public: true })).json()).toMatchObject({
    facts: { errors: [{ pointer: '/public' }] },
  })
})

const ofGoals = (...weights: (readonly [string, number])[]) => ({ goals: weights.map(([goal, weight]) => ({ goal, weight })), weeks: 2 })

test('a program is named for its goals, for all that are about as dear, and a second one is told from the first', async ({ api }) => {
  const names = []
  for (const more of [
    ofGoals(['strength', 5], ['hypertrophy', 5]),
    ofGoals(['strength', 5], ['hypertrophy', 5]),
    ofGoals(['strength', 5], ['hypertrophy', 5]),
    ofGoals(['fat_loss', 4], ['strength', 3], ['mobility', 3]),
    ofGoals(['strength', 7], ['hypertrophy', 3]),
  ])
    names.push((await make(api, more)).name)
  expect(names).toEqual([
    'Strength and hypertrophy, 2 weeks',
    'Strength and hypertrophy, 2 weeks (2)',
    'Strength and hypertrophy, 2 weeks (3)',
    'Fat loss, strength and mobility, 2 weeks',
    'Strength, 2 weeks',
  ])
})

const UNKNOWN = '019caf80-0001-7000-8000-00000000dead'

test('ids that are nobody’s are told', async ({ api }) => {
  const rules = await api.post('/v1/programs', { ...asked, rules: [{ movementId: UNKNOWN, rule: 'hard_no' }] })
  expect(rules.json()).toMatchObject({ status: 422, code: 'movements.unknown', facts: { movementId: UNKNOWN } })
  expect((await api.post('/v1/programs', { ...asked, gym: { id: UNKNOWN } })).json()).toMatchObject({
    status: 404,
    code: 'equipment.gym_not_found',
  })
})

const joints = ['neck', 'shoulder', 'elbow', 'wrist', 'upper_back', 'lower_back', 'hip', 'knee', 'ankle', 'foot']

test.for([
  [
    'no equipment and a powerlifting goal',
    { gym: { equipment: [] }, goals: [{ goal: 'strength', weight: 10 }], disciplines: { powerlifting: 5 } },
  ],
  ['ten minutes', { minutes: 10 }],
  ['nine days in a microcycle of fourteen', { split: 'hybrid', daysPerWeek: 9, microcycleDays: 14, weeks: 4 }],
  [
    'forty injuries',
    { injuries: Array.from({ length: 40 }, (_, i) => ({ joint: joints[i % 10], severity: ['mild', 'moderate', 'severe'][i % 3] })) },
  ],
  ['one week of one day', { weeks: 1, daysPerWeek: 1 }],
  ['upper and lower in three days', { split: 'upper_lower' }],
  ['a hybrid of which nothing is said', { split: 'hybrid', daysPerWeek: 4 }],
] as const)('%s: an honest best effort, no session empty', async ([, more], { api }) => {
  const { weeks, report } = await make(api, more)
  for (const { days } of weeks)
    for (const { sections } of days) expect(Object.values(sections).flat().length, JSON.stringify(report.notices)).toBeGreaterThan(0)
  expect(report.sessions).toHaveLength(weeks.reduce((sum: number, { days }: { days: unknown[] }) => sum + days.length, 0))
})

test('one workout from a goal, as a session and as a routine that can be kept', async ({ api }) => {
  const compiled = (
    await api.post('/v1/plan/compile', { goal: 'hypertrophy', focus: 'upper', minutes: 45, gym: { equipment: ['dumbbell'] } })
  ).json()
  expect(compileReply.safeParse(compiled).error?.issues).toBeUndefined()
  expect(compiled.session).toMatchObject({ focus: 'upper', minutes: expect.any(Number) })
  expect(compiled.volume.chest + compiled.volume.lats).toBeGreaterThan(0)
  const { items } = compiled
  expect((await api.post('/v1/routines', { name: compiled.name, items })).statusCode).toBe(201)
  expect((await api.post('/plan/compile', { minutes: 45 })).json()).toMatchObject({ code: 'request.invalid' })
})

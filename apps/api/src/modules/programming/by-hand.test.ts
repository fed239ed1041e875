import { Program } from '@gymgenius/contracts'
import { type Caller, expect, test } from '../../testing/test.ts'

async function movementCalled(api: Caller, name: string) {
  const { items } = (await api.get(`/v1/movements?q=${encodeURIComponent(name)}`)).json()
  return items[0].id as string
}

const set = { reps: 5, repHigh: 5, rir: 2 }
const written = (movementId: string) => ({
  movementId,
  movement: 'called anything',
  pattern: 'squat',
  muscles: [],
  sets: [set, set, set],
  restSeconds: 180,
  reason: '',
  reasons: [],
})
const day = (name: string, main: object[]) => ({
  session: 1,
  type: 'strength',
  focus: 'full_body',
  name,
  minutes: 0,
  sections: { warm_up: [], main, accessory: [], finisher: [], cool_down: [] },
})

test('what a lifter writes for one week is their program for eight, with the names and minutes of the house and an honest report', async ({
  api,
}) => {
  const bench = await movementCalled(api, 'Bench Press (Barbell)')
  const squat = await movementCalled(api, 'Squat (Barbell)')
  const reply = await api.post('/v1/programs/by-hand', { name: 'Mine', days: [day('A', [written(bench)]), day('B', [written(squat)])] })
  expect(reply.statusCode).toBe(201)
  const program = reply.json()
  expect(Program.safeParse(program).error?.issues).toBeUndefined()
  expect(program).toMatchObject({ name: 'Mine', source: 'hand', status: 'ready', weekCount: 8, sessions: 16 })
  expect(program.weeks[7].days.map(({ session }: { session: number }) => session)).toEqual([15, 16])
  const [first] = program.weeks[0].days
  expect(first.sections.main[0]).toMatchObject({ movement: 'Bench Press (Barbell)', pattern: 'horizontal_push' })
  expect(first.minutes).toBeGreaterThan(5)
  expect(program.report.kpis.complete_structure.pass).toBe(false) // no warm-up: it says so, and keeps it all the same

  const edited = await api.post(`/v1/programs/${program.id}/changes`, {
    change: { kind: 'edit', session: 16, to: day('B, heavier', [written(squat), written(bench)]) },
  })
  expect(edited.json().program.weeks[7].days[1]).toMatchObject({ session: 16, name: 'B, heavier' })
  expect((await api.put(`/v1/programs/${program.id}/enrolment`, {})).statusCode).toBe(200)
})

test('a session without a movement, no session, and a movement that is nobody’s are refused, and nothing is kept', async ({ api }) => {
  const bench = await movementCalled(api, 'Bench Press (Barbell)')
  const ask = async (body: object) => (await api.post('/v1/programs/by-hand', { name: 'Mine', ...body })).json()
  expect(await ask({ days: [day('A', [written(bench)]), day('B', [])] })).toMatchObject({ code: 'programming.nothing_fits' })
  expect(await ask({ days: [] })).toMatchObject({ facts: { errors: [{ pointer: '/days', code: 'too_short' }] } })
  const stranger = '01960000-0000-7000-8000-00000000dead'
  expect(await ask({ days: [day('A', [written(stranger)])] })).toMatchObject({ code: 'movements.unknown', facts: { movementId: stranger } })
  expect((await api.get('/v1/programs')).json().items).toEqual([])
})

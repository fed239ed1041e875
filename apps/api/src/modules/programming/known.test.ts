import type { MovementId } from '@gymgenius/domain'
import { type Caller, expect, type StillWorld, test } from '../../testing/test.ts'

const asked = {
  goals: [{ goal: 'hypertrophy', weight: 10 }],
  daysPerWeek: 3,
  weeks: 4,
  minutes: 60,
  experience: 'intermediate',
  gym: 'full',
  seed: 3,
}
const make = async (api: Caller, more: object = {}) => (await api.post('/v1/programs', { ...asked, ...more })).json()
const noticeIn = ({ report }: { report: { notices: { code: string; facts: Record<string, number> }[] } }, code: string) =>
  report.notices.find((notice) => notice.code === code)?.facts

/** Workouts every fourth day until now: twelve sets of one movement each, in so many minutes. */
async function trained(api: Caller, ctx: StillWorld, movementId: MovementId, workouts: number, minutes: number) {
  for (let i = workouts; i > 0; i--) {
    const startedAt = ctx.clock.now() - i * 4 * 86_400_000
    const endedAt = startedAt + minutes * 60_000
    const said = { startedAt: new Date(startedAt).toISOString(), endedAt: new Date(endedAt).toISOString() }
    const { id: workoutId } = (await api.post('/v1/workouts', said)).json()
    for (let set = 1; set <= 12; set++) {
      const performedAt = new Date(startedAt + (set * minutes * 60_000) / 13).toISOString()
      const reply = await api.post('/v1/sets', { workoutId, movementId, kind: 'working', loadKg: 60, reps: 8, rir: 2, performedAt })
      expect(reply.statusCode, reply.body).toBeLessThan(300)
    }
  }
}

test('a program begins where the last weeks left off, at the pace of whoever does it, and says so', async ({ api, ctx }) => {
  const stranger = await make(api)
  expect(noticeIn(stranger, 'own_pace')).toBe(undefined)
  expect(noticeIn(stranger, 'from_recent_sets')).toBe(undefined)
  const press = stranger.weeks
    .flatMap(({ days }: { days: { sections: { main: { pattern: string; movementId: MovementId }[] } }[] }) => days)
    .flatMap(({ sections }: { sections: { main: { pattern: string; movementId: MovementId }[] } }) => sections.main)
    .find(({ pattern }: { pattern: string }) => pattern === 'horizontal_push').movementId as MovementId
  await trained(api, ctx, press, 6, 60)
  const known = await make(api)
  const recent = noticeIn(known, 'from_recent_sets')!
  expect(recent['chest']).toBeGreaterThan(18) // 72 sets in twenty-four days
  expect(recent['quadriceps']).toBe(6) // no less than where growth begins
  expect(noticeIn(known, 'own_pace')!['pace']).toBeGreaterThan(1.1)
  const volume = known.report.volume[0].muscles
  expect(volume.quadriceps.sets).toBeLessThanOrEqual(1.3 * 6)
  expect(known.report.kpis.hard_constraints.pass).toBe(true)
})

test('a plan is judged by what was known when it was made, and its minutes stay true', async ({ api, ctx }) => {
  const press = (await make(api)).weeks[0].days[0].sections.main[0].movementId as MovementId
  await trained(api, ctx, press, 6, 60)
  const { id, report, weeks } = await make(api)
  await api.put(`/v1/programs/${id}/enrolment`, {})
  await trained(api, ctx, press, 2, 20)
  const { program } = (await api.post(`/v1/programs/${id}/changes`, { change: { kind: 'skip', session: 2 } })).json()
  const honest = ({ sessions }: typeof report) => sessions.filter(({ kpis }: typeof report) => /It says/.test(kpis.time.why)).length
  expect(honest(program.report)).toBe(0)
  expect(program.report.notices).toEqual(report.notices)
  const fitted = (await api.post(`/v1/programs/${id}/changes`, { change: { kind: 'fit', session: 1, minutes: 35 } })).json().program
  expect(fitted.weeks[0].days[0].minutes).toBeLessThan(weeks[0].days[0].minutes)
  expect(honest(fitted.report)).toBe(0)
})

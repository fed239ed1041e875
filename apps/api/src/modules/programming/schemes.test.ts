import { Program, Scheme } from '@gymgenius/contracts'
import type { ProgramItem } from '@gymgenius/domain'
import { expect, test } from '../../testing/test.ts'

test('every well-known program can be taken in a full gym, and says what it sets aside', async ({ api }) => {
  const { items } = (await api.get('/v1/schemes')).json()
  expect(items.length).toBeGreaterThanOrEqual(12)
  for (const scheme of items) {
    expect(Scheme.safeParse(scheme).error?.issues).toBeUndefined()
    const made = (await api.post(`/v1/schemes/${scheme.slug}/start`, { gym: 'full', weeks: 2 })).json()
    expect(Program.safeParse(made).error?.issues, scheme.slug).toBeUndefined()
    expect(made).toMatchObject({ source: 'scheme', scheme: scheme.slug, name: scheme.name, status: 'ready', weekCount: 2 })
    expect(made.report.waivers).toEqual(scheme.waivers)
  }
  expect((await api.post('/v1/schemes/no-such/start', {})).json()).toMatchObject({ code: 'programming.scheme_not_found' })
})

test('a known program printed, edited and read back is that program, edited', async ({ api }) => {
  const { text, name } = (await api.get('/v1/schemes/novice-linear')).json()
  const made = (await api.post('/v1/programs/text', { text: text.replace(name, 'My own months'), gym: 'full', weeks: 3 })).json()
  expect(made).toMatchObject({ name: 'My own months', source: 'text', weekCount: 3 })
  const original = (await api.post('/v1/schemes/novice-linear/start', { gym: 'full', weeks: 3 })).json()
  expect(made.weeks).toEqual(original.weeks)
})

const shape = ({ weeks }: { weeks: { days: { sections: Record<string, { movement: string; sets: object[] }[]> }[] }[] }) =>
  weeks.map(({ days }) =>
    days.map(({ sections }) => Object.values(sections).map((items) => items.map(({ movement, sets }) => [movement, sets]))),
  )

test('a made program goes out as text and comes back with the same movements, sets and days', async ({ api }) => {
  const asked = { goals: [{ goal: 'hypertrophy', weight: 10 }], daysPerWeek: 3, weeks: 2, minutes: 60, gym: 'full' }
  const made = (await api.post('/v1/programs', asked)).json()
  const { text } = (await api.get(`/v1/programs/${made.id}/text`)).json()
  const back = (await api.post('/v1/programs/text', { text, gym: 'full' })).json()
  expect(shape(back)).toEqual(shape(made))
})

const gettingHarder = ({ weeks }: { weeks: { days: { sections: Record<string, ProgramItem[]> }[] }[] }) =>
  weeks.map(({ days }) =>
    days.map(({ sections }) =>
      Object.values(sections).map((items) => items.map(({ progression, rule, table }) => ({ progression, rule, table }))),
    ),
  )

test('what a plan sent as text asks for next is earned as in the one it was written from', async ({ api }) => {
  const asked = { goals: [{ goal: 'strength', weight: 10 }], experience: 'advanced', daysPerWeek: 3, weeks: 2, minutes: 60, gym: 'full' }
  const generated = (await api.post('/v1/programs', asked)).json()
  const tiers = (await api.post('/v1/schemes/three-tiers/start', { gym: 'full', weeks: 2 })).json()
  for (const made of [generated, tiers]) {
    const { text } = (await api.get(`/v1/programs/${made.id}/text`)).json()
    const back = (await api.post('/v1/programs/text', { text, gym: 'full' })).json()
    expect(shape(back)).toEqual(shape(made))
    expect(gettingHarder(back)).toEqual(gettingHarder(made))
    expect(JSON.stringify(gettingHarder(back))).toMatch(/double|linear|wave/)
  }
})

test('what a text says of its program is kept: written out again it is the same text, and so is a program that came from it', async ({
  api,
}) => {
  const asked = {
    goals: [
      { goal: 'fat_loss', weight: 7.5 },
      { goal: 'endurance', weight: 2.5 },
    ],
    experience: 'novice',
    split: 'push_pull_legs',
  }
  const made = (await api.post('/v1/programs', { ...asked, daysPerWeek: 3, weeks: 2, minutes: 45, gym: 'full' })).json()
  const tiers = (await api.post('/v1/schemes/three-tiers/start', { gym: 'full', weeks: 2 })).json()
  for (const { id } of [made, tiers]) {
    const { text } = (await api.get(`/v1/programs/${id}/text`)).json()
    const back = (await api.post('/v1/programs/text', { text, gym: 'full' })).json()
    expect((await api.get(`/v1/programs/${back.id}/text`)).json()).toEqual({ text })
  }
  const { text } = (await api.get(`/v1/programs/${made.id}/text`)).json()
  const edited = text.replace('about: ', 'about: For a summer. ').replace('split: push_pull_legs', 'split: full_body')
  const back = (await api.post('/v1/programs/text', { text: edited, gym: 'full' })).json()
  expect(Program.safeParse(back).error?.issues).toBeUndefined()
  const { goals, experience } = asked
  expect(back.written).toMatchObject({
    about: expect.stringMatching(/^For a summer\./),
    goals,
    experience: [experience],
    split: 'full_body',
  })
  expect((await api.get(`/v1/programs/${back.id}/text`)).json()).toEqual({ text: edited })
})

test('what is made anew of a text keeps to the goals, the level and the split that it names', async ({ api }) => {
  const { text } = (await api.get('/v1/schemes/novice-linear')).json()
  const goals = [{ goal: 'endurance', weight: 10 }]
  const edited = text.replace(/goals:\n(  .*\n)+/, 'goals: {endurance: 10}\n')
  const { id } = (await api.post('/v1/programs/text', { text: edited, gym: 'full', weeks: 3 })).json()
  const again = (await api.post(`/v1/programs/${id}/regenerate`, { request: { seed: 7 } })).json()
  expect(again.request).toMatchObject({ goals, experience: 'novice', split: 'full_body', seed: 7 })
  expect((await api.get(`/v1/programs/${id}/text`)).json().text).toContain('goals:\n  endurance: 10\n')
})

test('a text whose goals are not ten dollars, or that has a character which is none, is told where', async ({ api }) => {
  const { text, name } = (await api.get('/v1/schemes/novice-linear')).json()
  const problems = async (text: string) => (await api.post('/v1/programs/text', { text })).json()
  expect(await problems(text.replace(/strength: \d+/, 'strength: 1'))).toMatchObject({ code: 'programming.unreadable_text' })
  expect(await problems(text.replace(name, '"\\0"'))).toMatchObject({ facts: { problems: [{ line: 1, column: 10 }] } })
})

test('what cannot be read is told by line and column, and nothing is kept', async ({ api }) => {
  const { text } = (await api.get('/v1/schemes/novice-linear')).json()
  const reply = await api.post('/v1/programs/text', { text: text.replace('3 x 5', '3 of 5') })
  expect(reply.json()).toMatchObject({
    status: 422,
    code: 'programming.unreadable_text',
    facts: { problems: [{ line: expect.any(Number), column: expect.any(Number), expected: expect.any(String) }] },
  })
  for (const text of ['', '- - -', 'name: x', '{'.repeat(1000), 'a: &a [*a]'])
    expect((await api.post('/v1/programs/text', { text })).statusCode).toBe(422)
  expect((await api.get('/v1/programs')).json().items).toEqual([])
})

test('a well-known program meets a hotel room and a bad shoulder, and says what stands in for what', async ({ api }) => {
  const made = (
    await api.post('/v1/schemes/five-by-five/start', {
      gym: { equipment: ['dumbbell'] },
      injuries: [{ joint: 'shoulder', severity: 'severe' }],
    })
  ).json()
  expect(JSON.stringify(made.weeks)).not.toContain('Barbell')
  expect(made.report.notices.map(({ code }: { code: string }) => code)).toContain('substituted')
})

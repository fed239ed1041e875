import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ScoringState } from '@gymgenius/contracts'
import { anAthlete } from '../../testing/builders.ts'
import { expect, mountRooms, type StillWorld, test as base } from '../../testing/test.ts'
import { readScoring, shippedYaml } from './scoring-file.ts'

const test = base
  .extend('folder', async ({}, { onCleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), 'scoring-'))
    onCleanup(() => rmSync(folder, { recursive: true }))
    return folder
  })
  .extend('admin', async ({ ctx, folder }) => {
    const athleteId = await anAthlete(ctx)
    const environment = { ...ctx.config.environment, DATA_DIR: folder }
    const world: StillWorld = { ...ctx, config: { ...ctx.config, environment } }
    const who = { athlete: { kind: 'athlete', athleteId, loginSessionId: athleteId as never }, isAdmin: true } as const
    const { http } = await mountRooms(world, async () => who)
    return (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => http.inject({ method, url, ...(payload && { payload }) })
  })

const yaml = (version: number, weight = 30) =>
  shippedYaml().replace('version: 1', `version: ${version}`).replace('pattern_alignment: 30', `pattern_alignment: ${weight}`)
const program = { goals: [{ goal: 'strength', weight: 10 }], daysPerWeek: 3, weeks: 2, minutes: 60, gym: 'full' }

test('the shipped scoring reads itself, and an admin sees what each field means', async ({ admin }) => {
  expect(readScoring(shippedYaml())).toMatchObject({ config: { version: 1, weights: { pattern_alignment: 30 } } })
  const state = (await admin('GET', '/v1/scoring/config')).json()
  expect(ScoringState.safeParse(state).error?.issues).toBeUndefined()
  expect(state).toMatchObject({ source: 'shipped', faults: [], versions: [] })
  const { fields } = (await admin('GET', '/scoring/config/metadata')).json()
  expect(fields.map(({ path }: { path: string }) => path)).toContain('weights.muscle_coverage')
})

test('a new version holds from the next program on, and says by which version each was made', async ({ admin }) => {
  await admin('POST', '/v1/programs', program)
  const put = await admin('PUT', '/v1/scoring/config', { yaml: yaml(2, 5) })
  expect(put.json()).toMatchObject({ source: 'file', config: { version: 2, weights: { pattern_alignment: 5 } }, versions: [2] })
  await admin('POST', '/v1/programs', program)
  const { items } = (await admin('GET', '/v1/scoring/metrics')).json()
  expect(items.map(({ scoringVersion }: { scoringVersion: string }) => scoringVersion).sort()).toEqual(['1', '2'])
  expect(items[0].met).toMatchObject({ time: expect.any(Number), muscle_coverage: expect.any(Number) })
  const { versions } = (await admin('GET', '/v1/scoring/metrics/summary')).json()
  expect(versions).toMatchObject([
    { scoringVersion: '2', programs: 1, sessions: 6 },
    { scoringVersion: '1', programs: 1, sessions: 6 },
  ])
})

test('a version keeps its meaning: its number is not used again', async ({ admin }) => {
  await admin('PUT', '/v1/scoring/config', { yaml: yaml(2) })
  expect((await admin('PUT', '/v1/scoring/config', { yaml: yaml(2) })).statusCode).toBe(200)
  const again = await admin('PUT', '/v1/scoring/config', { yaml: yaml(2, 12) })
  expect(again.json()).toMatchObject({ status: 422, code: 'programming.invalid_scoring', facts: { faults: [{ path: 'version' }] } })
})

test('a file that was edited by hand is read without a restart; one with a fault changes nothing and says so', async ({
  admin,
  folder,
}) => {
  await admin('PUT', '/v1/scoring/config', { yaml: yaml(2) })
  writeFileSync(join(folder, 'scoring', 'scoring.yaml'), yaml(3, 44))
  expect((await admin('POST', '/v1/scoring/config/reload')).json()).toMatchObject({
    config: { version: 3, weights: { pattern_alignment: 44 } },
  })
  writeFileSync(join(folder, 'scoring', 'scoring.yaml'), yaml(4, -1))
  const state = (await admin('POST', '/v1/scoring/config/reload')).json()
  expect(state).toMatchObject({ config: { version: 3 }, faults: [{ path: 'weights.pattern_alignment', message: 'At least 0' }] })
  expect((await admin('POST', '/v1/programs', program)).statusCode).toBe(201)
})

test.for([
  ['version: 1', ''],
  ['not: [valid', ''],
  ['', ''],
  [`${yaml(9)}extra: 1\n`, ''],
  [yaml(9).replace('chance: 3', 'chance: lots'), 'chance'],
  [yaml(9).replace('goalModifier: 1.5', 'goalModifier: .inf'), 'goalModifier'],
  [`a: &a [x]\nb: *a\n`, ''],
] as const)('%j is no scoring, and what is wrong is said', async ([text, path], { admin }) => {
  const { isValid, faults } = (await admin('POST', '/v1/scoring/config/validate', { yaml: text })).json()
  expect(isValid).toBe(false)
  expect(faults[0]).toMatchObject({ path: expect.stringContaining(path), message: expect.stringMatching(/\w/) })
  expect((await admin('PUT', '/v1/scoring/config', { yaml: text })).statusCode).toBe(422)
})

test('a lifter sees how their own programs came out, and nothing of the scoring', async ({ api }) => {
  for (const url of ['/v1/scoring/config', '/v1/scoring/metrics/summary']) expect((await api.get(url)).statusCode).toBe(403)
  expect((await api.get('/v1/scoring/metrics')).json()).toEqual({ items: [] })
})

import { allMovementDetails } from '@gymgenius/catalog'
import { type MovementId, sessionSections } from '@gymgenius/domain'
import { expandScheme, knownSchemes, type Scheme } from '@gymgenius/engine/programming'
import { expect, test } from 'vitest'
import { printScheme, readScheme, schemeOfProgram } from './index.ts'

const movements = allMovementDetails()
const bySlug = new Map(movements.map((movement) => [movement.slug, movement]))
const idOf = (slug: string) => bySlug.get(slug)!.id
const every = knownSchemes.map((scheme) => [scheme.slug, scheme] as const)
const itemsOf = ({ phases }: Scheme) =>
  phases.flatMap(({ days }) => days.flatMap(({ sections }) => sessionSections.flatMap((name) => sections[name] ?? [])))

test('there are at least twelve, each with its own name', () => {
  expect(knownSchemes.length).toBeGreaterThanOrEqual(12)
  expect(new Set(knownSchemes.map(({ slug }) => slug)).size).toBe(knownSchemes.length)
})

test.each(every)('%s names only movements of the library, counted as the library counts them', (_, scheme) => {
  for (const { movements, lines } of itemsOf(scheme)) {
    for (const slug of movements) {
      const { countedIn } = bySlug.get(slug) ?? { countedIn: 'nothing: the library has no such movement' }
      for (const sets of lines.flat()) {
        const unit = sets.durationSeconds !== undefined ? 'seconds' : sets.distanceMeters !== undefined ? 'metres' : 'reps'
        expect(`${slug} in ${countedIn}`).toBe(`${slug} in ${unit}`)
      }
    }
  }
})

test.each(every)('%s meets every figure of quality, or sets it aside and says why; and sets nothing aside in vain', (_, scheme) => {
  const { weeks, report } = expandScheme(scheme, { movements })
  expect(Object.entries(report.kpis).flatMap(([name, { pass, why }]) => (pass ? [] : [`${name}: ${why}`]))).toEqual([])
  const results = [...report.sessions, ...report.microcycles].flatMap(({ kpis }) => Object.values(kpis))
  const idle = scheme.waivers.filter(({ why }) => !results.some((result) => result.why.includes(why)))
  expect(idle.map(({ rule }) => rule)).toEqual([])
  expect(report.notices).toEqual([])
  expect(weeks.flatMap(({ days }) => days.map(({ session }) => session))).toEqual(weeks.flatMap(({ days }) => days).map((_day, i) => i + 1))
})

test('goals are ten dollars', () => {
  for (const { goals } of knownSchemes) expect(goals.reduce((sum, { weight }) => sum + weight, 0)).toBe(10)
})

test('percentages become loads where the maximum is known, and rise from wave to wave', () => {
  const scheme = knownSchemes.find(({ slug }) => slug === 'five-three-one-waves')!
  const { weeks } = expandScheme(scheme, { movements, maxima: [{ movementId: idOf('squat-barbell'), loadKg: 150 }] })
  const tops = weeks.map(({ days }) => days[3]!.sections.main[0]!.sets[2]?.loadKg)
  // 150 kg: a training maximum of 135, then 140 and 145; every fourth week is the first of the wave made light.
  expect(tops).toEqual([115, 122.5, 127.5, 110, 120, 125, 132.5, 115, 122.5, 130, 137.5])
  expect(weeks[3]!.block).toBe('deload')
})

test('in a room without a barbell the nearest movement stands in, and is told', () => {
  const candidates = movements
    .filter(
      ({ equipment, needs }) =>
        ['dumbbell', 'body_weight', 'band'].includes(equipment) &&
        needs.every((fixture) => ['wall', 'flat_bench', 'open_space', 'doorway'].includes(fixture)),
    )
    .map(({ id }) => id)
  const { weeks, report } = expandScheme(
    knownSchemes.find(({ slug }) => slug === 'five-by-five')!,
    { movements, candidates },
  )
  const there = new Set<MovementId>(candidates)
  const placed = weeks.flatMap(({ days }) => days.flatMap(({ sections }) => sessionSections.flatMap((name) => sections[name])))
  expect(placed.every(({ movementId }) => there.has(movementId))).toBe(true)
  expect(report.notices).toContainEqual({
    code: 'substituted',
    facts: { movement: 'Squat (Barbell)', by: expect.stringContaining('Dumbbell') as string },
  })
  for (const { days } of weeks) for (const { sections } of days) expect(sections.main.length).toBeGreaterThanOrEqual(2)
})

test('whom something hurts a little is asked for two in reserve', () => {
  const scheme = knownSchemes.find(({ slug }) => slug === 'five-three-one-waves')!
  const { report } = expandScheme(scheme, { movements, injuries: [{ joint: 'shoulder', severity: 'mild' }] })
  expect(report.kpis.hard_constraints).toMatchObject({ pass: true })
})

test('a program that was made can be written down, edited and read again', () => {
  const { weeks } = expandScheme(knownSchemes[0]!, { movements })
  const slugs = new Map<MovementId, string>(movements.map(({ id, slug }) => [id, slug]))
  const written = schemeOfProgram(weeks, { ...knownSchemes[0]!, slug: 'mine', name: 'Mine', about: '' }, (id) => slugs.get(id)!)
  const read = readScheme(printScheme(written))
  expect(read).toEqual({ scheme: written })
  const again = expandScheme((read as { scheme: Scheme }).scheme, { movements }).weeks
  const setsOf = (program: typeof weeks) =>
    program.map(({ days }) =>
      days.map(({ sections }) => sessionSections.map((name) => sections[name].map(({ movementId, sets }) => [movementId, sets]))),
    )
  expect(setsOf(again)).toEqual(setsOf(weeks))
})

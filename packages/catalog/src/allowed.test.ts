import type { MovementId } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { allowed, refusals } from './allowed.ts'
import { library } from './library.ts'

const named = (slug: string) => library().movements.find((movement) => movement.slug === slug)!

test('a lifter with two dumbbells and a sore shoulder is told each thing that speaks against a bench press', () => {
  const bench = named('bench-press-barbell')
  const said = { equipment: new Set(['dumbbell'] as const), fixtures: new Set([]), excludedJoints: new Set(['shoulder', 'knee'] as const) }
  expect(refusals(bench, { ...said, hardNo: new Set([bench.id]) })).toEqual([
    { code: 'hard_no' },
    { code: 'no_equipment', equipment: 'barbell' },
    { code: 'no_fixture', fixtures: ['flat_bench', 'rack'] },
    { code: 'painful_joint', joints: ['shoulder'] },
  ])
})

test('the body is always there, and what is not said limits nothing', () => {
  expect(allowed(named('push-up'), { equipment: new Set() })).toBe(true)
  expect(library().movements.every((movement) => allowed(movement, {}))).toBe(true)
})

test('a movement of one’s own is held to its equipment and to a hard no, for it says no more', () => {
  const own = { id: 'own' as MovementId, equipment: 'barbell' as const }
  expect(allowed(own, { excludedJoints: new Set(['shoulder']) })).toBe(true)
  expect(allowed(own, { equipment: new Set(['dumbbell']) })).toBe(false)
  expect(allowed(own, { hardNo: new Set([own.id]) })).toBe(false)
})

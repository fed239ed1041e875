import { expect, test } from 'vitest'
import { testId } from '../../testing/ops.ts'
import { freeName, metricsOf } from './activity-names.ts'

const stairs = { id: testId<'diary_entry'>(), name: 'Stairs', metrics: ['durationSeconds'] as const }
const sledge = { id: testId<'diary_entry'>(), name: 'Sledge', metrics: [] }

test('an activity of one’s own asks what its maker said, any other what is usual', () => {
  expect(metricsOf('Stairs', [stairs as never])).toEqual(['durationSeconds'])
  expect(metricsOf('Sledge', [stairs as never, sledge])).toEqual([])
  expect(metricsOf('run', [])).toContain('distanceMeters')
  expect(metricsOf('toString', [])).toEqual(metricsOf('other', []))
})

test('a name is free unless another has it, and an activity may keep its own', () => {
  expect(freeName('  Stairs ', stairs, [stairs, sledge])).toBe('Stairs')
  expect(freeName('sledge', stairs, [stairs, sledge])).toBeUndefined()
  expect(freeName('run', stairs, [stairs])).toBeUndefined()
  expect(freeName('   ', stairs, [stairs])).toBeUndefined()
})

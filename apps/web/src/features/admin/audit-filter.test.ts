import { expect, test } from 'vitest'
import { localInput } from '../../lib/dates.ts'
import { asked, everything } from './audit-filter.ts'

test('the last day that was asked for is within the span from its first moment to its last', () => {
  const { from, to } = asked({ ...everything, from: '2026-10-25', to: '2026-12-31' }) // with a change of the clocks between, in much of the world
  expect(localInput(Date.parse(from!))).toBe('2026-10-25T00:00')
  expect(localInput(Date.parse(to!))).toBe('2027-01-01T00:00')
})

test('what was not asked for is not sent', () => {
  expect(asked(everything)).toEqual({})
  expect(asked({ ...everything, act: 'accounts.invited', email: 'ann@example.test' })).toEqual({
    act: 'accounts.invited',
    email: 'ann@example.test',
  })
})

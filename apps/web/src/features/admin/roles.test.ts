import type { Account } from '@gymgenius/contracts'
import { expect, test } from 'vitest'
import { rolesToGive } from './roles.ts'

const somebody = (id: string, role: Account['role']) => ({ id: id as Account['id'], role })

test('a super admin is offered every role for everybody else, an admin only who is no administrator, a lifter nobody', () => {
  const ann = somebody('ann', 'athlete')
  expect(rolesToGive(somebody('boss', 'super_admin'), somebody('bob', 'admin'))).toHaveLength(4)
  expect(rolesToGive(somebody('boss', 'admin'), ann)).toEqual(['athlete', 'trainer'])
  expect(rolesToGive(somebody('boss', 'admin'), somebody('bob', 'super_admin'))).toEqual([])
  expect(rolesToGive(somebody('bob', 'trainer'), ann)).toEqual([])
  expect(rolesToGive(somebody('boss', 'super_admin'), somebody('boss', 'super_admin'))).toEqual([])
})

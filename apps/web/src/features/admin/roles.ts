import type { Account } from '@gymgenius/contracts'

type Role = Account['role']
const ordinary: readonly Role[] = ['athlete', 'trainer']
const every: readonly Role[] = [...ordinary, 'admin', 'super_admin']

/** What this administrator may make of somebody; the server has the last word. Nobody deposes themself by a slip of the thumb here. */
export function rolesToGive(by: Pick<Account, 'id' | 'role'>, to: Pick<Account, 'id' | 'role'>): readonly Role[] {
  if (by.id === to.id) return []
  if (by.role === 'super_admin') return every
  return by.role === 'admin' && ordinary.includes(to.role) ? ordinary : []
}

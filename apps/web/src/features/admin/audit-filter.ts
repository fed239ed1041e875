import type { AuditAct } from '@gymgenius/contracts'
import { type Instant, isoOf } from '@gymgenius/domain'

/** What an administrator looks for; '' is whatever there is. */
export interface AuditFilter {
  readonly act: AuditAct | ''
  /** Done by or to this address. */
  readonly email: string
  /** Days where the phone is, both within. */
  readonly from: string
  readonly to: string
}

export const everything: AuditFilter = { act: '', email: '', from: '', to: '' }

/** As the server is asked for it. */
export function asked({ act, email, from, to }: AuditFilter) {
  return {
    ...(act !== '' && { act }),
    ...(email !== '' && { email }),
    ...(from !== '' && { from: startOf(from) }),
    ...(to !== '' && { to: startOf(to, 1) }), // up to, and without, the first moment after
  }
}

function startOf(day: string, daysLater = 0) {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return isoOf(new Date(year, month - 1, date + daysLater).getTime() as Instant)
}

import type { Account, AuditAct, AuditEntry, DataKind } from '@gymgenius/contracts'
import { actNames, actWords, dataKindNames, roleNames } from './act-words.ts'

/** What was done, in a line: "Looked at · Workouts and records", "Role changed · Lifter → Trainer". */
export function actText({ act, outcome, facts }: AuditEntry): string {
  const name = actNames[act as AuditAct] ?? act // a newer server has more words
  const kind = dataKindNames[facts['kind'] as DataKind]
  const [from, to] = [roleNames[facts['from'] as Account['role']], roleNames[facts['to'] as Account['role']]]
  const roles = from === undefined || to === undefined ? undefined : `${from} → ${to}`
  return [name, kind, roles, outcome === 'refused' ? actWords.refused : undefined].filter((part) => part !== undefined).join(' · ')
}

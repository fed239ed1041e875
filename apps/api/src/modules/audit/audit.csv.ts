import type { AuditEntry } from '@gymgenius/contracts'
import { csvLine } from '../../platform/csv.ts'

export const auditCsvHeader = csvLine(['at', 'act', 'outcome', 'as', 'by', 'by_email', 'about', 'about_email', 'request_id', 'facts'])

export const auditCsvLine = ({ at, act, outcome, as, by, about, requestId, facts }: AuditEntry): string =>
  csvLine([at, act, outcome, as, by?.pseudonym, by?.email, about?.pseudonym, about?.email, requestId, JSON.stringify(facts)])

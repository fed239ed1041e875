import { Readable } from 'node:stream'
import { type AuditEntry, exportAudit, listAudit, listMyAudit } from '@gymgenius/contracts'
import { type App, serve } from '../../platform/http.ts'
import { auditCsvHeader, auditCsvLine } from './audit.csv.ts'
import { allEntries, listEverybodys, listMine } from './audit.service.ts'

const forms = {
  jsonl: {
    type: 'application/x-ndjson',
    fileName: 'gymgenius-audit.jsonl',
    head: '',
    line: (entry: AuditEntry) => `${JSON.stringify(entry)}\n`,
  },
  csv: { type: 'text/csv; charset=utf-8', fileName: 'gymgenius-audit.csv', head: auditCsvHeader, line: auditCsvLine },
} as const

/** The whole log is read as the system, after the edge has let an admin in. */
export function auditRoutes(app: App) {
  const own = { unit: 'own' } as const
  serve(app, listAudit, ({ ctx, actor, query }) => listEverybodys(ctx, actor, query), own)
  serve(
    app,
    exportAudit,
    async ({ ctx, actor, query: { format = 'jsonl', ...asked }, reply }) => {
      const { type, fileName, head, line } = forms[format]
      const pages = allEntries(ctx, actor, asked)
      const first = await pages.next() // so that a filter which makes no sense is refused as a problem
      async function* pieces() {
        yield head + (first.value ?? []).map(line).join('')
        for await (const page of pages) yield page.map(line).join('')
      }
      return reply.type(type).header('content-disposition', `attachment; filename="${fileName}"`).send(Readable.from(pieces()))
    },
    own,
  )
  serve(app, listMyAudit, ({ ctx, actor, query }) => listMine(ctx, actor, query))
}

import type { Api } from '@gymgenius/contracts'
import type { ProgramId } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { ChevronRight, Columns2, FileText, Pencil, Printer, Share2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { call } from '../../lib/api.ts'
import { dateText } from '../../lib/dates.ts'
import { Link, useNavigate } from '../../lib/router.tsx'
import { Card } from '../../ui/card.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { PROGRAMS } from './keys.ts'
import { moreWords as words } from './more-of-program-words.ts'
import { ShareSheet } from './sharing/share-sheet.tsx'
import { words as programWords } from './words.ts'

interface Props {
  readonly program: {
    readonly id: ProgramId
    readonly name: string
    readonly isShared: boolean
    readonly weeks?: Api['GET /v1/programs/{id}']['reply']['weeks']
  }
}

const row = 'flex min-h-12 w-full items-center gap-3 text-left active:bg-raised'

/** What else can be done with a whole program: shown to others, read, printed, laid beside another. */
export function MoreOfProgram({ program }: Props) {
  const { id } = program
  const [sheet, setSheet] = useState<'share' | 'compare' | 'edit'>()
  const params = { programId: id }
  return (
    <Card title={words.title}>
      <ul className="divide-y divide-line">
        <li>
          <button type="button" className={row} onClick={() => setSheet('share')}>
            <Share2 aria-hidden size={20} className="shrink-0 text-soft" />
            <Named note={program.isShared ? words.isShared : undefined}>{words.share}</Named>
          </button>
        </li>
        <li>
          <Link to="/programs/$programId/text" params={params} className={row}>
            <FileText aria-hidden size={20} className="shrink-0 text-soft" />
            <Named>{words.text}</Named>
          </Link>
        </li>
        <li>
          <Link to="/programs/$programId/print" params={params} className={row}>
            <Printer aria-hidden size={20} className="shrink-0 text-soft" />
            <Named>{words.print}</Named>
          </Link>
        </li>
        <li>
          <button type="button" className={row} onClick={() => setSheet('compare')}>
            <Columns2 aria-hidden size={20} className="shrink-0 text-soft" />
            <Named>{words.compare}</Named>
          </button>
        </li>
        <li>
          <button type="button" className={row} onClick={() => setSheet('edit')}>
            <Pencil aria-hidden size={20} className="shrink-0 text-soft" />
            <Named>{words.edit}</Named>
          </button>
        </li>
      </ul>
      {sheet === 'edit' && <EditSheet program={program} onClose={() => setSheet(undefined)} />}
      {sheet === 'share' && <ShareSheet program={program} onClose={() => setSheet(undefined)} />}
      {sheet === 'compare' && <CompareSheet program={program} onClose={() => setSheet(undefined)} />}
    </Card>
  )
}

function Named({ children, note }: { readonly children: ReactNode; readonly note?: string | undefined }) {
  return (
    <>
      <span className="min-w-0 flex-1">
        {children}
        {note !== undefined && <span className="block text-note text-soft">{note}</span>}
      </span>
      <ChevronRight aria-hidden size={20} className="shrink-0 text-soft" />
    </>
  )
}

/** Which other program to lay beside this one. */
function CompareSheet({ program: { id }, onClose }: Props & { readonly onClose: () => void }) {
  const navigate = useNavigate()
  const programs = useQuery({ queryKey: PROGRAMS, queryFn: () => call('GET /v1/programs', { query: {} }) })
  const others = programs.data?.items.filter((other) => other.id !== id && other.status === 'ready')
  return (
    <Sheet title={words.compareWith} open onClose={onClose}>
      {others?.length === 0 && <p className="text-soft">{words.noOther}</p>}
      <ul className="divide-y divide-line">
        {others?.map((other) => (
          <li key={other.id}>
            <button
              type="button"
              className={row}
              onClick={() => void navigate({ to: '/programs/$programId/compare/$otherId', params: { programId: id, otherId: other.id } })}
            >
              <Named note={`${words.weeks(other.weekCount)} · ${dateText(Date.parse(other.createdAt))}`}>{other.name}</Named>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

/** Which session to write anew: those of what is done are refused by the server, and its word is shown. */
function EditSheet({ program: { id, weeks = [] }, onClose }: Props & { readonly onClose: () => void }) {
  return (
    <Sheet title={words.whichSession} open onClose={onClose}>
      {weeks.map(({ week, days }) => (
        <section key={week} className="mb-3">
          <h3 className="text-note font-semibold text-soft">{programWords.week(week)}</h3>
          <ul className="divide-y divide-line">
            {days.map(({ session, name }) => (
              <li key={session}>
                <Link to="/programs/$programId/hand/$session" params={{ programId: id, session: String(session) }} className={row}>
                  <Named>{programWords.session(session, name)}</Named>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Sheet>
  )
}

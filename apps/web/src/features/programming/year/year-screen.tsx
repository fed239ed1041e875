import { useQuery } from '@tanstack/react-query'
import { call, faultText } from '../../../lib/api.ts'
import { dateText } from '../../../lib/dates.ts'
import { Link, useNavigate } from '../../../lib/router.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { classes } from '../../../ui/classes.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { beginDraft } from '../making/kept-draft.ts'
import { goalNames, words as programWords } from '../words.ts'
import { type Block, draftOf, endOf } from './block.ts'
import { yearWords as words } from './words.ts'

const MACROCYCLE = ['macrocycle']

/** The year as stretches that lead to the goals; each can be cut into a program. */
export function YearScreen() {
  const { data, error } = useQuery({ queryKey: MACROCYCLE, queryFn: () => call('GET /v1/macrocycle', { query: {} }), staleTime: 0 })
  return (
    <Page title={words.title}>
      <p className="text-soft">{words.intro}</p>
      <Link to="/goals" className="inline-flex min-h-11 items-center font-medium text-accent">
        {words.goals}
      </Link>
      {error !== null && <Notice tone="caution">{faultText(error)}</Notice>}
      {data?.blocks.map((block) => (
        <BlockCard key={block.block} block={block} />
      ))}
    </Page>
  )
}

const dayText = (day: string) => dateText(Date.parse(`${day}T12:00`))

function BlockCard({ block }: { readonly block: Block }) {
  const navigate = useNavigate()
  const { emphasis, startsOn, weeks, request } = block
  const isEase = emphasis === 'recovery'
  const name = words.emphases[emphasis]
  return (
    <Card
      title={<span className={classes(isEase && 'text-caution')}>{`${name}, ${dayText(startsOn)}`}</span>}
      aside={<span className="shrink-0 text-note text-soft tabular">{programWords.weeks(weeks)}</span>}
    >
      <p className="-mt-2 text-note text-soft tabular">{words.span(dayText(startsOn), dayText(endOf(block)))}</p>
      <p className="mt-1">{words.why[emphasis]}</p>
      {request.goals !== undefined && (
        <p className="mt-1 text-note text-soft">{request.goals.map(({ goal }) => goalNames[goal]).join(', ')}</p>
      )}
      <Button
        className="mt-3"
        aria-label={words.cutNamed(`${name}, ${dayText(startsOn)}`)}
        onClick={() => {
          beginDraft(draftOf(block))
          void navigate({ to: '/programs/new' })
        }}
      >
        {words.cut}
      </Button>
    </Card>
  )
}

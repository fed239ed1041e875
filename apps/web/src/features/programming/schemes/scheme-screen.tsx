import type { Api } from '@gymgenius/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, faultText } from '../../../lib/api.ts'
import { newId } from '../../../lib/ids.ts'
import { useNavigate, useParams } from '../../../lib/router.tsx'
import { SubmitForm } from '../../../lib/submit-form.tsx'
import { gymsQuery } from '../../../lib/view/read.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Choice } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { PROGRAMS, SCHEMES } from '../keys.ts'
import { gymAt, placeOf } from '../making/answers.ts'
import { PlaceChoice } from '../making/place-choice.tsx'
import { WaiverList } from '../report-card.tsx'
import { keepText } from '../text/kept-text.ts'
import { goalNames, splitNames } from '../words.ts'
import { schemeTexts } from './scheme-texts.ts'
import { schemeWords as words } from './words.ts'

type Scheme = Api['GET /v1/schemes/{slug}']['reply']

/** One well-known program, and the door to one's own of it. */
export function SchemeScreen() {
  const { slug } = useParams({ from: '/programs/schemes/$slug' })
  const { data: scheme, error } = useQuery({
    queryKey: [...SCHEMES, slug],
    queryFn: () => call('GET /v1/schemes/{slug}', { params: { slug } }),
    staleTime: Infinity,
  })
  return (
    <Page title={schemeTexts[slug]?.name ?? scheme?.name ?? words.title}>
      {error !== null && <Notice tone="caution">{faultText(error)}</Notice>}
      {scheme !== undefined && (
        <>
          <About scheme={scheme} />
          <Take scheme={scheme} />
          <AsText scheme={scheme} />
        </>
      )}
    </Page>
  )
}

function About({ scheme: { slug, about, daysPerWeek, weeks, experience, goals, split, waivers } }: { readonly scheme: Scheme }) {
  const facts = [
    words.daysAndWeeks(words.days(daysPerWeek), weeks),
    experience.map((one) => words.forNames[one]).join(', '),
    ...(split === 'hybrid' ? [] : [splitNames[split]]),
  ]
  return (
    <Card title={words.about}>
      <p>{schemeTexts[slug]?.about ?? about}</p>
      <p className="mt-2 text-note text-soft tabular">{facts.join(' · ')}</p>
      <p className="text-note text-soft">
        {words.trainsFor}: {goals.map(({ goal }) => goalNames[goal]).join(', ')}
      </p>
      {waivers.length > 0 && (
        <details className="mt-2 border-t border-line">
          <summary className="min-h-11 cursor-pointer py-2 font-medium">{words.setsAside}</summary>
          <p className="mb-2 text-note text-soft">{words.setsAsideHint}</p>
          <WaiverList waivers={waivers} scheme={slug} />
        </details>
      )}
    </Card>
  )
}

function Take({ scheme: { slug, weeks } }: { readonly scheme: Scheme }) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const gyms = useQuery(gymsQuery()).data ?? []
  const [chosen, setPlace] = useState<string>()
  const [length, setLength] = useState(weeks)
  const [id] = useState(() => newId<'program'>()) // pressed twice, it is one program
  const place = placeOf(chosen, { gyms })

  const said = schemeTexts[slug]
  async function take() {
    await call('POST /v1/schemes/{slug}/start', {
      params: { slug },
      body: { id, gym: gymAt(place), ...(said !== undefined && { name: said.name }), ...(length !== weeks && { weeks: length }) },
    })
    await queries.invalidateQueries({ queryKey: PROGRAMS })
    await navigate({ to: '/programs/$programId', params: { programId: id } })
  }
  const lengths = [...new Set([4, 8, 12, 16, weeks])].sort((a, b) => a - b)
  return (
    <SubmitForm submit={words.take} act={take}>
      <Card>
        <PlaceChoice gyms={gyms} place={place} onChange={setPlace} />
        <p className="mt-2 text-note text-soft">{words.takeHint}</p>
      </Card>
      <Card>
        <Choice
          label={words.length}
          value={length}
          options={lengths.map((value) => ({ value, text: value === weeks ? words.asItIs(value) : words.weeks(value) }))}
          onChange={setLength}
        />
      </Card>
    </SubmitForm>
  )
}

function AsText({ scheme: { text } }: { readonly scheme: Scheme }) {
  const navigate = useNavigate()
  return (
    <Card>
      <details>
        <summary className="min-h-11 cursor-pointer py-2 font-medium">{words.text}</summary>
        <p className="mb-2 text-note text-soft">{words.textHint}</p>
        <textarea
          readOnly
          lang="en"
          rows={16}
          aria-label={words.text}
          value={text}
          className="w-full rounded-card border border-control bg-ground p-3 font-mono text-small"
        />
        <Button
          className="mt-3"
          onClick={() => {
            keepText(text)
            void navigate({ to: '/programs/text' })
          }}
        >
          {words.edit}
        </Button>
      </details>
    </Card>
  )
}

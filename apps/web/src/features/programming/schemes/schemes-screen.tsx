import type { Experience } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call, faultText } from '../../../lib/api.ts'
import { Link } from '../../../lib/router.tsx'
import { Card } from '../../../ui/card.tsx'
import { Choice } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { SCHEMES } from '../keys.ts'
import { named } from '../making/step.tsx'
import { schemeTexts } from './scheme-texts.ts'
import { schemeWords as words } from './words.ts'

/** Programs that others have written, the simplest first. */
export function SchemesScreen() {
  const [of, setOf] = useState<Experience | 'all'>('all')
  const { data, error } = useQuery({ queryKey: SCHEMES, queryFn: () => call('GET /v1/schemes', {}), staleTime: Infinity })
  const items = data?.items.filter(({ experience }) => of === 'all' || experience.includes(of))
  return (
    <Page title={words.title}>
      <p className="text-soft">{words.intro}</p>
      <Choice label={words.forWhom} value={of} options={[{ value: 'all', text: words.all }, ...named(words.forNames)]} onChange={setOf} />
      {error !== null && <Notice tone="caution">{faultText(error)}</Notice>}
      {items !== undefined && (
        <Card>
          <ul className="divide-y divide-line">
            {items.map(({ slug, name, about, daysPerWeek, weeks }) => (
              <li key={slug}>
                <Link
                  to="/programs/schemes/$slug"
                  params={{ slug }}
                  className="flex min-h-16 flex-col justify-center py-3 active:bg-raised"
                >
                  <span className="font-medium">{schemeTexts[slug]?.name ?? name}</span>
                  <span className="text-note text-soft tabular">{words.daysAndWeeks(words.days(daysPerWeek), weeks)}</span>
                  <span className="mt-1 line-clamp-2 text-note text-soft">{schemeTexts[slug]?.about ?? about}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  )
}

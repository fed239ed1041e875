import type { Finding } from '@gymgenius/contracts'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { timeText } from '../../lib/dates.ts'
import { Problem } from '../../lib/problem.ts'
import { SubmitForm } from '../../lib/submit-form.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AdminPage } from './admin-page.tsx'
import type { Proving } from './role-form.tsx'
import { words } from './words.ts'

type Examination = Awaited<ReturnType<typeof examine>>
const examine = () => call('GET /v1/doctor', {})

/** What is wrong with this server and how it is mended, worst first. Nothing of it is kept on the phone. */
export function DoctorScreen({ Proved }: { readonly Proved: Proving }) {
  const [found, setFound] = useState<Examination>()
  const [refusal, setRefusal] = useState<Problem | null>(null)

  async function look() {
    try {
      setFound(await examine())
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'auth.forbidden') throw error
      setRefusal(error)
    }
  }

  return (
    <AdminPage title={words.doctor} error={refusal}>
      <Card>
        <Proved>
          {(proved) => (
            <SubmitForm submit={found === undefined ? words.examine : words.examineAgain} act={proved(look)}>
              <p className="text-note text-soft">{words.doctorText}</p>
            </SubmitForm>
          )}
        </Proved>
      </Card>
      {found !== undefined && <Findings found={found} />}
    </AdminPage>
  )
}

const tones = { fault: 'danger', advice: 'caution' } as const

/** The findings themselves are in English, as whoever tends the server reads them in its terminal. */
function Findings({ found: { examinedAt, version, items } }: { readonly found: Examination }) {
  const unwell = (verdict: 'fault' | 'advice') => items.filter((finding) => finding.verdict === verdict)
  const bad = [...unwell('fault'), ...unwell('advice')]
  return (
    <>
      <p className="text-note text-soft">{words.examined(version, timeText(Date.parse(examinedAt)))}</p>
      {bad.length === 0 && <Notice tone="done" title={words.allWell} />}
      {bad.map((finding) => (
        <Notice
          key={finding.check}
          tone={tones[finding.verdict as 'fault' | 'advice']}
          title={`${words.verdicts[finding.verdict]}: ${finding.check}`}
        >
          <Says finding={finding} />
        </Notice>
      ))}
      <Card title={words.verdicts.well}>
        <dl className="divide-y divide-line">
          {items
            .filter(({ verdict }) => verdict === 'well')
            .map((finding) => (
              <div key={finding.check} className="py-2">
                <dt lang="en">{finding.check}</dt>
                <dd className="text-note text-soft">
                  <Says finding={finding} />
                </dd>
              </div>
            ))}
        </dl>
      </Card>
    </>
  )
}

function Says({ finding: { says } }: { readonly finding: Finding }) {
  return (
    <span lang="en" className="break-words">
      {says}
    </span>
  )
}

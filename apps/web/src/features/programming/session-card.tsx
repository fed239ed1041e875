import type { Api } from '@gymgenius/contracts'
import { sessionSections } from '@gymgenius/domain'
import { Link } from '../../lib/router.tsx'
import { Card } from '../../ui/card.tsx'
import { edgeText } from './edge-text.ts'
import { useMovementName } from './life/use-names.ts'
import { itemText } from './item-text.ts'
import { reasonText } from './texts.ts'
import { sectionNames, words } from './words.ts'

type Session = NonNullable<Api['GET /v1/programs/{id}']['reply']['weeks']>[number]['days'][number]

/** One session: its sections, each movement with its sets and the reason why it is there. */
export function SessionCard({ session, programId }: { readonly session: Session; readonly programId: string }) {
  const movement = useMovementName()
  return (
    <Card
      title={
        <Link
          to="/programs/$programId/sessions/$session"
          params={{ programId, session: String(session.session) }}
          className="inline-flex min-h-11 items-center text-accent underline"
        >
          {words.session(session.session, session.name)}
        </Link>
      }
    >
      <p className="-mt-2 mb-2 text-note text-soft">{words.minutesOf(Math.round(session.minutes))}</p>
      {sessionSections.map((section) => {
        const items = session.sections[section]
        if (items.length === 0) return null
        return (
          <section key={section} className="mb-3">
            <h3 className="text-note font-semibold text-soft">{sectionNames[section]}</h3>
            <ul className="divide-y divide-line">
              {items.map((item, index) => (
                <li key={`${item.movementId} ${index}`} className="py-2">
                  <span className="block font-medium">{movement(item.movement)}</span>
                  <span className="block text-note tabular">
                    {section === 'warm_up' || section === 'cool_down' ? edgeText(item) : itemText(item)}
                  </span>
                  <span className="block text-note text-soft">{reasonText(item)}</span>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </Card>
  )
}

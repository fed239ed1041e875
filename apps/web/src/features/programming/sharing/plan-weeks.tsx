import type { Api } from '@gymgenius/contracts'
import { sessionSections } from '@gymgenius/domain'
import { useState } from 'react'
import { Card } from '../../../ui/card.tsx'
import { edgeText } from '../edge-text.ts'
import { useMovementName } from '../life/use-names.ts'
import { itemText } from '../item-text.ts'
import { WeekChooser } from '../week-chooser.tsx'
import { sectionNames, words } from '../words.ts'

type Weeks = Api['GET /v1/shared/programs/{token}']['reply']['weeks']

/** A plan to read, week by week: nothing in it can be pressed but the weeks. */
export function PlanWeeks({ weeks }: { readonly weeks: Weeks }) {
  const movement = useMovementName()
  const [chosen, setChosen] = useState(0)
  const week = weeks[Math.min(chosen, weeks.length - 1)]
  return (
    <>
      <WeekChooser weeks={weeks} chosen={chosen} choose={setChosen} />
      {week?.days.map(({ session, name, minutes, sections }) => (
        <Card key={session} title={words.session(session, name)}>
          <p className="-mt-2 mb-2 text-note text-soft">{words.minutesOf(Math.round(minutes))}</p>
          {sessionSections.map(
            (section) =>
              sections[section].length > 0 && (
                <section key={section} className="mb-3">
                  <h3 className="text-note font-semibold text-soft">{sectionNames[section]}</h3>
                  <ul className="divide-y divide-line">
                    {sections[section].map((item, place) => (
                      <li key={`${item.movementId} ${place}`} className="py-2">
                        <span className="block font-medium">{movement(item.movement)}</span>
                        <span className="block text-note tabular">
                          {section === 'warm_up' || section === 'cool_down' ? edgeText(item) : itemText(item)}
                        </span>
                      </li>
                    ))}
                  </ul>
                </section>
              ),
          )}
        </Card>
      ))}
    </>
  )
}

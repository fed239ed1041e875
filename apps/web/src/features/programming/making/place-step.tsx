import { Link } from '../../../lib/router.tsx'
import { Card } from '../../../ui/card.tsx'
import { PlaceChoice } from './place-choice.tsx'
import { Fault, type StepProps } from './step.tsx'
import { makingWords as words } from './words.ts'

export function PlaceStep({ answers: { place }, draft: { faults = {} }, known: { gyms }, change }: StepProps) {
  return (
    <Card>
      <PlaceChoice gyms={gyms} place={place} onChange={(place) => change({ place })} />
      <Fault>{faults.place}</Fault>
      <Link to="/gyms" className="mt-2 inline-flex min-h-11 items-center text-note font-medium text-accent">
        {words.gyms}
      </Link>
    </Card>
  )
}

import type { Circuit } from '@gymgenius/catalog/circuit'
import type { Movement } from '@gymgenius/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '../../lib/router.tsx'
import { movementsQuery } from '../../lib/view/read.ts'
import { Card } from '../../ui/card.tsx'
import { Page } from '../../ui/page.tsx'
import { amountOf, courseOf } from './circuit-words.ts'
import { type Library, libraryQuery } from './library.ts'
import { words } from './words.ts'

/** The circuit templates: what to do, how often, by which clock. */
export function CircuitsScreen() {
  const library = useQuery(libraryQuery()).data
  const movements = useQuery(movementsQuery()).data
  return (
    <Page title={words.circuitsTitle}>
      <p className="text-soft">{words.circuitsText}</p>
      {library !== undefined &&
        movements !== undefined &&
        library.circuits.map((circuit) => <CircuitCard key={circuit.slug} {...{ circuit, library, movements }} />)}
    </Page>
  )
}

function CircuitCard({
  circuit,
  library,
  movements,
}: {
  readonly circuit: Circuit
  readonly library: Library
  readonly movements: ReadonlyMap<string, Movement>
}) {
  return (
    <Card title={circuit.name}>
      <p className="text-note text-soft">{courseOf(circuit)}</p>
      <ol className="my-2 divide-y divide-line">
        {circuit.stations.map((station, place) => {
          const movement = movements.get(library.idOfSlug.get(station.movement) ?? '')
          return (
            <li key={`${station.movement} ${String(place)}`} className="flex min-h-11 items-center justify-between gap-3">
              {movement === undefined ? (
                <span>{station.movement}</span>
              ) : (
                <Link
                  to="/library/$movementId"
                  params={{ movementId: movement.id }}
                  className="flex min-h-11 min-w-0 flex-1 items-center text-accent"
                >
                  {movement.name}
                </Link>
              )}
              <span className="shrink-0 text-soft tabular">{amountOf(station)}</span>
            </li>
          )
        })}
      </ol>
      <ul className="flex list-disc flex-col gap-1 pl-5 text-note text-soft">
        {circuit.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Card>
  )
}

import type { Circuit } from '@gymgenius/catalog/circuit'
import type { Movement } from '@gymgenius/contracts'
import type { MovementId } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { Link } from '../../lib/router.tsx'
import { movementsQuery } from '../../lib/view/read.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Page } from '../../ui/page.tsx'
import { amountOf, courseOf } from './circuit-words.ts'
import { type Library, libraryQuery } from './library.ts'
import { words } from './words.ts'

/** The circuit templates: what to do, how often, by which clock; each can be started. */
export function CircuitsScreen({
  onStart,
}: {
  readonly onStart: (circuit: Circuit, idOf: (slug: string) => MovementId | undefined) => void
}) {
  const library = useQuery(libraryQuery()).data
  const movements = useQuery(movementsQuery()).data
  return (
    <Page title={words.circuitsTitle}>
      <p className="text-soft">{words.circuitsText}</p>
      {library !== undefined &&
        movements !== undefined &&
        library.circuits.map((circuit) => (
          <CircuitCard
            key={circuit.slug}
            {...{ circuit, library, movements }}
            onStart={() => onStart(circuit, (slug) => movements.get(library.idOfSlug.get(slug) ?? '')?.id)}
          />
        ))}
    </Page>
  )
}

function CircuitCard({
  circuit,
  library,
  movements,
  onStart,
}: {
  readonly circuit: Circuit
  readonly library: Library
  readonly movements: ReadonlyMap<string, Movement>
  readonly onStart: () => void
}) {
  // A circuit with a station missing would be another one: while the movements are still to come it waits.
  const isKnown = circuit.stations.every(({ movement }) => movements.has(library.idOfSlug.get(movement) ?? ''))
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
                  className="flex min-h-11 min-w-0 grow basis-32 items-center text-accent"
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
      <Button className="mt-3 w-full" aria-label={`${words.startCircuit}: ${circuit.name}`} disabled={!isKnown} onClick={onStart}>
        {words.startCircuit}
      </Button>
    </Card>
  )
}

import type { Circuit } from '@gymgenius/catalog/circuit'
import { Link } from '../../lib/router.tsx'
import { Card } from '../../ui/card.tsx'
import { courseOf } from './circuit-words.ts'
import { words } from './words.ts'

/** The circuit templates that a movement is a station of. */
export function CircuitsOf({ slug, circuits }: { readonly slug: string; readonly circuits: readonly Circuit[] }) {
  const withIt = circuits.filter(({ stations }) => stations.some(({ movement }) => movement === slug))
  return withIt.length === 0 ? null : (
    <Card title={words.usedInCircuits}>
      <ul className="divide-y divide-line">
        {withIt.map((circuit) => (
          <li key={circuit.slug}>
            <Link to="/library/circuits" className="flex min-h-14 flex-col justify-center py-2 active:bg-raised">
              <span className="font-medium">{circuit.name}</span>
              <span className="text-note text-soft">{courseOf(circuit)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

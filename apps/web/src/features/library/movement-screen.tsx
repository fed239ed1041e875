import type { Movement } from '@gymgenius/contracts'
import type { Muscle } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import { lazy, type ReactNode, Suspense } from 'react'
import { MoreComing } from '../../lib/more-coming.tsx'
import { Link, useParams } from '../../lib/router.tsx'
import { movementsQuery } from '../../lib/view/read.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { EquipmentIcon } from '../../ui/equipment/equipment-icon.tsx'
import { equipmentNames } from '../../ui/movement-words.ts'
import { Page } from '../../ui/page.tsx'
import { CircuitsOf } from './circuits-of.tsx'
import { type Details, type Library, libraryQuery } from './library.ts'
import { MovementFacts } from './movement-facts.tsx'
import { RelationsCard } from './relations-card.tsx'
import { SubstitutesCard } from './substitutes-card.tsx'
import { words } from './words.ts'

const BodyHeatMap = lazy(async () => ({ default: (await import('../../ui/body/body-heat-map.tsx')).BodyHeatMap }))

interface Props {
  /** What this lifter did with it. */
  readonly renderHistory: (movement: Movement) => ReactNode
  /** What this lifter wants of it. */
  readonly renderRules: (movement: Movement) => ReactNode
}

/** All there is to know of one movement: what it trains, how it is done, what else does the same, and what this lifter did with it. */
export function MovementScreen({ renderHistory, renderRules }: Props) {
  const { movementId } = useParams({ from: '/library/$movementId' })
  const movements = useQuery(movementsQuery()).data
  const library = useQuery(libraryQuery()).data
  const movement = movements?.get(movementId)
  if (movements === undefined || library === undefined) return <Page title="">{null}</Page>
  if (movement === undefined) {
    return (
      <Page title={words.title}>
        <MoreComing />
        <EmptyState title={words.notKnown}>{words.notKnownText}</EmptyState>
      </Page>
    )
  }
  return <KnownMovement {...{ movement, movements, library, renderHistory, renderRules }} />
}

function KnownMovement({
  movement,
  movements,
  library,
  renderHistory,
  renderRules,
}: Props & { readonly movement: Movement; readonly movements: ReadonlyMap<string, Movement>; readonly library: Library }) {
  const details = library.details.get(movement.id)
  return (
    <Page title={movement.name} aside={movement.isCustom && <EditLink movement={movement} />}>
      <Names movement={movement} base={baseOf(movement, details, movements, library)} />
      <Card title={words.trains}>
        <Muscles movement={movement} />
      </Card>
      {details !== undefined && (
        <Card title={words.cues}>
          <ul className="flex list-disc flex-col gap-2 pl-5 marker:text-soft">
            {details.cues.map((cue) => (
              <li key={cue}>{cue}</li>
            ))}
          </ul>
          {details.contraindications.length > 0 && (
            <>
              <h3 className="mt-4 font-semibold">{words.joints}</h3>
              <p className="text-soft">{words.jointsText(details.contraindications)}</p>
            </>
          )}
        </Card>
      )}
      {renderHistory(movement)}
      <SubstitutesCard key={movement.id} movement={movement} movements={movements} />
      {renderRules(movement)}
      <MovementFacts movement={movement} details={details} />
      {details !== undefined && <RelationsCard {...{ details, movements, library }} />}
      {details !== undefined && <CircuitsOf slug={details.slug} circuits={library.circuits} />}
    </Page>
  )
}

const EditLink = ({ movement }: { readonly movement: Movement }) => (
  <Link
    to="/library/$movementId/edit"
    params={{ movementId: movement.id }}
    aria-label={words.edit}
    className="inline-flex size-11 shrink-0 items-center justify-center rounded-chip text-soft"
  >
    <Pencil aria-hidden size={22} />
  </Link>
)

function Names({ movement, base }: { readonly movement: Movement; readonly base: Movement | undefined }) {
  return (
    <div className="flex flex-col gap-1 text-note text-soft">
      <p className="flex items-center gap-2">
        <EquipmentIcon of={movement.equipment} />
        {equipmentNames[movement.equipment]}
        {movement.isCustom && ` · ${words.own}`}
      </p>
      {movement.aliases.length > 0 && <p className="break-words">{words.alsoCalled(movement.aliases)}</p>}
      {base !== undefined && (
        <p>
          {words.baseIs}
          <Link to="/library/$movementId" params={{ movementId: base.id }} className="text-accent underline">
            {base.name}
          </Link>
        </p>
      )}
    </div>
  )
}

function Muscles({ movement }: { readonly movement: Movement }) {
  if (movement.muscles.length === 0) return <p className="text-soft">{words.musclesUnknown}</p>
  const shares = new Map<Muscle, number>(movement.muscles.map(({ muscle, share }) => [muscle, share]))
  const roles = new Map(movement.muscles.map(({ muscle, role }) => [muscle, role]))
  return (
    <Suspense fallback={<div className="h-72" />}>
      <BodyHeatMap
        shares={shares}
        caption={words.musclesOf(movement.name)}
        column={words.role}
        textOf={(share, muscle) => (roles.get(muscle) === 'prime_mover' ? words.primeMover : words.helps(share))}
      />
    </Suspense>
  )
}

const baseOf = ({ baseId }: Movement, details: Details | undefined, movements: ReadonlyMap<string, Movement>, { idOfSlug }: Library) =>
  movements.get(baseId ?? (details?.base === undefined ? '' : (idOfSlug.get(details.base) ?? '')))

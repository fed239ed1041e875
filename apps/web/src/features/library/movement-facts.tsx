import type { Movement } from '@gymgenius/contracts'
import { Fragment, type ReactNode } from 'react'
import { Card } from '../../ui/card.tsx'
import { EquipmentIcon } from '../../ui/equipment/equipment-icon.tsx'
import { countedUnitNames, disciplineNames, equipmentNames, lateralityNames, loadKindNames, patternNames } from '../../ui/movement-words.ts'
import type { Details } from './library.ts'
import { words } from './words.ts'

/** What has to stand there and how a set of it goes. A movement of one's own says less. */
export function MovementFacts({ movement, details }: { readonly movement: Movement; readonly details: Details | undefined }) {
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.facts.pattern, patternNames[movement.pattern]],
    [words.facts.load, details?.loadedPerHand === true ? words.facts.perHand : loadKindNames[movement.loadKind]],
    [words.facts.sides, lateralityNames[movement.laterality]],
    ...(details === undefined ? [] : factsOf(details)),
  ]
  return (
    <Card title={words.setup}>
      <dl className="grid grid-cols-[minmax(0,auto)_minmax(0,1fr)] gap-x-4 gap-y-2">
        {facts.map(([name, value]) => (
          <Fragment key={name}>
            <dt className="text-soft">{name}</dt>
            <dd className="m-0 text-right">{value}</dd>
          </Fragment>
        ))}
      </dl>
    </Card>
  )
}

function factsOf(details: Details): readonly (readonly [string, ReactNode])[] {
  const { needs, equipmentAlternatives, repRange, countedIn, setupSeconds, disciplines, skill } = details
  return [
    [words.facts.usual, words.range(repRange[0], repRange[1], countedUnitNames[countedIn])],
    ...(needs.length === 0
      ? []
      : [
          [
            words.facts.needs,
            <span key="needs" className="flex flex-wrap justify-end gap-x-4 gap-y-1">
              {needs.map((fixture) => (
                <span key={fixture} className="inline-flex items-center gap-1.5">
                  <EquipmentIcon of={fixture} size={20} className="text-soft" />
                  {equipmentNames[fixture]}
                </span>
              ))}
            </span>,
          ] as const,
        ]),
    ...(equipmentAlternatives.length === 0
      ? []
      : [[words.facts.other, equipmentAlternatives.map((equipment) => equipmentNames[equipment]).join(', ')] as const]),
    [words.facts.ready, words.seconds(setupSeconds)],
    [words.facts.discipline, disciplines.map((discipline) => disciplineNames[discipline]).join(', ')],
    [words.facts.skill, words.skills[skill]],
  ]
}

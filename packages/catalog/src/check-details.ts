import { countedUnits, disciplines, equipmentKinds, fixtures, jointActions, joints, movementTiers, planes } from '@gymgenius/domain'
import { faultsOf, isListOf, isObject, isOneOf, isSentence, isSetOf, isSlug, isWholeIn } from './shapes.ts'

/** The fields that describe a movement beyond what the program loads of it. */
export const detailFields = [
  'isolationOf',
  'equipmentAlternatives',
  'needs',
  'plane',
  'loadedPerHand',
  'disciplines',
  'tier',
  'skill',
  'countedIn',
  'repRange',
  'setupSeconds',
  'transitionSeconds',
  'contraindications',
  'cues',
  'relations',
  'tags',
] as const

export const relationKinds = ['progressions', 'regressions', 'variations', 'sameOnOtherEquipment'] as const

const MOST_IN_A_SET = { reps: 100, seconds: 7200, metres: 20_000 } as const

export function detailFaults(movement: Readonly<Record<string, unknown>>): string[] {
  const { pattern, equipment, isolationOf, equipmentAlternatives, needs, plane, loadedPerHand, tier, skill } = movement
  const { setupSeconds, transitionSeconds, contraindications, cues, relations, tags } = movement
  return faultsOf([
    [pattern !== 'isolation' || isOneOf(jointActions, isolationOf), 'is an isolation and does not say of what (isolationOf)'],
    [pattern === 'isolation' || isolationOf === undefined, 'says isolationOf and is no isolation'],
    [isSetOf(equipmentKinds, equipmentAlternatives), 'equipmentAlternatives are not a list of known equipment'],
    [!Array.isArray(equipmentAlternatives) || !equipmentAlternatives.includes(equipment), 'names its own equipment as an alternative'],
    [isSetOf(fixtures, needs), 'needs are not a list of known fixtures'],
    [isOneOf(planes, plane), `plane is not known: ${String(plane)}`],
    [loadedPerHand === undefined || loadedPerHand === true, 'loadedPerHand is true or left out'],
    [isSetOf(disciplines, movement['disciplines']) && isFilled(movement['disciplines']), 'disciplines are not a list of known ones'],
    [isOneOf(movementTiers, tier), `tier is not known: ${String(tier)}`],
    [isWholeIn(1, 5, skill), 'skill is not a step from 1 to 5'],
    [isRange(movement), 'repRange is not [low, high] of what it is counted in'],
    [isWholeIn(0, 600, setupSeconds), 'setupSeconds are not from 0 to 600'],
    [isWholeIn(0, 600, transitionSeconds), 'transitionSeconds are not from 0 to 600'],
    [isSetOf(joints, contraindications), 'contraindications are not a list of known joints'],
    [isListOf(cues, isSentence) && isWholeIn(2, 5, (cues as unknown[]).length), 'cues are not two to five sentences'],
    [!Array.isArray(cues) || new Set(cues).size === cues.length, 'says a cue twice'],
    [isRelations(relations), `relations are not lists of slugs under ${relationKinds.join(', ')}`],
    [isListOf(tags, isSlug), 'tags are not a list of words'],
  ])
}

const isFilled = (value: unknown) => Array.isArray(value) && value.length > 0

function isRange({ countedIn, repRange }: Readonly<Record<string, unknown>>): boolean {
  if (!isOneOf(countedUnits, countedIn) || !Array.isArray(repRange) || repRange.length !== 2) return false
  const [low, high] = repRange as unknown[]
  const most = MOST_IN_A_SET[countedIn as keyof typeof MOST_IN_A_SET]
  return isWholeIn(1, most, low) && isWholeIn(low as number, most, high)
}

function isRelations(value: unknown): boolean {
  if (!isObject(value)) return false
  return Object.keys(value).length === relationKinds.length && relationKinds.every((kind) => isListOf(value[kind], isSlug))
}

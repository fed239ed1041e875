import { type Equipment, equipmentKinds, type Fixture, fixtures, type GymItem } from '@gymgenius/domain'
import { allowed, type Constrained } from './allowed.ts'

/** What of a gym says what can be done in it. */
export interface Furnished {
  readonly items: readonly GymItem[]
  /** What is not said is there too, as in a large gym. */
  readonly hasTheRest: boolean
}

export interface Furniture {
  readonly equipment: ReadonlySet<Equipment>
  readonly fixtures: ReadonlySet<Fixture>
}

/** What a body always has with it, and what every home has. */
const ALWAYS: readonly Equipment[] = ['body_weight']
const AT_HOME: readonly Fixture[] = ['wall', 'doorway', 'table', 'towel', 'box', 'platform', 'open_space']

/** What there is to train with in a gym now: what is away is not, though the gym has the rest. */
export function furnitureOf({ items, hasTheRest }: Furnished): Furniture {
  const there = items.filter(({ availability }) => availability !== 'away')
  const named = gymKinds(there)
  const gone = gymKinds(items).filter((kind) => !named.includes(kind))
  const standing = fixturesOf(there)
  const missing = fixturesOf(items).filter((fixture) => !standing.includes(fixture))
  return {
    equipment: new Set([...ALWAYS, ...named, ...(hasTheRest ? equipmentKinds.filter((kind) => !gone.includes(kind)) : [])]),
    fixtures: new Set([...AT_HOME, ...standing, ...(hasTheRest ? fixtures.filter((fixture) => !missing.includes(fixture)) : [])]),
  }
}

/** Whether a movement can be done in that gym, with what is there now. */
export function doableIn(gym: Furnished): (movement: Constrained) => boolean {
  const furniture = furnitureOf(gym)
  return (movement) => allowed(movement, furniture)
}

/** The kinds of equipment among these things, in their order; one may come twice. */
export const gymKinds = (items: readonly GymItem[]): Equipment[] =>
  items.flatMap((item) => (item.kind === 'plates' ? ['plate' as const] : item.kind === 'fixture' ? [] : [item.equipment]))

const fixturesOf = (items: readonly GymItem[]) => items.flatMap((item) => (item.kind === 'fixture' ? [item.fixture] : []))

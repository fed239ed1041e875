import {
  equipmentKinds,
  isUuidV7,
  lateralities,
  type LoadKind,
  loadKinds,
  movementPatterns,
  muscles,
  type Equipment,
} from '@gymgenius/domain'
import { detailFaults, detailFields } from './check-details.ts'
import { circles, cueFaults, relationFaults } from './check-relations.ts'
import { friendlyFaults } from './friendly-tags.ts'
import type { LibraryMovement, MovementDetails } from './movement.ts'
import { nameKey } from './reading.ts'
import { faultsOf, isListOf, isName, isObject, isOneOf, isSlug, isWholeIn } from './shapes.ts'

/** A file of the library as it lies on disk, before anyone trusts it. */
export interface MovementFile {
  /** Without `.json`. */
  readonly fileName: string
  readonly content: unknown
}

/** How a kind of equipment can load a movement. */
const fits: Readonly<Record<Equipment, readonly LoadKind[]>> = {
  barbell: ['external'],
  dumbbell: ['external'],
  kettlebell: ['external', 'body_weight'],
  ez_bar: ['external'],
  trap_bar: ['external'],
  medicine_ball: ['external'],
  plate: ['external'],
  sled: ['external'],
  plate_loaded_machine: ['external'],
  smith_machine: ['external', 'body_weight'],
  machine: ['machine_stack', 'assisted'],
  cable: ['machine_stack'],
  cardio_machine: ['machine_stack', 'body_weight'],
  body_weight: ['body_weight', 'body_weight_plus'],
  suspension: ['body_weight', 'body_weight_plus'],
  band: ['external', 'assisted', 'body_weight'],
  other: loadKinds,
}

const SHARES = { prime_mover: 1, synergist: 0.5 } as const
const MOST_ALIASES = 40

const loadedFields = ['id', 'slug', 'name', 'aliases', 'base', 'pattern', 'muscles', 'equipment', 'laterality', 'loadKind']
const fields: readonly string[] = [...loadedFields, ...detailFields]

/** Everything wrong with the library's files, each as one sentence that names the file. Empty when all is well. */
export function faultsIn(files: readonly MovementFile[]): string[] {
  const faults = files.flatMap(({ fileName, content }) => shapeFaults(fileName, content).map((fault) => `${fileName}: ${fault}`))
  if (faults.length > 0) return faults // relations between broken files mean nothing
  const movements = files.map(({ content }) => content as MovementDetails)
  return [
    ...twins(movements),
    ...baseFaults(movements),
    ...relationFaults(movements),
    ...cueFaults(movements),
    ...friendlyFaults(movements),
  ]
}

function shapeFaults(fileName: string, content: unknown): string[] {
  if (!isObject(content)) return ['is not an object']
  const { id, slug, name, aliases, base, pattern, equipment, laterality, loadKind } = content
  return [
    ...faultsOf([
      [Object.keys(content).every((field) => fields.includes(field)), `has a field that is none of ${fields.join(', ')}`],
      [typeof id === 'string' && isUuidV7(id), 'id is not a UUIDv7 in lower case'],
      [isSlug(slug) && slug === fileName, 'slug is not the name of the file'],
      [isName(name), 'name is empty, too long or padded'],
      [isListOf(aliases, isName), 'aliases are not a list of names'],
      [!Array.isArray(aliases) || aliases.length <= MOST_ALIASES, `has more than ${MOST_ALIASES} aliases`],
      [base === undefined || isSlug(base), 'base is not a slug'],
      [isOneOf(movementPatterns, pattern), `pattern is not known: ${String(pattern)}`],
      [isOneOf(equipmentKinds, equipment), `equipment is not known: ${String(equipment)}`],
      [isOneOf(lateralities, laterality), `laterality is not known: ${String(laterality)}`],
      [isOneOf(loadKinds, loadKind), `load kind is not known: ${String(loadKind)}`],
      [
        !isOneOf(equipmentKinds, equipment) || fits[equipment as Equipment].includes(loadKind as LoadKind),
        `load kind ${String(loadKind)} does not fit ${String(equipment)}`,
      ],
    ]),
    ...muscleFaults(content['muscles']),
    ...detailFaults(content),
  ]
}

function muscleFaults(value: unknown): string[] {
  if (!Array.isArray(value)) return ['muscles are not a list']
  const involved = value as Record<string, unknown>[]
  const names = involved.map(({ muscle }) => muscle)
  const faults = involved.flatMap(({ muscle, role, share, stimulus, fatigue, ...more }) => {
    if (!isOneOf(muscles, muscle)) return [`muscle is not known: ${String(muscle)}`]
    if (Object.keys(more).length > 0) return [`${String(muscle)} has a field too many`]
    if (role !== 'prime_mover' && role !== 'synergist') return [`role of ${String(muscle)} is not known: ${String(role)}`]
    if (share !== SHARES[role]) return [`share of ${String(muscle)} must be ${SHARES[role]}, as a ${role}`]
    if (!isWholeIn(1, 5, stimulus) || !isWholeIn(1, 5, fatigue))
      return [`stimulus and fatigue of ${String(muscle)} are not steps from 1 to 5`]
    return []
  })
  if (new Set(names).size < names.length) faults.push('names a muscle twice')
  if (!involved.some(({ role }) => role === 'prime_mover')) faults.push('has no prime mover')
  return faults
}

/** Ids, and names as the matcher reads them, belong to one movement only, and no movement says one twice. */
function twins(movements: readonly LibraryMovement[]): string[] {
  const owners = new Map<string, string>()
  return movements.flatMap(({ id, slug, name, aliases }) =>
    [[`id ${id}`, id] as const, ...[name, ...aliases].map((one) => [`"${one}"`, nameKey(one)] as const)].flatMap(([said, key]) => {
      const owner = owners.get(key)
      owners.set(key, owner ?? slug)
      if (owner === undefined) return []
      return [owner === slug ? `${slug}: ${said} reads like another of its names` : `${slug}: ${said} belongs to ${owner} already`]
    }),
  )
}

function baseFaults(movements: readonly LibraryMovement[]): string[] {
  const known = new Set(movements.map(({ slug }) => slug))
  const broken = movements.flatMap(({ slug, base }) =>
    base === undefined || known.has(base) ? [] : [`${slug}: base ${base} does not exist`],
  )
  return [...broken, ...circles(movements, 'bases', ({ base }) => (base === undefined ? [] : [base]))]
}

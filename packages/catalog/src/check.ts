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
import type { LibraryMovement } from './movement.ts'
import { nameKey } from './reading.ts'

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
  kettlebell: ['external'],
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

const fields = ['id', 'slug', 'name', 'aliases', 'base', 'pattern', 'muscles', 'equipment', 'laterality', 'loadKind', 'tags']

/** Everything wrong with the library's files, each as one sentence that names the file. Empty when all is well. */
export function faultsIn(files: readonly MovementFile[]): string[] {
  const faults = files.flatMap(({ fileName, content }) => shapeFaults(fileName, content).map((fault) => `${fileName}: ${fault}`))
  if (faults.length > 0) return faults // relations between broken files mean nothing
  const movements = files.map(({ content }) => content as LibraryMovement)
  return [...twins(movements), ...baseFaults(movements)]
}

function shapeFaults(fileName: string, content: unknown): string[] {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return ['is not an object']
  const movement = content as Record<string, unknown>
  const { id, slug, name, aliases, base, pattern, equipment, laterality, loadKind, tags } = movement
  const claims: [boolean, string][] = [
    [Object.keys(movement).every((field) => fields.includes(field)), `has a field that is none of ${fields.join(', ')}`],
    [typeof id === 'string' && isUuidV7(id), 'id is not a UUIDv7 in lower case'],
    [isSlug(slug) && slug === fileName, 'slug is not the name of the file'],
    [isName(name), 'name is empty, too long or padded'],
    [isListOf(aliases, isName), 'aliases are not a list of names'],
    [!Array.isArray(aliases) || aliases.length <= MOST_ALIASES, `has more than ${MOST_ALIASES} aliases`],
    [base === undefined || isSlug(base), 'base is not a slug'],
    [tags === undefined || isListOf(tags, isSlug), 'tags are not a list of words'],
    [isOneOf(movementPatterns, pattern), `pattern is not known: ${String(pattern)}`],
    [isOneOf(equipmentKinds, equipment), `equipment is not known: ${String(equipment)}`],
    [isOneOf(lateralities, laterality), `laterality is not known: ${String(laterality)}`],
    [isOneOf(loadKinds, loadKind), `load kind is not known: ${String(loadKind)}`],
    [
      !isOneOf(equipmentKinds, equipment) || fits[equipment as Equipment].includes(loadKind as LoadKind),
      `load kind ${String(loadKind)} does not fit ${String(equipment)}`,
    ],
  ]
  return [...claims.flatMap(([holds, fault]) => (holds ? [] : [fault])), ...muscleFaults(movement['muscles'])]
}

const isOneOf = (known: readonly string[], value: unknown) => typeof value === 'string' && known.includes(value)
const isName = (value: unknown) => typeof value === 'string' && value.trim() === value && value.length > 0 && value.length <= 100
const isListOf = (value: unknown, is: (item: unknown) => boolean) => Array.isArray(value) && value.every((item) => is(item))
const isSlug = (value: unknown) => typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)

function muscleFaults(value: unknown): string[] {
  if (!Array.isArray(value)) return ['muscles are not a list']
  const involved = value as Record<string, unknown>[]
  const names = involved.map(({ muscle }) => muscle)
  const faults = involved.flatMap(({ muscle, role, share, ...more }) => {
    if (!(muscles as readonly unknown[]).includes(muscle)) return [`muscle is not known: ${String(muscle)}`]
    if (Object.keys(more).length > 0) return [`${String(muscle)} has a field too many`]
    if (role !== 'prime_mover' && role !== 'synergist') return [`role of ${String(muscle)} is not known: ${String(role)}`]
    if (share !== SHARES[role]) return [`share of ${String(muscle)} must be ${SHARES[role]}, as a ${role}`]
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
  const bases = new Map(movements.map(({ slug, base }) => [slug, base]))
  return movements.flatMap(({ slug, base }) => {
    if (base === undefined) return []
    if (!bases.has(base)) return [`${slug}: base ${base} does not exist`]
    const seen = new Set([slug])
    for (let at: string | undefined = base; at !== undefined; at = bases.get(at)) {
      if (seen.has(at)) return [`${slug}: its base leads back to itself`]
      seen.add(at)
    }
    return []
  })
}

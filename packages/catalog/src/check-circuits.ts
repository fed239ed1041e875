import { countedUnits, isUuidV7 } from '@gymgenius/domain'
import type { MovementFile } from './check.ts'
import { circuitFormats, circuitScores, type Circuit, type CircuitFormat } from './circuit.ts'
import type { MovementDetails } from './movement.ts'
import { faultsOf, isListOf, isName, isObject, isOneOf, isSentence, isSlug, isWholeIn } from './shapes.ts'

const common = ['id', 'slug', 'name', 'format', 'stations', 'capSeconds', 'score', 'skill', 'notes']

/** What each format says beside the common fields; all of it, and nothing else. */
const fieldsOf: Readonly<Record<CircuitFormat, readonly string[]>> = {
  amrap: [],
  emom: ['rounds', 'intervalSeconds'],
  ladder: ['steps'],
  tabata: ['rounds', 'workSeconds', 'restSeconds'],
  for_time: ['rounds'],
  chipper: [],
}

/** Everything wrong with the circuits, each as one sentence that names the file. */
export function circuitFaultsIn(files: readonly MovementFile[], movements: readonly MovementDetails[]): string[] {
  const known = new Map(movements.map((movement) => [movement.slug, movement]))
  const faults = files.flatMap(({ fileName, content }) => {
    const shape = shapeFaults(fileName, content)
    return (shape.length > 0 ? shape : stationFaults(content as Circuit, known)).map((fault) => `${fileName}: ${fault}`)
  })
  const ids = files.map(({ content }) => (isObject(content) ? content['id'] : undefined))
  return new Set(ids).size < ids.length ? [...faults, 'two circuits share an id'] : faults
}

function shapeFaults(fileName: string, content: unknown): string[] {
  if (!isObject(content)) return ['is not an object']
  const { id, slug, name, format, stations, capSeconds, rounds, intervalSeconds, workSeconds, restSeconds, steps } = content
  if (!isOneOf(circuitFormats, format)) return [`format is not known: ${String(format)}`]
  const fields = [...common, ...fieldsOf[format as CircuitFormat]]
  return faultsOf([
    [fields.every((field) => field in content), `a ${String(format)} says ${fields.join(', ')}`],
    [Object.keys(content).every((field) => fields.includes(field)), `has a field that no ${String(format)} has`],
    [typeof id === 'string' && isUuidV7(id), 'id is not a UUIDv7 in lower case'],
    [isSlug(slug) && slug === fileName, 'slug is not the name of the file'],
    [isName(name), 'name is empty, too long or padded'],
    [
      isListOf(stations, isStation) && isWholeIn(1, 20, (stations as unknown[]).length),
      'stations are not a list of movement, unit and amount',
    ],
    [isWholeIn(60, 7200, capSeconds), 'capSeconds are not from 60 to 7200'],
    [isOptionalWhole(1, 100, rounds), 'rounds are not from 1 to 100'],
    [isOptionalWhole(20, 600, intervalSeconds), 'intervalSeconds are not from 20 to 600'],
    [isOptionalWhole(5, 600, workSeconds), 'workSeconds are not from 5 to 600'],
    [isOptionalWhole(0, 600, restSeconds), 'restSeconds are not from 0 to 600'],
    [steps === undefined || isLadder(steps), 'steps do not climb or fall'],
    [isOneOf(circuitScores, content['score']), 'score is not known'],
    [isWholeIn(1, 5, content['skill']), 'skill is not a step from 1 to 5'],
    [
      isListOf(content['notes'], isSentence) && isWholeIn(1, 5, (content['notes'] as unknown[]).length),
      'notes are not one to five sentences',
    ],
  ])
}

const isOptionalWhole = (low: number, high: number, value: unknown) => value === undefined || isWholeIn(low, high, value)

function isStation(value: unknown): boolean {
  if (!isObject(value)) return false
  const { movement, unit, amount, ...more } = value
  return (
    isSlug(movement) &&
    isOneOf(countedUnits, unit) &&
    (amount === undefined || isWholeIn(1, 10_000, amount)) &&
    Object.keys(more).length === 0
  )
}

/** Strictly up, strictly down, or up and then down again. */
function isLadder(steps: unknown): boolean {
  if (!isListOf(steps, (step) => isWholeIn(1, 100, step)) || !isWholeIn(2, 50, (steps as unknown[]).length)) return false
  const rungs = steps as readonly number[]
  const top = rungs.indexOf(Math.max(...rungs))
  return rungs.every((rung, at) => at === 0 || (at <= top ? rung > rungs[at - 1]! : rung < rungs[at - 1]!))
}

function stationFaults(circuit: Circuit, known: ReadonlyMap<string, MovementDetails>): string[] {
  const { format, stations, rounds = 1, intervalSeconds = 0, workSeconds = 0, restSeconds = 0, capSeconds } = circuit
  const isTimed = format === 'tabata' || format === 'ladder'
  const faults = stations.flatMap(({ movement, unit, amount }) => {
    const details = known.get(movement)
    if (details === undefined) return [`movement ${movement} does not exist`]
    if (unit !== 'seconds' && unit !== details.countedIn) return [`${movement} is counted in ${details.countedIn}, not in ${unit}`]
    if (isTimed !== (amount === undefined))
      return [`${movement} ${isTimed ? 'has an amount that the format says already' : 'has no amount'}`]
    return []
  })
  const planned = format === 'emom' ? rounds * stations.length * intervalSeconds : rounds * stations.length * (workSeconds + restSeconds)
  const isPlanned = format === 'emom' || format === 'tabata'
  return [
    ...faults,
    ...faultsOf([
      [!isPlanned || planned === capSeconds, `lasts ${planned} seconds and says ${capSeconds}`],
      [format !== 'chipper' || stations.length >= 5, 'a chipper has five stations or more'],
      [
        format !== 'chipper' || new Set(stations.map(({ movement }) => movement)).size === stations.length,
        'a chipper comes to each movement once',
      ],
    ]),
  ]
}
